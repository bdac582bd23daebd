"""The whole story on any text."""

from __future__ import annotations

from hypothesis import given, settings

import govreport as gr
from tests.strategies import any_texts


@settings(deadline=None)
@given(any_texts())
def test_any_string_goes_through(text: str) -> None:
    """No text raises, and every quote equals its span."""
    report = gr.analyze(gr.from_text(text))
    for section in report.sections:
        assert section.marker == section.marker_span.of(text.removeprefix("\ufeff"))


def test_a_file_that_holds_several_reports() -> None:
    """Each cover line opens a report of its own; numbering starts again without a flag; nothing is lost."""
    body = "今年以来，镇妇联开展工作。\n一、抓宣传\n举办活动5场。\n二、抓培训\n办班3期。\n"
    text = f"本站整理\n篇一：XX镇妇联工作总结\n{body}篇二：街道妇联工作总结\n{body}"
    reports = gr.analyze_each(gr.from_text(text, id="three.txt"))
    assert [report.document.id for report in reports] == ["three.txt#1", "three.txt#2"]
    assert "".join(report.document.text for report in reports) == text
    assert [[s.number for s in report.sections] for report in reports] == [[1, 2], [1, 2]]


def test_a_file_with_one_report_keeps_its_name() -> None:
    """Without covers there is one report, and 篇 in running text opens none."""
    document = gr.from_text("工作总结\n一、抓宣传\n发表文章第一篇，第二篇。\n", id="one.txt")
    assert [report.document.id for report in gr.analyze_each(document)] == ["one.txt"]
