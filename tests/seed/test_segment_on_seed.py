"""The real report: its sections, parts and title."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from govreport.text.script import to_simplified

COPY = 1086


def sections(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The seven numbered sections of the first copy."""
    return [record for record in gold if record["kind"] == "section"]


def test_markers_numbers_and_levels(seed_path: Path, gold: list[dict[str, Any]]) -> None:
    """All 14 numbered sections and the 10 inline items stand where the gold says."""
    report = gr.analyze(seed_path)
    found = {(s.marker_span, s.number, s.level) for s in report.sections}
    expected = set()
    for record in gold:
        if record["kind"] in ("section", "enumerator"):
            start, end = record.get("marker_span") or record["span"]
            for shift in (0, COPY):
                expected.add(((start + shift, end + shift), record["number"], record["level"]))
    assert found == expected


def test_title_unit_years_and_lead_ins(seed_path: Path) -> None:
    """Title, unit, years and the two lead-ins."""
    report = gr.analyze(seed_path)
    assert report.outline.title_span == (0, 20)
    assert (report.unit, report.year, report.outline.plan_year, report.script) == (
        "xx鎮婦聯",
        2019,
        2020,
        "Hant",
    )
    leads = [(lead.span, lead.part) for lead in report.outline.lead_ins]
    assert leads[:2] == [((85, 100), "retrospective"), ((745, 759), "plan")]


def test_parts_of_the_first_copy(seed_path: Path, gold: list[dict[str, Any]]) -> None:
    """Each section of the first copy stands in its part."""
    report = gr.analyze(seed_path)
    parts = {section.span.start: section.part for section in report.sections}
    assert all(parts[record["span"][0]] == record["part"] for record in sections(gold))


def test_heading_borders_that_the_mechanism_finds(seed_path: Path, gold: list[dict[str, Any]]) -> None:
    """All seven fused headings end where the gold says, by no rule made for them."""
    report = gr.analyze(seed_path)
    ends = {s.span.start: s.heading_span.end for s in report.sections if s.heading_span}
    right = sum(ends.get(record["span"][0]) == record["heading_span"][1] for record in sections(gold))
    assert right == 7


VARIANTS = {
    "simplified": to_simplified,
    "full-width": lambda text: text.translate(str.maketrans(",:;", "，：；")),
    "no line ends": lambda text: text.replace("\n", ""),
    "crlf": lambda text: text.replace("\n", "\r\n"),
    "blank lines and indents": lambda text: "\u3000\u3000" + text.replace("\n", "\n\n\u3000\u3000"),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_variants_give_the_same_sections(seed_path: Path, name: str) -> None:
    """Script, width and line ends change nothing that is found."""
    text = gr.read(seed_path).text
    original = gr.analyze(gr.from_text(text)).sections
    variant = gr.analyze(gr.from_text(VARIANTS[name](text))).sections
    shape = [(to_simplified(s.marker), s.number, s.level, s.part, to_simplified(s.heading)) for s in original]
    assert [
        (to_simplified(s.marker), s.number, s.level, s.part, to_simplified(s.heading.replace("，", ",")))
        for s in variant
    ] == shape


def test_numbering_rows(shared: Path) -> None:
    """Every row of the shared table of numbering forms and false friends is judged as it says."""
    from govreport.normalize import normalize
    from govreport.segment.markers import find_candidates

    for line in (shared / "numbering.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        before = "" if row["line_start"] else "。"
        view = normalize(gr.from_text(before + row["text"]))
        # A doubtful one needs the number before it, and a row stands alone.
        markers = [m for m in find_candidates(view.text) if m.start == len(before) and not m.doubtful]
        found = [view.quote(view.raw(m.start, m.end)) for m in markers]
        assert found == ([row["marker"]] if row["marker"] else []), row
