"""What is a statement, of which kind, with which slots."""

from __future__ import annotations

import pytest

import govreport as gr

HEAD = "云溪县妇联2021年工作总结及2022年工作计划\n现将一年来的工作情况汇报如下：\n一、依法维权。"
PLAN = HEAD + "接待来访3件。\n2022年，县妇联将重点抓好以下工作：\n一、维权服务。"


def statements(text: str) -> list[tuple[str, str, str]]:
    """Return kind, status and text of the last sentence's statements."""
    report = gr.analyze(gr.from_text(text))
    return [(s.kind, s.status, s.text) for s in report.statements]


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("共举办培训班3期，培训妇女120人次。", ("measure", "done", "共举办培训班3期")),
        ("荣获全县先进单位。", ("achievement", "done", "荣获全县先进单位")),
        ("要求建立1所儿童之家。", ("measure", "required", "要求建立1所儿童之家")),
        ("持续开通维权热线。", ("measure", "ongoing", "持续开通维权热线")),
        ("宣传车常年巡回各村小学。", ("measure", "ongoing", "宣传车常年巡回各村小学")),
        ("县妇联不断完善来访接待制度。", ("measure", "done", "县妇联不断完善来访接待制度")),
        ("群众满意度位居全市第二。", ("achievement", "done", "群众满意度位居全市第二")),
        ("维权志愿者人数翻一番。", ("achievement", "done", "维权志愿者人数翻一番")),
    ],
)
def test_what_was_done(sentence: str, wanted: tuple[str, str, str]) -> None:
    """In the retrospective an act is a measure and a changed condition an achievement."""
    assert wanted in statements(HEAD + sentence)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("年内新建妇女之家5个。", ("commitment", "planned", "年内新建妇女之家5个")),
        ("确保村干部中女性占比达到30%。", ("target", "planned", "确保村干部中女性占比达到30%")),
        ("明确由副书记担任主席。", ("measure", "done", "明确由副书记担任主席")),
    ],
)
def test_what_is_planned(sentence: str, wanted: tuple[str, str, str]) -> None:
    """In the plan an act is a commitment, a value to be reached a target, a decision taken a measure."""
    assert wanted in statements(PLAN + sentence)


def test_problems_and_their_remedy() -> None:
    """A stated lack is a problem, its remedy a commitment."""
    text = "一、存在的问题\n妇联执委作用发挥不够，需要加强培训。"
    found = statements(text)
    assert ("problem", "ongoing", "妇联执委作用发挥不够") in found
    assert ("commitment", "planned", "需要加强培训") in found


@pytest.mark.parametrize("sentence", ["镇党委高度重视妇女工作。", "在县妇联的指导下，各项工作有序推进。"])
def test_boilerplate_is_no_statement(sentence: str) -> None:
    """Set phrases that tell no act are left out."""
    assert statements(HEAD + sentence) == []


def test_slots() -> None:
    """Who, what, how much, until when, under which law; an actor that is not named is inherited."""
    text = PLAN + "6月底前联合县司法局宣传《反家庭暴力法》不少于10场。"
    statement = gr.analyze(gr.from_text(text)).commitments[-1]
    slots = {name: [slot.text for slot in slots] for name, slots in statement.slots.items()}
    assert slots["deadline"] == ["6月底前"]
    assert slots["legal_reference"] == ["《反家庭暴力法》"]
    assert slots["quantity"] == ["不少于10场"]
    assert slots["action"] == ["宣传"]
    assert statement.slots["actor"][0].inherited
    assert statement.checkable.missing == ()


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("宣传《民法典》3场。", [("《民法典》", "民法典", True)]),
        ("发放《宪法》读本300册。", [("《宪法》", "宪法", True)]),
        ("讲解《民法通则》2课。", [("《民法通则》", "民法通则", False)]),
        ("宣讲《云溪县文明行为促进条例》5场。", [("《云溪县文明行为促进条例》", None, None)]),
        ("执行《云溪县公园管理办法》2年。", [("《云溪县公园管理办法》", None, None)]),
        ("印发《妇女之家管理办法》10份。", []),
        (
            "发放妇女权益保障法、反家庭暴力法读本600册。",
            [("妇女权益保障法", "妇女权益保障法", True), ("反家庭暴力法", "反家庭暴力法", True)],
        ),
        ("推广《产后康复操作方法》2次。", []),
        ("为未成年人提供法律援助3件,办理反家庭暴力法律咨询8次。", []),
    ],
)
def test_laws(sentence: str, wanted: list[tuple[str, str | None, bool | None]]) -> None:
    """A law has the name of the table, and whether it was in force in the year of its part (2021)."""
    laws = [
        (slot.text, slot.value.name, slot.value.in_force)  # type: ignore[union-attr]
        for statement in gr.analyze(gr.from_text(HEAD + sentence)).statements
        for slot in statement.slots.get("legal_reference", ())
    ]
    assert laws == wanted


