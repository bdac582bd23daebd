"""Statements and areas of the real report against its gold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govreport.model import Span, Statement
from govreport.report import Report

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


def pairs(report: Report, items: list[dict[str, object]]) -> list[tuple[dict[str, object], Statement]]:
    """Match gold items and statements one to one, the best overlap first."""
    own = [statement for statement in report.statements if statement.duplicate_of is None]
    scored = sorted(
        (
            (-_alike(Span(*item["span"]), one.span), number, one.id)  # type: ignore[misc]
            for number, item in enumerate(items)
            for one in own
        ),
    )
    found: dict[int, int] = {}
    for score, number, id in scored:
        if score <= -0.5 and number not in found and id not in found.values():
            found[number] = id
    return [(items[number], report.statements[id]) for number, id in found.items()]


def test_statements_against_the_gold(seed_report: Report, seed_gold: list[dict[str, object]]) -> None:
    """F1 at an overlap of one half: 30 of 30 found, 2 too many; every kind and status right."""
    items = [record for record in seed_gold if record["kind"] == "item"]
    own = [statement for statement in seed_report.statements if statement.duplicate_of is None]
    found = pairs(seed_report, items)
    assert 2 * len(found) / (len(items) + len(own)) >= 0.95
    assert all((item["type"], item["status"]) == (one.kind, one.status) for item, one in found)
    assert sum(bool(one.areas) and one.areas[0].area_id == item["area"] for item, one in found) >= 24


def test_statements_of_the_copy_are_marked(seed_report: Report) -> None:
    """The second copy tells the same again, and says so."""
    copies = [one for one in seed_report.statements if one.duplicate_of is not None]
    block = seed_report.duplicates[0]
    inside = [one for one in seed_report.statements if block.spans[1].covers(one.span)]
    assert copies == inside
    assert all(seed_report.statements[one.duplicate_of or 0].text == one.text for one in copies)


def test_primary_areas(seed_report: Report) -> None:
    """All seven sections, as in the gold."""
    outer = [one for one in seed_report.sections if not one.inline and one.duplicate_of is None]
    assert [one.areas[0].area_id for one in outer] == PRIMARY


@pytest.mark.parametrize("variant", range(5))
def test_areas_of_the_variants(seed_variants: list[Path], variant: int) -> None:
    """Script, width, line ends and indents change no area."""
    import govreport as gr

    report = gr.analyze(seed_variants[variant])
    outer = [one for one in report.sections if not one.inline and one.duplicate_of is None]
    assert [one.areas[0].area_id for one in outer] == PRIMARY


__all__ = ["json"]
