"""Promises that a later report leaves unmentioned: which of them can be looked for, and which are named."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.check import check_kept
from govreport.follow import follow_up

LATER = (
    "石桥镇妇联2021年工作总结\n一、依法维权\n调处纠纷5件。举办普法讲座3场。\n"
    "二、关爱儿童\n慰问留守儿童9名。\n"
)


def flagged(promise: str, later: str = LATER) -> list[str]:
    """Return the words of the plan that are flagged."""
    text = (
        "石桥镇妇联2020年工作总结及2021年工作计划\n一、依法维权\n调处纠纷3件。\n"
        f"下一步工作计划：\n一、抓阵地\n{promise}。\n"
    )
    one, other = gr.analyze(gr.from_text(text)).findings, gr.analyze(gr.from_text(later)).findings
    found = check_kept(one, other, follow_up(one, other))
    return [text[evidence.span.start : evidence.span.end] for flag in found for evidence in flag.evidence]


@pytest.mark.parametrize("promise", ["维修周转房20间", "组建女企业家导师团", "修好村口水塔1座"])
def test_a_short_promise_with_a_thing_of_its_own_is_looked_for(promise: str) -> None:
    """Five characters beside the figure name a thing, and eight where there is no figure."""
    assert flagged(promise) == [promise]


@pytest.mark.parametrize("promise", ["加大宣传力度", "明年补上", "新增2处", "上述事项逐一落实到位"])
def test_what_names_nothing_is_not_looked_for(promise: str) -> None:
    """A promise without a thing of its own can't be missing."""
    assert flagged(promise) == []


def test_what_the_later_report_names_is_mentioned() -> None:
    """In whatever connection it stands: that it was done is not asked."""
    assert flagged("新建家事调解室2个", LATER + "三、阵地建设\n参观市里的家事调解室。\n") == []