@pytest.mark.parametrize("said", ["执行《妇女之家管理办法》2年。", "印发《村妇联履职细则》10份。"])
def test_rules_of_a_federation_are_documents(said: str) -> None:
    """They are no law; those of a city or county are."""
    (statement,) = gr.analyze(gr.from_text(HEAD + said)).statements
    assert len(statement.slots["policy_reference"]) == 1
    assert "legal_reference" not in statement.slots


def test_the_unit_that_opens_a_statement_is_its_actor() -> None:
    """Its verb need be in no list; 妇联组织 in front of another noun is none."""
    text = HEAD + "县妇联就农村妇女土地权益问题提交政协提案2件。"
    actor = gr.analyze(gr.from_text(text)).statements[-1].slots["actor"][0]
    assert (actor.text, actor.inherited) == ("县妇联", False)


def test_who_receives() -> None:
    """为…送去, 对…上门: the receiver is the beneficiary, without the number (border case 38)."""
    text = HEAD + "入夏后为环卫工人送去凉茶260份。对单亲家庭12户上门回访两轮。"
    found = [s.slots["beneficiary"][0].text for s in gr.analyze(gr.from_text(text)).statements]
    assert found == ["环卫工人", "单亲家庭"]


def test_statements_inside_a_copy_name_their_original() -> None:
    """A pasted paragraph is listed and marked."""
    body = "镇妇联组织巾帼志愿者走访慰问困境儿童家庭12户，送去学习用品和慰问金，受到群众欢迎。"
    report = gr.analyze(gr.from_text(f"一、关爱儿童\n{body}\n二、关爱帮扶\n{body}\n"))
    half = len(report.statements) // 2
    assert half >= 2
    assert [one.duplicate_of for one in report.statements] == [None] * half + list(range(half))


@pytest.mark.parametrize(
    "sentence",
    [
        "为3120名农村妇女免费做了“两癌”筛查。",
        "为沙柳编、刺绣设计统一包装6款。",
        "为80岁以上独居老人安装一键呼叫器1.1万个。",
        "把135名执委轮训一遍。",
        "共有46名妇女获得救助。",
        "给812名妇女做了体检。",
    ],
)
def test_whom_something_is_done_for_is_no_purpose(sentence: str) -> None:
    """为 with a noun behind it tells for whom, 把 what with, 有 of how many: then the predicate follows."""
    assert [text for *_, text in statements(HEAD + sentence)] == [sentence[:-1]]


@pytest.mark.parametrize("sentence", ["为进一步提高妇女素质，", "为把实事落到实处，", "为庆祝“三八”节，"])
def test_a_purpose_is_no_statement(sentence: str) -> None:
    """为 with what is to be done behind it leads up to the act."""
    assert [text for *_, text in statements(HEAD + sentence + "举办培训班2期。")] == ["举办培训班2期"]


def test_a_gloss_in_a_word_ends_no_statement() -> None:
    """Pinyin that a page puts behind characters (園(yuán)) is no border of sentences."""
    found = statements(HEAD + "組(zǔ)織車間轉產(chǎn)口罩帶1.2萬條。建成兒童快樂家園(yuán)3所。")
    assert [text for *_, text in found] == [
        "組(zǔ)織車間轉產(chǎn)口罩帶1.2萬條",
        "建成兒童快樂家園(yuán)3所",
    ]


def test_in_a_statement_without_an_end_the_model_of_slots_looks_no_further_than_a_page() -> None:
    """What the model would keep of each character of a hundred thousand took a gigabyte."""
    from govreport.extract.slots import _REACH

    report = gr.analyze(gr.from_text(HEAD + "举办培训班百分之三" + "百分之" * 2000 + "，惠及妇女"))
    learned = [slot for one in report.statements for slot in one.slots.get("action", ()) if slot.span]
    assert learned
    longest = max(report.statements, key=lambda one: one.span.length)
    assert longest.span.length > 2 * _REACH
    assert all(slot.span.end <= longest.span.start + _REACH for slot in longest.slots["action"] if slot.span)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "对沿河老屋逐户更换旧电线，每季度组织灭火演练1次。",
            ["对沿河老屋逐户更换旧电线", "每季度组织灭火演练1次"],
        ),
        ("由调解员上门劝说，全年调处纠纷18起。", ["由调解员上门劝说", "全年调处纠纷18起"]),
        ("利用微信群，推送防诈知识32条。", ["利用微信群，推送防诈知识32条"]),
    ],
)
def test_what_may_be_an_act_of_its_own_is_no_means_by_rule(sentence: str, told: list[str]) -> None:
    """对, 由 and 用 open acts as often as they lead up to one; means that do nothing else belong to it."""
    text = f"石桥镇妇联2020年工作总结\n一、工作回顾\n{sentence}\n"
    assert [one.text for one in gr.analyze(gr.from_text(text)).statements] == told
