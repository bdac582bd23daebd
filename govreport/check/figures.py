"""A retrospective without one figure for what the unit itself did."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.check.genre import opening_of_report

_SENTENCE = re.compile(r"[^。;!?\n]+")


def check_figures(context: Context) -> Iterator[Draft]:
    """The evidence is the lead-in or heading of the retrospective, else the title."""
    stretches = context.part_texts("retrospective")
    if not stretches or sum(len(text) for _, text in stretches) < 100:
        return
    if any(_holds_result(sentence) for _, text in stretches for sentence in _SENTENCE.findall(text)):
        return
    place = opening_of_report(context)
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
