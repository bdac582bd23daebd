"""What stands in the file and is no body of the report: annexes, contents, repeated headings.

They are kept apart and marked, never taken out of the text; their numbers open no section.

>>> text = "工作总结\\n一、抓宣传\\n全年5场。\\n附件:明细表\\n1.宣传 5场"
>>> [(aside.kind, text[aside.start:aside.end]) for aside in find_asides(text)]
[('annex', '附件:明细表\\n1.宣传 5场')]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from govreport.segment.lines import next_content, strip_end
from govreport.segment.markers import find_candidates
from govreport.text.lexicon import load_table
from govreport.text.site_words import site_words

__all__ = ["DraftAside", "find_asides", "outside"]

_LONGEST_REPEATED = 60
# A signature may stand before an annex of this length.
_LAST = 3000
# What begins in the first quarter is the matter itself, behind a letter that sends it.
_BULK = 4
# So far before an annex its report's signature may begin.
_SIGNED = 120
# Where the contents have no page numbers, they end where their first entry comes again.
_LONGEST_CONTENTS = 6000
# So many times may 目录 stand in a file.
_CONTENTS = 8
_LONGEST_ENTRY, _SHORTEST_ENTRY = 8, 4
# Without one of these nothing leads to a page; looking for it took a third of the time of a segmentation.
_DOTS = ("....", "……", "····")


@dataclass(frozen=True, slots=True)
class DraftAside:
    """A stretch of the normalized view; ``kind`` is annex, contents, signature, advert or header."""

    start: int
    end: int
    kind: str


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(p, re.MULTILINE) for name, p in load_table("segment")["aside"].items()}


def find_asides(text: str) -> list[DraftAside]:
    """Return the asides in reading order, none overlapping another."""
    found = sorted(_candidates(text), key=lambda aside: (aside.start, -aside.end))
    kept: list[DraftAside] = []
    for aside in found:
        if not kept or aside.start >= kept[-1].end:
            kept.append(aside)
    return kept


def outside(asides: list[DraftAside], position: int) -> bool:
    """Tell whether a position lies in none of the asides."""
    place = bisect_right(asides, position, key=lambda aside: aside.start)
    return place == 0 or asides[place - 1].end <= position


def _candidates(text: str) -> Iterator[DraftAside]:
    patterns = _patterns()
    for match in patterns["contents"].finditer(text):
        yield DraftAside(*match.span(), "contents")
    if any(dots in text for dots in _DOTS):
        for match in patterns["leaders"].finditer(text):
            start = next_content(text, match.start())
            yield DraftAside(start, strip_end(text, start, match.end()), "contents")
    for match in islice(patterns["contents_head"].finditer(text), _CONTENTS):
        end = _end_of_contents(text, match.end())
        if end is not None:
            yield DraftAside(match.start(), end, "contents")
    adverts = [DraftAside(*match.span(), "advert") for match in patterns["advert"].finditer(text)]
    adverts += [DraftAside(*place, "advert") for place in site_words(text)]
    yield from adverts
    yield from _annexes(text)
    # Who signed and when, at the end of the report: a site may have written below.
    end = _end_of_body(text, adverts)
    for match in patterns["signature"].finditer(text, max(0, end - _LAST), end):
        yield DraftAside(*match.span("kept"), "signature")
    yield from _repeated_lines(text)


def _end_of_body(text: str, adverts: Iterable[DraftAside]) -> int:
    """Return where the text ends without the adverts with which it ends."""
    end = len(text.rstrip())
    for advert in sorted(adverts, key=lambda one: one.end, reverse=True):
        if advert.end < end:
            break
        end = min(end, strip_end(text, 0, advert.start))
    return end


def _end_of_contents(text: str, start: int) -> int | None:
    """Return where a list of contents ends: before the place where its first entry comes again.

    Where sentences stand between (an opening), it ends with its last entry that comes again.
    """
    first = next_content(text, start)
    again = _again(text, first, first)
    if again is None:
        return None
    stop = text.find("。", first, again)
    if stop < 0:
        return again if again - first <= _LONGEST_CONTENTS else None
    end = None
    for marker in find_candidates(text[first : min(stop, first + _LONGEST_CONTENTS)]):
        entry = first + marker.start
        there = _again(text, entry, again)
        if there is not None and not marker.inline:
            end = entry + _alike(text, entry, there)
    return end


def _again(text: str, entry: int, start: int) -> int | None:
    """Return where the first words of an entry come again behind ``start``."""
    for length in range(_LONGEST_ENTRY, _SHORTEST_ENTRY - 1, -1):
        words = text[entry : entry + length]
        found = text.find(words, max(start, entry + length))
        if found >= 0 and "\n" not in words:
            return found
    return None


def _alike(text: str, first: int, second: int) -> int:
    """Return how many characters from the two places on are the same, on one line."""
    length = 0
    while second + length < len(text) and text[first + length] == text[second + length] != "\n":
        length += 1
    return length


def _annexes(text: str) -> Iterator[DraftAside]:
    """An annex comes last, or right behind who signed; a list of annexes may stand above the signature.

    附件 at a line start in the first half of a file is a mention otherwise.
    """
    patterns = _patterns()
    found = list(patterns["annex"].finditer(text))
    signed_at = (match for match in found if match.start() * _BULK > len(text))
    behind = next((match for match in signed_at if _is_signed(text, match.start())), None)
    end = len(text.rstrip())
    last = next((match for match in found if match.start() * 2 > len(text)), None)
    if behind is None:
        if last is not None:
            yield DraftAside(last.start(), end, "annex")
        return
    yield DraftAside(behind.start(), end, "annex")
    signed = patterns["signature"].search(text, max(0, behind.start() - _SIGNED))
    listed = [match for match in found if match.start() < behind.start()]
    if signed is not None and signed.end() <= behind.start():
        yield DraftAside(*signed.span("kept"), "signature")
        near = [match for match in listed if signed.start() - match.start() < _SIGNED]
        if near and not patterns["sentence"].search(text, near[0].start(), signed.start()):
            yield DraftAside(near[0].start(), signed.start("kept"), "annex")


def _is_signed(text: str, position: int) -> bool:
    """Tell whether the day of a signature stands right before a place."""
    before = text[max(0, position - _SIGNED) : position].rstrip()
    return _patterns()["day"].search(before) is not None


def _repeated_lines(text: str) -> Iterator[DraftAside]:
    """A heading or title that stands twice in a row, and a title that runs as a header through the pages."""
    first = before = ""
    position = 0
    for line in text.split("\n"):
        stripped = line.strip()
        short = 4 <= len(stripped) <= _LONGEST_REPEATED and stripped[-1] not in "。;:,"
        if short and stripped in (first, before):
            start = position + line.index(stripped)
            yield DraftAside(start, start + len(stripped), "header")
        before = stripped or before
        first = first or stripped
        position += len(line) + 1
