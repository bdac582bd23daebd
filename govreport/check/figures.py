"""A retrospective without one figure for what the unit itself did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span

_SENTENCE = re.compile(r"[^。;!?\n]+")


def check_figures(context: Context) -> Iterator[Draft]:
    """The evidence is the lead-in or heading of the retrospective, else the title."""
    stretches = context.part_texts("retrospective")
    if not stretches or sum(len(text) for _, text in stretches) < 100:
        return
    if any(_holds_result(sentence) for _, text in stretches for sentence in _SENTENCE.findall(text)):
        return
    place = _opened_by(context)
    if place is not None:
        yield Draft("results-without-figures", (place,), {})


def _holds_result(sentence: str) -> bool:
    """A figure counts unless its clause asks for it or plans it."""
    for clause in sentence.split(","):
        if pattern("figures", "not_a_result").search(clause):
            continue
        if pattern("figures", "percent").search(clause):
            return True
        plain = pattern("figures", "no_figure").sub("", clause)
        for match in pattern("figures", "quantity").finditer(plain):
            if not pattern("figures", "indefinite").match(match.group()):
                return True
    return False


def _opened_by(context: Context) -> Span | None:
    """Return the lead-in or heading of the retrospective, or the title; None where no report on work is seen.

    Guidelines, plans and standards have no retrospective, though what opens no other part is taken for one.
    """
    outline = context.outline
    lead = next((lead.span for lead in outline.lead_ins if lead.part == "retrospective"), None)
    if lead is not None:
        return lead
    part = next(part for part in outline.parts if part.name == "retrospective")
    first = next((one for one in outline.sections if one.span.start >= part.span.start), None)
    begun = context.text.normalized(first.span).start if first else len(context.text.text)
    told = pattern("figures", "told").search(context.text.text, 0, begun)
    if told is not None:
        return context.raw(told)
    for span in (first.heading_span if first else None, outline.title_span):
        if span is not None and pattern("figures", "report").search(context.text.view(span)):
            return span
    return None
