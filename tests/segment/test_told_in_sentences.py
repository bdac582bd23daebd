"""Parts that a sentence of running text turns to, with no list: the order of parts makes them sure."""

from __future__ import annotations

import pytest

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from govreport.segment.parts import part_told

_DONE = "竹桥镇科协2020年工作总结\n一、抓科普\n讲座12场。\n二、抓服务\n走访农户40户。"


def _parts(text: str) -> list[tuple[str, str]]:
    return [
        (part.name, part.span.of(text)[:8]) for part in segment(normalize(from_text(text))).parts if part.span
    ]


@pytest.mark.parametrize(
    "words",
    [
        "但还存在一些短板和不足:部分协会活动少,经费没有着落。",
        "不足的地方:科普员兼职多。",
        "存在问题:场地太小。",
        "工作中感到困难的是:农忙时人叫不齐。",
        "毛病也不少:台账记得乱。",
        "虽然做了一些工作,但也还有不少差距:设备旧、人手少。",
        "一年来的工作还存在一些薄弱环节,主要是科普员更换太快。",
        "回顾一年,工作虽有进展,但也存在不少差距和不足。主要表现在:会员分散,活动难办。",
        "当然,工作中仍面临不少困难,部分村没有场地。",
        "做得不够的地方:下村少。",
        "困难同样摆在面前:没有专人。",
    ],
)
@pytest.mark.parametrize("joint", ["", "\n"])
def test_wants_are_told_behind_what_was_done(joint: str, words: str) -> None:
    """Without a list and in the middle of a line too; the section before ends there."""
    text = f"{_DONE}{joint}{words}\n三、2021年工作打算\n办班2期。"
    outline = segment(normalize(from_text(text)))
    assert [part.name for part in outline.parts if part.name != "opening"] == [
        "retrospective",
        "problems",
        "plan",
    ]
    assert outline.sections[1].span.of(text).endswith("走访农户40户。")


@pytest.mark.parametrize(
    "words",
    [
        "帮助企业解决存在的困难:资金、用工和场地。",
        "针对农户存在的问题:逐户上门讲解。",
        "对存在问题整改:更换器材3套。",
        "群众反映还存在的难题:全部转办。",
        "收集企业面临的困难:共计12条。",
        "排查还存在的薄弱环节,整改8处。",
        "学习会上大家反思工作中仍存在的不足,写心得40篇。",
        "镇里还有3个困难村没有科普站,今年全部建成。",
        "召开企业座谈会,了解到企业还存在用工难题,及时协调。",
        "贫困户仍有困难的,逐户走访。",
        "为贫困户化解了生产生活中存在的困难,送去种子。",
    ],
)
def test_wants_dealt_with_are_acts(words: str) -> None:
    """What was solved, gathered or is another's opens no part."""
    assert "problems" not in [name for name, _ in _parts(f"{_DONE}{words}\n三、2021年工作打算\n办班2期。")]


def test_wants_told_early_leave_the_part_to_its_own_heading() -> None:
    """In the opening, and where a heading for them comes later, nothing is switched."""
    text = (
        "竹桥镇科协2020年工作总结\n今年工作有进展,也还存在一些困难。\n一、抓科普\n讲座12场,但还存在一些不足。\n"
        "二、抓服务\n走访农户40户。\n三、存在的问题\n场地小。\n四、2021年工作打算\n讲座还存在不足,办班2期。"
    )
    parts = [name for name, _ in _parts(text)]
    assert parts == ["opening", "retrospective", "problems", "plan"]


@pytest.mark.parametrize(
    "words",
    ["一年来,我们有以下几点体会:领导重视是前提。", "回望五年,我们更加懂得:农户的事要上门办。"],
)
def test_lessons_are_told_behind_what_was_done(words: str) -> None:
    """Without a list behind them."""
    assert ("lessons", words[:8]) in _parts(f"{_DONE}\n{words}\n三、2021年工作打算\n办班2期。")
    assert part_told("组织会员交流学习体会:") is None


