"""The whole story on any text."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings

import govreport as gr
from govreport.text.collector import collector_at_rest
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


def test_a_part_of_a_file_keeps_the_pages_of_the_file() -> None:
    """The second report of a file begins on the page that it begins on, and its lines keep their doubts."""
    from dataclasses import replace
    from itertools import pairwise

    from govreport.model import Span

    parts = [
        f"篇{n}：{name}镇妇联2019年工作总结\n一、加强学习\n培训300人次。\n"
        for n, name in zip("一二三", ("甲山", "乙水", "丙田"), strict=True)
    ]
    whole = gr.from_text("".join(parts), id="a.pdf")
    cuts = [0, len(parts[0]), len(parts[0]) + len(parts[1]), len(whole.text)]
    pages = tuple(Span(start, end) for start, end in pairwise(cuts))
    sure = tuple(0.9 + number / 1000 for number in range(len(whole.lines)))
    document = replace(whole, pages=pages, provenance=replace(whole.provenance, confidences=sure))
    reports = gr.analyze_each(document)
    assert [report.document.page_at(0) for report in reports] == [1, 2, 3]
    assert [list(report.to_frame("sections")["page"]) for report in reports] == [[1], [2], [3]]
    assert sum((report.document.provenance.confidences for report in reports), ()) == sure


@pytest.mark.parametrize("is_on", [True, False])
def test_the_collector_is_left_as_it_was(is_on: bool) -> None:
    """An analysis puts Python's collector to rest and gives it back as it was, also when it fails."""
    before = gc.isenabled()
    (gc.enable if is_on else gc.disable)()
    try:
        gr.analyze(gr.from_text("一、走访\n走访困难家庭。"))
        assert gc.isenabled() is is_on
        with collector_at_rest():
            assert not gc.isenabled()
        with pytest.raises(TypeError):
            gr.analyze(gr.from_text("一、走访\n走访困难家庭。"), rules=[None])  # type: ignore[list-item]
        assert gc.isenabled() is is_on
    finally:
        (gc.enable if before else gc.disable)()
