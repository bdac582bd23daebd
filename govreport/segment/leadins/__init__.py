"""The lines that stand before a list of sections and say which part begins.

They are looked for where they can be: right before a first item of the outermost numbering, on unnumbered
lines of their own, and within lines where a list or a sentence announces a part.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from govreport.segment.leadins.closings import closing
from govreport.segment.leadins.draft import DraftLeadIn
from govreport.segment.leadins.first_items import before_first_items
from govreport.segment.leadins.in_prose import in_prose
from govreport.segment.leadins.own_lines import own_lines
from govreport.segment.leadins.running_text import LONGEST_ANNOUNCEMENT, in_mid_line, in_running_text
from govreport.segment.leadins.told import in_order, told_in_sentences
from govreport.segment.lines import line_end
from govreport.segment.marker import Marker
from govreport.segment.parts import looks_back, part_of_heading

__all__ = ["DraftLeadIn", "find_lead_ins", "in_a_plan"]


def find_lead_ins(text: str, markers: list[Marker], start: int, year: int | None = None) -> list[DraftLeadIn]:
    """Return the lead-ins after ``start`` (the end of the title), in reading order.

    ``year`` is the one reported on, None where it is unknown or the report is a plan.
    """
    outer = [marker for marker in markers if not marker.inline] or markers
    firsts = {lead.start: lead for lead in before_first_items(text, outer, start, year)}
    found = dict(firsts)
    for lead in (
        *own_lines(text, markers, start, year),
        *in_mid_line(text, markers, start),
        *in_running_text(text, markers, start),
        *in_prose(text, markers, start, year),
        *closing(text, markers, start),
        *told_in_sentences(text, markers, start, year),
    ):
        found.setdefault(lead.start, lead)
    return _switching(text, markers, [found[position] for position in sorted(found)], firsts.keys(), year)


def in_a_plan(text: str, leads: list[DraftLeadIn]) -> list[DraftLeadIn]:
    """Return the lead-ins of a report that only plans: what does not look back opens what is planned."""
    return [
        lead
        if lead.part != "retrospective" or looks_back(text[lead.start : lead.end])
        else replace(lead, part="plan")
        for lead in leads
    ]


def _switching(
    text: str, markers: list[Marker], leads: list[DraftLeadIn], firsts: Collection[int], year: int | None
) -> list[DraftLeadIn]:
    """Leave out what is announced within its own part: 实施六大行动：一是… in a plan switches nothing.

    What is only told is believed behind the first number, in the order of parts, and where nothing surer
    opens that part later on.
    """
    headed = [(marker.start, part) for marker in markers if (part := _part_of_marker(text, marker, year))]
    sure = sorted([*headed, *((lead.start, lead.part) for lead in leads if not lead.told)])
    last = {part: position for position, part in sure}
    begin = markers[0].start if markers else 0
    kept: list[DraftLeadIn] = []
    opened, place = None, 0
    for lead in leads:
        while place < len(headed) and headed[place][0] < lead.start:
            opened = headed[place][1]
            place += 1
        if lead.told:
            believed = lead.start > max(begin, last.get(lead.part, 0)) and in_order(lead.part, opened)
        else:
            believed = lead.start in firsts or lead.part != opened
        if believed:
            kept.append(lead)
            opened = lead.part
    return kept


def _part_of_marker(text: str, marker: Marker, year: int | None) -> str | None:
    """Return the part that the heading behind a marker opens, in flattened text too."""
    if marker.inline or not marker.at_line_start:
        return None
    head = text[marker.end : min(line_end(text, marker.end), marker.end + LONGEST_ANNOUNCEMENT)]
    return part_of_heading(re.split("[。:,\n]", head)[0], year)
