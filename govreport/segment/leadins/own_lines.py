"""Unnumbered lines of their own that say which part begins: 2022年工作打算, 存在的不足:."""

from __future__ import annotations

import re
from bisect import bisect_right

from govreport.segment.genre import looks_back_and_ahead
from govreport.segment.leadins.draft import DraftLeadIn, line_start
from govreport.segment.leadins.running_text import ANNOUNCED, LONGEST_ANNOUNCEMENT, is_named
from govreport.segment.lines import line_end, next_content
from govreport.segment.marker import Marker
from govreport.segment.parts import part_of_heading, part_of_lead_in

__all__ = ["own_lines"]

# A number of another kind stands before what is no heading of the whole report: 1.2.1 近期目标.
_ROW = re.compile(r"[0-9]{1,2}\.[0-9]")


def own_lines(text: str, markers: list[Marker], start: int, year: int | None) -> list[DraftLeadIn]:
    """Unnumbered lines: a short line that ends with a colon or has no end mark may switch."""
    opening = [marker for marker in markers if marker.at_line_start]
    numbered = {line_start(text, marker.start) for marker in opening}
    leads = []
    position = next_content(text, start)
    while position < len(text):
        end = line_end(text, position)
        if line_start(text, position) not in numbered and position > start:
            stop, part = _head_of_line(text[position:end].rstrip(), year)
            if part and part != _opened_by(text, opening, position, year):
                leads.append(DraftLeadIn(position, position + stop, part, True))
        position = next_content(text, end)
    return leads


def _opened_by(text: str, opening: list[Marker], position: int, year: int | None) -> str | None:
    """Return the part that the heading before a paragraph opens: under 存在的问题 nothing is switched."""
    place = bisect_right(opening, position, key=lambda marker: marker.end)
    if not place:
        return None
    end = opening[place - 1].end
    return part_of_heading(text[end : line_end(text, end)], year)


def _head_of_line(line: str, year: int | None) -> tuple[int, str | None]:
    """Return how far a lead-in runs: the whole line, or as far as a colon behind which its matter begins."""
    colon = line.find(":") + 1
    announced = line[:colon]
    if 0 < colon < min(len(line), LONGEST_ANNOUNCEMENT) and "。" not in announced:
        part = part_of_lead_in(announced.rstrip(":"), year)
        if part in ANNOUNCED or is_named(announced.rstrip(":"), part):
            return colon, part
    return len(line), _part_of_own_line(line.strip(), year)


def _part_of_own_line(line: str, year: int | None) -> str | None:
    """Return the part that a line without number opens: as a lead-in, or as a heading that has no number."""
    if len(line) > LONGEST_ANNOUNCEMENT or "。" in line[:-1]:
        return None
    if line.endswith(":"):
        return part_of_lead_in(line.rstrip(":"), year)
    if line[-1:] in tuple("。;!?") or _ROW.match(line):
        return None
    part = part_of_heading(line, year) or part_of_lead_in(line, year)
    return None if part == "plan" and looks_back_and_ahead(line) else part
