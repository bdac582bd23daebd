"""Irregular numbering as diagnostics: gaps, doubled numbers, and restarts that nothing explains."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from govreport.model import Diagnostic, Section, Span
from govreport.text.lexicon import load_table
from govreport.text.numerals import chinese_numeral

# A paste that brings this share of the sections again is one of the whole report.
_ALL = 0.8
# Characters of a heading that stands alone and is closed by a mark.
_SHORTEST, _LONGEST = 5, 16


def find_irregular(sections: tuple[Section, ...], breaks: list[int], text: str) -> list[Diagnostic]:
    """Return one diagnostic per irregular number; ``breaks`` are offsets of lead-ins in the raw ``text``.

    A pasted block is irregular where it begins; the numbers inside it are those of its original, and where
    the whole report is pasted again its numbers are in order. Numbers that run on through the lists of
    several sections (1. to 12.) are regular, and so is a list that its own lead-in or heading opens.
    """
    found: list[Diagnostic] = []
    breaks = sorted(breaks)
    last: dict[int | None, Section] = {}
    latest: dict[int | None, Section] = {}
    counted: dict[str, int] = {}
    slip: Section | None = None
    in_copy = False
    all_again = _is_all_pasted_again(sections)
    for section in sections:
        if section.number is None or section.inline:
            continue
        begins_copy, in_copy = (
            section.duplicate_of is not None and not in_copy,
            section.duplicate_of is not None,
        )
        before, nearest = last.get(section.parent), latest.get(section.parent)
        runs_on = section.number == counted.get(_shape(section), 0) + 1
        goes_on = nearest is not None and section.number == (nearest.number or 0) + 1
        latest[section.parent], counted[_shape(section)] = section, section.number
        if not in_copy:
            last[section.parent] = section
        is_after_slip = slip is not None and _goes_on_behind(slip, section, sections)
        if (in_copy and (all_again or not begins_copy)) or goes_on or is_after_slip:
            continue
        if before is None or _parted(breaks, before.span.start + 1, section.span.start):
            code = "numbering-gap" if section.number > 1 and before is None and not runs_on else None
            before_number = 0
        else:
            before_number = before.number or 0
            code = _irregular(before_number, section.number)
        if code is None or (in_copy and code == "numbering-gap"):
            continue
        start = before.span.start if before else 0
        if _is_row(text, section):
            continue
        if not _is_explained(code, text[start : section.span.start], before, section):
            params: Mapping[str, str | int] = {"found": section.number, "expected": before_number + 1}
            found.append(Diagnostic(code, section.marker_span, params))
            slip = section if code != "numbering-restart" else None
    return found + list(_empty(sections, breaks, text))


def _is_all_pasted_again(sections: tuple[Section, ...]) -> bool:
    numbered = [section for section in sections if not section.inline]
    copies = sum(section.duplicate_of is not None for section in numbered)
    return copies >= _ALL * (len(numbered) - copies)


def _irregular(before: int, number: int) -> str | None:
    if number == before:
        return "numbering-doubled"
    if number == 1:
        return "numbering-restart"
    return "numbering-gap" if number > before + 1 else None


def _goes_on_behind(slip: Section, section: Section, sections: tuple[Section, ...]) -> bool:
    """One wrong number is one finding: 二、二、四、 has two slips by count and one by hand."""
    number, wrong = section.number or 0, slip.number or 0
    is_doubled = number == wrong + 2 and section.parent == slip.parent
    between = sections[slip.id + 1 : section.id]
    return is_doubled or (number == wrong + 1 and all(one.inline for one in between))


def _is_row(text: str, section: Section) -> bool:
    """Whether it is a line of the contents, or stands in the middle of a line, as in the rows of a table."""
    line_end = text.find("\n", section.span.start)
    line = text[section.span.start : line_end if line_end >= 0 else len(text)]
    before = text[: section.span.start].rstrip(" \t\u3000\u200b")[-1:]
    is_inside = before.isalnum() and text[section.span.start - 1].isspace() and before not in "\n"
    return is_inside or re.search(r"\.{4,}|…{2,}|·{4,}", line) is not None


def _shape(section: Section) -> str:
    """Return the marker without its number: （N）, N、."""
    return _numeral().sub("N", section.marker.strip())


@cache
def _numeral() -> re.Pattern[str]:
    return re.compile(load_table("segment")["numbers"]["numeral"])


@cache
def _opens() -> re.Pattern[str]:
    return re.compile(load_table("segment")["numbers"]["opens"])


def _is_explained(code: str, between: str, before: Section | None, section: Section) -> bool:
    """Whether the text since the last number of the list tells why another one stands here.

    A number that is missed may stand there without being taken for a marker (1 .); a list begins again
    behind a lead-in or the heading of a box; and a heading of the contents comes again in the text.
    """
    if code == "numbering-gap":
        # Without a sibling before it the numbers may run on from a list that stands anywhere above.
        due = (before.number or 0) + 1 if before else (section.number or 2) - 1
        return re.search(_due(due, section), between) is not None
    if before is not None and before.heading and before.heading == section.heading:
        return section.duplicate_of is None and before.body_span.length == 0
    return _opens().search(between.rstrip()) is not None


def _due(number: int, section: Section) -> str:
    """Return a pattern of a number written as that of a section is, blanks apart."""
    marker = section.marker.strip()
    numeral = str(number) if re.search("[0-9０-９]", marker) else chinese_numeral(number)
    if marker[:1] in "(（":
        # A bracket may be lost: 三)科学设置.
        return rf"[(（]\s*{numeral}\s*[)）]|(?:^|[\s。;；]){numeral}[)）]"
    return rf"(?:^|[\s。;；:：,，])\s*{numeral}\s*[.．、)）](?![0-9])"


def _empty(sections: tuple[Section, ...], breaks: list[int], text: str) -> Iterator[Diagnostic]:
    """Headings with nothing below them, but for lists of short items, which have no bodies."""
    numbered = [section for section in sections if not section.inline]
    beside: defaultdict[int | None, list[int]] = defaultdict(lambda: [0, 0])
    for section in numbered:
        beside[section.parent][0] += 1
        beside[section.parent][1] += section.heading_span is not None and section.body_span.length > 0
    outermost: dict[str, int] = {}
    for place, section in enumerate(numbered):
        outermost[_shape(section)] = min(section.level, outermost.get(_shape(section), section.level))
        around = [*numbered[max(0, place - 1) : place], *numbered[place + 1 : place + 2]]
        if section.duplicate_of is not None or any(map(_is_empty, around)):
            continue
        after = numbered[place + 1] if place + 1 < len(numbered) else None
        span = _bare_heading(section, beside, text)
        if span and not _is_followed(section, after, outermost, breaks, text):
            yield Diagnostic("heading-without-body", span, {"heading": span.of(text).strip("。 ")})


def _bare_heading(section: Section, beside: Mapping[int | None, Sequence[int]], text: str) -> Span | None:
    """Return the heading of a section that has nothing else.

    A few words closed by a mark are a heading too where the lists' other items have headings and bodies.
    """
    if _is_empty(section):
        heading = section.heading_span
        is_cut = len(re.findall("[(（]", section.heading)) > len(re.findall("[)）]", section.heading))
        return None if is_cut or heading is None else Span(section.marker_span.end, heading.end)
    words = section.body_span.of(text).rstrip("。 ")
    is_short = _SHORTEST <= len(words) <= _LONGEST and not re.search("[，。；：,;:、\n0-9]", words)
    # Itself it has no heading, so that it is none of the full ones.
    number, full = beside[section.parent]
    if section.heading_span or section.children or not is_short or full < 2 or full < number - 1:
        return None
    return Span(section.body_span.start, section.body_span.start + len(words))


def _is_empty(section: Section) -> bool:
    return section.heading_span is not None and not section.body_span.length and not section.children


def _parted(breaks: Sequence[int], first: int, last: int) -> bool:
    """Whether one of the sorted breaks lies from ``first`` to ``last``."""
    place = bisect_left(breaks, first)
    return place < len(breaks) and breaks[place] <= last


def _is_followed(
    section: Section, after: Section | None, outermost: Mapping[str, int], breaks: list[int], text: str
) -> bool:
    """Whether a list of its own stands below a heading: in another style, or behind a lead-in.

    ``outermost`` has the least level of each style so far.
    """
    if after is None:
        return False
    between = text[section.span.end : after.span.start].strip()
    is_led_in = _parted(breaks, section.span.end, after.span.start)
    is_own = outermost.get(_shape(after), section.level + 1) > section.level
    return is_own and (not between or is_led_in)
