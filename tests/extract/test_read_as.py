"""What is read as a plan, and what leads up to an act, in reports whose lead-ins nobody has seen before."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.extract import extract
from govreport.model import Outline, Part, Span
from govreport.normalize import normalize
from govreport.read import from_text


def told(said: str, part: str = "retrospective", title: str | None = None) -> list[tuple[str, str]]:
    """Return kind and words of each statement of a text that stands in one part."""
    text = normalize(from_text(said))
    outline = Outline((), parts=(Part(part, Span(0, len(said)), 2022),), year=2022, title=title)
    return [(one.kind, one.text) for one in extract(text, outline)]


def test_what_lies_ahead_is_promised() -> None:
    """Behind 下一步 everything is promised, to the end of the section."""
    said = "今年举办培训班3期。下一步,镇妇联将加强基层组织建设。开展技能培训6期,培训妇女200人。"
    assert [kind for kind, _ in told(said)] == ["measure", "commitment", "commitment", "commitment"]


def test_what_will_be_done_is_promised() -> None:
    """今年将举办 is a promise wherever it stands, and so is what the same sentence tells behind it."""
    said = "全年走访家庭60户。今年将举办急救培训20场,新增志愿者300名。计划明年新建服务站2个。"
    assert [kind for kind, _ in told(said)] == ["measure", "commitment", "commitment", "commitment"]


@pytest.mark.parametrize(
    "said", ["将废旧布料编成门帘60条。", "实施“春蕾计划”助学8人。", "将符合条件的32户纳入低保。"]
)
def test_words_that_promise_nothing(said: str) -> None:
    """将 before a thing and the name of a plan promise nothing."""
    assert [kind for kind, _ in told(said)] == ["measure"]


def test_a_report_without_lead_ins_is_told() -> None:
    """Where there is an opening alone it is the report itself, a plan where its title says so."""
    said = "4月15日,开展国家安全日宣传活动。为老人理发40人次。"
    assert [kind for kind, _ in told(said, "opening", "镇妇联工作总结")] == ["measure", "measure"]
    assert {kind for kind, _ in told(said, "opening", "镇妇联2022年工作安排")} == {"commitment"}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("通过“合作社+妇女”等发展模式,帮助妇女卖出山货3吨。", 1),
        ("通过开展丰富多彩的活动,为居民送去戏曲演出5场。", 1),
        ("“三八”妇女节,镇妇联举办座谈会1场。", 1),
        ("家庭建设方面,“六一”儿童节,镇妇联举办亲子运动会1场。", 1),
        ("到5月底,县总工会在完成村级建会的基础上,组建行业工会6家。", 1),
        ("此外,镇妇联举办讲座2场。", 1),
        ("开展了以“法治暖心,家庭幸福”为主题的宣传活动3场。", 1),
        ("通过微信群推送信息30条,走访妇女80人。", 2),
    ],
)
def test_what_leads_up_to_an_act(said: str, wanted: int) -> None:
    """Means, occasion and topic are no statements by themselves; what has a figure of its own is."""
    assert len(told(said)) == wanted


def test_what_an_opening_says_in_passing() -> None:
    """Something that was done is told in an opening too; that all went well tells nothing."""
    opening = (
        "2021年，柳湾镇妇联在镇党委的领导下，{}。现将一年来的工作总结如下：\n一、抓学习\n组织学习3次。\n"
    )

    def said(words: str) -> list[str]:
        report = gr.analyze(from_text("柳湾镇妇联2021年工作总结\n" + opening.format(words)))
        return [one.text for one in report.statements if one.part == "opening"]

    assert said("落实了妇女议事制度，维护了妇女的切身利益") == ["落实了妇女议事制度", "维护了妇女的切身利益"]
    assert said("较好地完成了全年各项任务，妇女工作取得了新进展") == []