@pytest.mark.parametrize(
    "words",
    [
        "究其原因,主要是思想上不够重视。",
        "分析原因,一方面是人手少,另一方面是方法旧。",
        "造成上述问题,主观上是钻研不够,客观上是没有经费。",
        "产生这些不足的主要原因,是下村太少。",
    ],
)
def test_causes_within_a_section_do_not_end_it(words: str) -> None:
    """They are a part of their own, and what follows the section is told as before."""
    text = f"{_DONE}\n三、存在的不足\n场地小,设备旧。{words}\n四、2021年工作打算\n办班2期。"
    outline = segment(normalize(from_text(text)))
    assert [part.name for part in outline.parts][-3:] == ["problems", "causes", "plan"]
    assert outline.sections[2].span.of(text).endswith(words)
    assert not [lead for lead in outline.lead_ins if lead.part == "causes"]


def test_causes_are_told_of_wants_only() -> None:
    """分析原因 among the acts is an act."""
    assert "causes" not in [name for name, _ in _parts(f"{_DONE}究其原因,主要是老天帮忙。")]


@pytest.mark.parametrize(
    "words",
    [
        "2021年,重点抓好以下工作:讲座达到15场,农户覆盖率达到60%。",
        "2021年,镇科协将着重抓好以下工作:1、办班2期。2、讲座15场。",
        "针对以上问题,2021年我镇将着力做好以下几点:一要办班2期;二要讲座15场。",
        "针对上述不足,我们将做好以下整改:第一,讲座15场;第二,办班2期。",
        "今后,我们将切实加以改进,多下村、多办班。",
        "下一步,镇科协拟与中学合办讲座15场。",
    ],
)
def test_a_plan_is_told_behind_the_wants(words: str) -> None:
    """A sentence that looks ahead and wills, where no heading opens the plan later on."""
    text = f"{_DONE}还存在一些不足:一是场地小;二是设备旧。{words}"
    outline = segment(normalize(from_text(text)))
    assert [part.name for part in outline.parts][-2:] == ["problems", "plan"]
    assert outline.parts[-1].span.of(text) == words
    assert outline.plan_year == 2021


def test_a_plan_told_leaves_the_part_to_its_own_heading() -> None:
    """对…今后加以改进 at the end of the wants belongs to them where 2021年工作打算 follows."""
    text = f"{_DONE}\n三、存在的不足\n场地小。今后,我们将加以改进。\n四、2021年工作打算\n办班2期。"
    assert [name for name, _ in _parts(text)][-2:] == ["problems", "plan"]
    assert _parts(text)[-1][1].startswith("四、2021年")


def test_a_plan_is_not_told_among_acts() -> None:
    """下一步 behind what was done may be an act's own."""
    assert "plan" not in [name for name, _ in _parts(f"{_DONE}下一步,将组织专家再去3个村。")]
    assert part_told("2020年,重点做了以下工作:", 2020) is None


@pytest.mark.parametrize("kind", ["实施方案", "活动方案", "工作方案"])
def test_a_scheme_only_plans(kind: str) -> None:
    """Whatever its opening looks back on; 工作要求 at its end are requirements."""
    text = (
        f"竹桥镇科协关于科普下乡活动的{kind}\n为巩固近年来取得的成效,经研究,特制定如下{kind}。\n"
        "一、活动目标\n讲座15场。\n二、活动步骤\n3月宣传,4月讲座。\n三、工作要求\n各村要明确专人。"
    )
    names = [part.name for part in segment(normalize(from_text(text))).parts]
    assert names == ["opening", "plan", "requirements"]


def test_a_fused_heading_is_no_name_of_a_part() -> None:
    """二、其他工作…,制定整改措施9项 in flattened text opens no plan: the one behind the wants does."""
    done = "竹桥镇科协2020年工作总结一、抓科普讲座12场。二、其他工作深入开展学习活动,制定整改措施9项。"
    text = f"{done}还存在不少问题:一是场地小;二是设备旧。2021年,科协将抓好以下工作:1、办班2期。2、讲座15场。"
    assert [name for name, _ in _parts(text)][-2:] == ["problems", "plan"]


def test_a_section_that_opens_the_plan_is_not_ended_by_what_it_tells() -> None:
    """三、2021年工作计划。新的一年,重点抓三件事。1、 in flattened text: the list stays below its heading."""
    text = (
        "竹桥镇科协2020年工作总结\n一、2020年主要工作。1、抓科普。讲座12场。2、抓服务。走访40户。二、存在的不足。场地小。"
        "三、2021年工作计划。新的一年,重点抓以下两件事。1、抓科普。讲座15场。2、抓服务。走访60户。"
    )
    outline = segment(normalize(from_text(text)))
    assert [section.level for section in outline.sections] == [1, 2, 2, 1, 1, 2, 2]
