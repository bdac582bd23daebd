"""Reports whose paragraphs are single sentences: invented ones, without numbers."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.model import Statement

TITLE = "青禾县残联2022年工作总结及2023年工作计划"


def promised(*paragraphs: str) -> list[Statement]:
    """Return what the plan of a little report promises."""
    done = "一年来，县残联主要做了以下工作：\n举办就业培训班3期。\n慰问困难残疾人42户，发放慰问金2万元。"
    text = "\n".join([TITLE, done, "2023年工作计划：", *paragraphs])
    return [one for one in gr.analyze(gr.from_text(text)).statements if one.part == "plan"]


@pytest.mark.parametrize(
    ("said", "deadline"),
    [
        ("年底前，新建康复站6个", "年底前"),
        ("上半年，建成托养中心2处", "上半年"),
        ("第二季度，与县人社局共同举办招聘会", "第二季度"),
        ("“十四五”期间，培训家属三百名", "“十四五”期间"),
        ("条件成熟时，设立法律服务站", None),
        ("国庆节前，建成文化广场", "国庆节前"),
    ],
)
def test_a_time_or_condition_in_front_belongs_to_the_act(said: str, deadline: str | None) -> None:
    """Border case 31: set off with a comma or not."""
    found = promised(f"{said}。", "举办讲座5场，培训专职委员40名。")[0]
    assert found.text == said
    assert [slot.text for slot in found.slots.get("deadline", ())] == ([deadline] if deadline else [])


def test_the_first_paragraph_is_no_topic_of_the_next() -> None:
    """A sentence names what others tell only in its own paragraph."""
    told = promised("下月底前完成持证残疾人状况调查。", "5月17日前，联合县教育局开展助残日活动。")
    assert told[0].text == "下月底前完成持证残疾人状况调查"


def test_a_festival_sets_a_limit_once() -> None:
    """What is to be done before it has a deadline and no occasion."""
    found = promised("国庆节前完成社区康复站装修。", "举办讲座5场，培训专职委员40名。")[0]
    assert [slot.text for slot in found.slots["deadline"]] == ["国庆节前"]
    assert "occasion" not in found.slots


def test_a_limit_that_comes_again_tells_how_often_too() -> None:
    """Border case 47: the deadline holds its frequency, and no 于."""
    found = promised("各乡镇残联要于每月5日前报送台账。", "举办讲座5场，培训专职委员40名。")[0]
    told = {name: [slot.text for slot in found.slots[name]] for name in ("deadline", "frequency")}
    assert told == {"deadline": ["每月5日前"], "frequency": ["每月"]}
    later = promised("于9月底前完成换届。", "举办讲座5场，培训专职委员40名。")[0]
    assert [slot.text for slot in later.slots["deadline"]] == ["9月底前"]


@pytest.mark.parametrize(
    "said", ["每旬调度一次康复进度", "年底前核查档案", "两会前提交无障碍提案", "上半年硬化站点道路"]
)
def test_a_short_promise_needs_no_figure(said: str) -> None:
    """In a plan one clause with an act promises it."""
    assert promised(f"{said}。", "举办讲座5场，培训专职委员40名。")[0].text == said


def test_who_may_is_a_condition_and_nobody() -> None:
    """有条件的 hedges what is promised, and acts in nothing."""
    found = promised("举办讲座5场，培训专职委员40名。有条件的乡镇逐步建立残疾人书屋。")[-1]
    assert "有条件的" in [slot.text for slot in found.slots["hedge"]]
    assert not any(slot.text == "有条件的" for slot in found.slots.get("actor", ()))


@pytest.mark.parametrize(
    "said",
    [
        "新建康复站12个，其中农村5个",
        "接待来访残疾人86人次，比上年增加24人次",
        "办理残疾证320本，同比增长一成",
    ],
)
def test_figures_that_go_into_others_stay_with_them(said: str) -> None:
    """Border cases 30 and 39: what is compared, and some of what was counted."""
    text = f"{TITLE}\n一年来，县残联主要做了以下工作：\n{said}。\n慰问困难残疾人42户，发放慰问金2万元。"
    assert gr.analyze(gr.from_text(text)).statements[0].text == said


@pytest.mark.parametrize("said", ["9月底以前，完成村级换届", "国庆节前，建成文化广场"])
def test_a_plan_of_one_sentence_promises(said: str) -> None:
    """With its time set off in front."""
    assert [one.text for one in promised(f"{said}。")] == [said]


def test_in_what_is_lacking_or_to_be_reached_nobody_acts() -> None:
    """乡镇残联 whose staff is paid too little does nothing there."""
    text = f"{TITLE}\n现将工作情况汇报如下：\n举办就业培训班3期。\n存在的问题：\n乡镇残联专职委员待遇偏低。"
    assert "actor" not in gr.analyze(gr.from_text(text)).statements[-1].slots
    assert "actor" not in promised("乡镇残联专职委员配备率达到90%。", "举办讲座5场。")[0].slots
