"""Statements and areas of the real report against its gold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import govreport as gr
from govreport.model import Span, Statement
from govreport.report import Report
from tests.seed.test_segment_on_seed import VARIANTS

PRIMARY = [
    "ideology-culture",
    "volunteer-service",
    "grassroots-organization",
    "outline-coordination",
    "outline-coordination",
    "rights-protection",
    "grassroots-organization",
]


def _alike(left: Span, right: Span) -> float:
    shared = left.overlap(right)
    return shared / (left.length + right.length - shared)


def pairs(report: Report, items: list[dict[str, Any]]) -> list[tuple[dict[str, Any], Statement]]:
    """Match gold items and statements one to one, the best overlap first."""
    own = [statement for statement in report.statements if statement.duplicate_of is None]
    scored = sorted(
        (
            (-_alike(Span(*item["span"]), one.span), number, one.id)
            for number, item in enumerate(items)
            for one in own
        ),
    )
    found: dict[int, int] = {}
    for score, number, id in scored:
        if score <= -0.5 and number not in found and id not in found.values():
            found[number] = id
    return [(items[number], report.statements[id]) for number, id in found.items()]


def test_statements_against_the_gold(seed_path: Path, gold: list[dict[str, Any]]) -> None:
    """F1 at an overlap of one half: 30 of 30 found, 2 too many; every kind and status right."""
    report = gr.analyze(seed_path)
    items = [record for record in gold if record["kind"] == "item"]
    own = [statement for statement in report.statements if statement.duplicate_of is None]
    found = pairs(report, items)
    assert 2 * len(found) / (len(items) + len(own)) >= 0.95
    assert all((item["type"], item["status"]) == (one.kind, one.status) for item, one in found)
    assert sum(bool(one.areas) and one.areas[0].area_id == item["area"] for item, one in found) >= 24


def test_statements_of_the_copy_are_marked(seed_path: Path) -> None:
    """The second copy tells the same again, and says so."""
    report = gr.analyze(seed_path)
    copies = [one for one in report.statements if one.duplicate_of is not None]
    block = report.duplicates[0]
    assert copies == [one for one in report.statements if block.spans[1].covers(one.span)]
    assert all(report.statements[one.duplicate_of or 0].text == one.text for one in copies)


@pytest.mark.parametrize("variant", ["original", *VARIANTS])
def test_primary_areas(seed_path: Path, variant: str) -> None:
    """All seven sections as in the gold; script, width, line ends and indents change no area."""
    text = seed_path.read_text("utf-8")
    report = gr.analyze(gr.from_text(VARIANTS[variant](text) if variant in VARIANTS else text))
    outer = [one for one in report.sections if not one.inline and one.duplicate_of is None]
    assert [one.areas[0].area_id for one in outer] == PRIMARY
