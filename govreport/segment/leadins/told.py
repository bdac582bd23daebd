"""Sentences that turn to the next part with no list behind them, believed where the order of parts lets them.

What was done comes first, then what is lacking and why, then what will be done about it.
"""

from __future__ import annotations

from govreport.segment.leadins.draft import DraftLeadIn, opens_line
from govreport.segment.leadins.running_text import is_opened
from govreport.segment.lines import sentences
from govreport.segment.marker import Marker
from govreport.segment.parts import part_told

__all__ = ["in_order", "told_in_sentences"]

# What a part may follow; retrospective stands for whatever comes before any other.
_BEHIND = {
    "lessons": ("retrospective",),
    "problems": ("retrospective", "lessons"),
    "causes": ("problems",),
    "plan": ("problems", "causes"),
}
# So much of a sentence tells what it turns to.
_LONGEST = 60


def told_in_sentences(text: str, markers: list[Marker], start: int, year: int | None) -> list[DraftLeadIn]:
    """Return the sentences after ``start`` that may turn to a part; ``year`` is the one reported on."""
    behind_number = {marker.end for marker in markers}
    leads = []
    for first, last in sentences(text, start, len(text)):
        part = None if first in behind_number else part_told(text[first : min(last, first + _LONGEST)], year)
        if part:
            ends = part != "causes"
            leads.append(DraftLeadIn(first, last, part, opens_line(text, first), told=True, ends=ends))
    return [lead for lead in leads if not is_opened(text, markers, lead)]


def in_order(part: str, opened: str | None) -> bool:
    """Tell whether a part may follow the one that is open.

    >>> in_order("plan", "problems"), in_order("plan", None)
    (True, False)
    """
    return (opened or "retrospective") in _BEHIND.get(part, ())
