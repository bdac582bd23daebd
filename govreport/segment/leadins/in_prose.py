"""Sentences of a report without numbers that say what follows: 一年来,主要开展了以下工作。组织宣讲12场….

Where there are numbers the lists behind a sentence tell whether it opens a part; here its words alone do.
"""

from __future__ import annotations

from govreport.segment.leadins.draft import DraftLeadIn, opens_line
from govreport.segment.leadins.running_text import LONGEST_ANNOUNCEMENT
from govreport.segment.lines import sentences
from govreport.segment.marker import Marker
from govreport.segment.parts import announces_list, part_of_lead_in

__all__ = ["in_prose"]


def in_prose(text: str, markers: list[Marker], start: int, year: int | None) -> list[DraftLeadIn]:
    """Return the sentences after ``start`` that announce a list, in a report that has no numbered section."""
    if any(not marker.inline for marker in markers):
        return []
    leads = []
    for first, last in sentences(text, start, len(text)):
        words = text[first:last].rstrip(":。 \n")
        if text[first:last].rstrip()[-1:] not in (":", "。") or len(words) > LONGEST_ANNOUNCEMENT:
            continue
        part = part_of_lead_in(words, year) if announces_list(words) else None
        if part:
            leads.append(DraftLeadIn(first, last, part, opens_line(text, first)))
    return leads
