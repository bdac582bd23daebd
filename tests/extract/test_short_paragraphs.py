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
