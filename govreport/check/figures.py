"""A retrospective without one figure for what the unit itself did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span

_SENTENCE = re.compile(r"[^。;!?\n]+")


def check_figures(context: Context) -> Iterator[Draft]:
    """The evidence is the lead-in of the retrospective, else its first marker."""
    stretches = context.part_texts("retrospective")
    if not stretches or sum(len(text) for _, text in stretches) < 100:
        return
    if any(_holds_result(sentence) for _, text in stretches for sentence in _SENTENCE.findall(text)):
        return
    lead = next((lead.span for lead in context.outline.lead_ins if lead.part == "retrospective"), None)
    yield Draft("results-without-figures", (lead or _first(context),), {})


def _holds_result(sentence: str) -> bool:
    """A figure counts unless its clause asks for it or plans it."""
    for clause in sentence.split(","):
        if pattern("figures", "not_a_result").search(clause):
            continue
        if pattern("figures", "percent").search(clause):
            return True
        for match in pattern("figures", "quantity").finditer(clause):
            if not pattern("figures", "indefinite").match(match.group()):
                return True
    return False


def _first(context: Context) -> Span:
    part = next(part for part in context.outline.parts if part.name == "retrospective")
    section = next((s for s in context.outline.sections if s.span.start >= part.span.start), None)
    return section.marker_span if section else Span(part.span.start, min(part.span.end, part.span.start + 10))
