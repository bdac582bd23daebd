"""The lines that stand before a list of sections and say which part begins.

They are looked for where they can be: right before a first item of the outermost numbering, and on
unnumbered lines of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, replace

from govreport.segment.lines import line_end, next_content, sentences, strip_end
from govreport.segment.markers import Marker
from govreport.segment.nesting import find_nesting
from govreport.segment.parts import (
    announced_wants,
    announces_list,
    looks_back,
    part_of_announcement,
    part_of_heading,
    part_of_lead_in,
    part_of_line,
)

_LONGEST = 80
_LOOK_BACK = 240
_LONGEST_ANNOUNCEMENT = 40
_LONGEST_NAME = 12
# How many markers back the section is looked for that a lead-in stands in.
_NEAR = 50
# A number of another kind stands before what is no heading of the whole report: 1.2.1 近期目标.
_ROW = re.compile(r"[0-9]{1,2}\.[0-9]")
# Parts that an unnumbered paragraph opens by itself: 工作中还存在一些问题:…
_ANNOUNCED = ("problems", "causes")


@dataclass(frozen=True, slots=True)
class DraftLeadIn:
    """A lead-in in the normalized view; ``own_line`` where nothing stands before it on its line."""

    start: int
    end: int
    part: str
    own_line: bool


def find_lead_ins(text: str, markers: list[Marker], start: int, year: int | None = None) -> list[DraftLeadIn]:
    """Return the lead-ins after ``start`` (the end of the title), in reading order.

    ``year`` is the one reported on, None where it is unknown or the report is a plan.
    """
    outer = [marker for marker in markers if not marker.inline] or markers
    firsts = {lead.start: lead for lead in _before_first_items(text, outer, start, year)}
    found = dict(firsts)
    for lead in (
        *_own_lines(text, markers, start, year),
        *_in_mid_line(text, markers, start),
        *_in_running_text(text, markers, start),
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
    """Leave out what is announced within its own part: 实施六大行动：一是… in a plan switches nothing."""
    kept: list[DraftLeadIn] = []
    opened, place = None, 0
    for lead in leads:
        while place < len(markers) and markers[place].start < lead.start:
            opened = _part_of_marker(text, markers[place], year) or opened
            place += 1
        if lead.start in firsts or lead.part != opened:
            kept.append(lead)
            opened = lead.part
    return kept


def _part_of_marker(text: str, marker: Marker, year: int | None) -> str | None:
    """Return the part that the heading behind a marker opens, where it stands at a line start."""
    if marker.inline or not marker.at_line_start:
        return None
    head = text[marker.end : min(line_end(text, marker.end), marker.end + _LONGEST_ANNOUNCEMENT)]
    return part_of_heading(re.split("[。:,\n]", head)[0], year)


def _before_first_items(text: str, outer: list[Marker], start: int, year: int | None) -> list[DraftLeadIn]:
    """The last sentence before a 一、 of the outermost style."""
    if not outer:
        return []
    outermost = find_nesting(outer).outermost(outer)
    leads = []
    for marker in outer:
        if marker.number == 1 and marker.style in outermost:
            lead = _sentence_before(text, marker.start, start, year)
            if lead:
                leads.append(lead)
    return leads


def _in_mid_line(text: str, markers: list[Marker], start: int) -> list[DraftLeadIn]:
    """In flattened text a part is announced in the middle of a line: 还存在一些不足：一是…

    A full stop may stand for the colon where what it ends promises a list: 着重抓好以下工作。一是…
    """
    outer = [marker for marker in markers if not marker.inline]
    outermost = find_nesting(outer).outermost(outer) if outer else set()
    leads = []
    for marker in markers:
        before = text[max(0, marker.start - 4) : marker.start].rstrip()
        # Behind a colon it may be a list of a lower style: 下半年打算做好以下工作:1、…
        is_lower = not marker.inline and marker.style not in outermost and before[-1:] == ":"
        if (marker.inline or is_lower) and marker.number == 1 and before[-1:] in (":", "。"):
            lead = _announcement(text, marker.start, start)
            if lead and before[-1] == "。" and not announces_list(text[lead.start : lead.end].rstrip("。")):
                continue
            if lead and not _is_opened(text, markers, lead):
                leads.append(lead)
    return leads


def _in_running_text(text: str, markers: list[Marker], start: int) -> list[DraftLeadIn]:
    """Where a sentence turns to what is lacking, no list need follow."""
    leads = [DraftLeadIn(*span, "problems", True) for span in announced_wants(text) if span[0] >= start]
    return [lead for lead in leads if not _is_opened(text, markers, lead)]


def _announcement(text: str, position: int, start: int) -> DraftLeadIn | None:
    """The sentence before an inline item, where it announces a part."""
    end = strip_end(text, start, position)
    begin = max(start, end - _LOOK_BACK)
    found = list(sentences(text, text.rfind("\n", begin, end) + 1 or begin, end))
    if not found:
        return None
    first, last = found[-1]
    sentence = text[first:last].rstrip(":。")
    part = part_of_announcement(sentence) or part_of_lead_in(sentence)
    if part not in _ANNOUNCED and part != part_of_announcement(sentence) and not _is_named(sentence, part):
        return None
    return DraftLeadIn(first, last, part, _opens_line(text, first)) if part else None


def _is_named(words: str, part: str | None) -> bool:
    """Whether a few words are the name of a part: 下步打算:."""
    return len(words) <= _LONGEST_NAME and part is not None and part_of_heading(words) == part


def _opens_line(text: str, position: int) -> bool:
    return text[:position].rstrip(" ").endswith("\n") or position == next_content(text, 0)


def _is_opened(text: str, markers: list[Marker], lead: DraftLeadIn) -> bool:
    """Tell whether the section that a lead-in stands in already opens its part, or holds nothing else."""
    place = bisect_right(markers, lead.start, key=lambda marker: marker.end)
    above = next(
        (marker for marker in reversed(markers[max(0, place - _NEAR) : place]) if not marker.inline), None
    )
    if above is None:
        return False
    head = text[above.end : min(lead.start, above.end + _LONGEST_ANNOUNCEMENT)]
    return not head.strip() or part_of_heading(next(iter(re.split("[。:\n]", head)))) == lead.part


def _sentence_before(text: str, position: int, start: int, year: int | None) -> DraftLeadIn | None:
    end = strip_end(text, start, position)
    begin = max(start, end - _LOOK_BACK)
    line = text.rfind("\n", begin, end) + 1 or begin
    found = list(sentences(text, line, end))
    if not found:
        return None
    first, last = found[-1]
    sentence = text[first:last].rstrip(":。")
    if text[last - 1] in ":。":
        part = part_of_lead_in(sentence, year)
        if part is None and text[last - 1] == ":":
            part = part_of_announcement(sentence)
    else:
        part = part_of_heading(sentence, year) or part_of_lead_in(sentence, year)
    if part is None or not (text[last - 1] == ":" or "如下" in text[first:last] or last - first <= _LONGEST):
        return None
    if text[last - 1] != ":" and not announces_list(text[first:last].rstrip("。")) and len(found) > 1:
        return None
    return DraftLeadIn(first, last, part, _opens_line(text, first))


def _own_lines(text: str, markers: list[Marker], start: int, year: int | None) -> list[DraftLeadIn]:
    """Unnumbered lines: 总之… closes; a short line that ends with a colon or has no end mark may switch."""
    opening = [marker for marker in markers if marker.at_line_start]
    numbered = {_line_start(text, marker.start) for marker in opening}
    leads = []
    position = next_content(text, start)
    while position < len(text):
        end = line_end(text, position)
        if _line_start(text, position) not in numbered and position > start:
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
    if 0 < colon < min(len(line), _LONGEST_ANNOUNCEMENT) and "。" not in announced:
        part = part_of_lead_in(announced.rstrip(":"), year)
        if part in _ANNOUNCED or _is_named(announced.rstrip(":"), part):
            return colon, part
    return len(line), _part_of_own_line(line.strip(), year)


def _part_of_own_line(line: str, year: int | None) -> str | None:
    """Return the part that a line without number opens: as a lead-in, or as a heading that has no number."""
    closing = part_of_line(line)
    if closing:
        return closing
    if len(line) > _LONGEST_ANNOUNCEMENT or "。" in line[:-1]:
        return None
    if line.endswith(":"):
        return part_of_lead_in(line.rstrip(":"), year)
    if line[-1:] in tuple("。;!?") or _ROW.match(line):
        return None
    return part_of_heading(line, year) or part_of_lead_in(line, year)


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1
