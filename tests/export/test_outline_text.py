"""From the outline back to text: a report with its headings on lines of their own has the same outline."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

import govreport as gr
from govreport.report import Report
from tests.strategies import any_texts

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
# One heading each whose border hangs on what the others of its list look like: these stand on lines now.
OPEN = {
    "df-nanshan-town-2020",
    "gv-liangshui-town-2022",
    "gv-veil-village-2018",
    "ic-xilian-district-2019",
    "tu-ligang-district-2019",
    "w-lengshui-village-2021",
    "w-shangzhai-village-2019",
    "w-shitan-town-2020",
    "w-xinzhou-town-2015",
}
ITEMS = [item for item in gr.load_corpus(REPORTS) if item.split != "test" and item.document.id not in OPEN]


def tree(report: Report) -> list[tuple[str, int, str, str | None]]:
    return [(s.marker.strip(), s.level, s.heading, s.part) for s in report.sections]


@pytest.mark.parametrize("item", ITEMS[::4], ids=lambda item: item.document.id)
def test_the_outline_survives_the_way_to_text_and_back(item: object) -> None:
    """Markers, levels, headings and parts are the same."""
    report = gr.analyze(item.document)  # type: ignore[attr-defined]
    again = gr.analyze(gr.from_text(report.to_outline_text()))
    assert tree(again) == tree(report)


@settings(deadline=None, max_examples=60)
@given(any_texts())
def test_nothing_but_white_space_is_changed(text: str) -> None:
    """Every other character stays, in its order."""
    if not text.removeprefix("\ufeff").strip():
        return
    report = gr.analyze(gr.from_text(text))
    written = report.to_outline_text()
    assert "".join(written.split()) == "".join(report.document.text.split())
