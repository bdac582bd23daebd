"""A text beyond the size of any report: read whole, analyzed in its first part, and told."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.normalize import reach

SENTENCE = "开展走访慰问活动。\n"
LINE = "一、开展走访慰问活动。\n"


def check(text: str) -> None:
    report = gr.analyze(gr.from_text(text))
    assert report.document.text == text
    assert "not-analyzed" in report.document.provenance.warnings
    (rest,) = [aside.span for aside in report.outline.asides if aside.kind == "not-analyzed"]
    assert rest.end == len(text)
    assert all(section.span.end <= rest.start for section in report.sections)
    assert all(statement.span.end <= rest.start for statement in report.statements)


@pytest.mark.parametrize("limit", ["_NUMBERS", "_SENTENCES", "_CHARACTERS"])
def test_what_is_too_large_is_analyzed_in_part(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The text is kept to the last character, the rest is an aside, and a warning says so."""
    monkeypatch.setattr(reach, limit, 30)
    check(LINE * 60)


@pytest.mark.nightly
@pytest.mark.parametrize("text", [LINE * 200_000, SENTENCE * 1_000_000, "开展走访慰问活动" * 1_000_000])
def test_what_is_far_too_large_is_analyzed_in_part(text: str) -> None:
    """The same at the limits as they are."""
    check(text)


def test_a_long_report_is_analyzed_whole() -> None:
    """Several times the longest report is no exception, and its several reports are found at any size."""
    assert reach.reach_of(LINE * 9_000) == len(LINE) * 9_000
    assert reach.reach_of(SENTENCE * 15_000) == len(SENTENCE) * 15_000
