"""What stands in the file and is no body of the report: annexes, contents, repeated headings.

They are kept apart and marked, never taken out of the text; their numbers open no section.

>>> text = "工作总结\\n一、抓宣传\\n全年5场。\\n附件:明细表\\n1.宣传 5场"
>>> [(aside.kind, text[aside.start:aside.end]) for aside in find_asides(text)]
[('annex', '附件:明细表\\n1.宣传 5场')]
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["DraftAside", "find_asides", "outside"]

_LONGEST_REPEATED = 60
# A signature may stand before an annex of this length.
_LAST = 3000


@dataclass(frozen=True, slots=True)
class DraftAside:
    """A stretch of the normalized view; ``kind`` is annex, contents, signature or header."""

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
    # An annex comes last: 附件 at a line start in the first half of a file is a mention.
    annex = next((m for m in patterns["annex"].finditer(text) if m.start() * 2 > len(text)), None)
    if annex:
        yield DraftAside(annex.start(), len(text.rstrip()), "annex")
    # Who signed and when, at the end of the report.
    for match in patterns["signature"].finditer(text, max(0, len(text) - _LAST)):
        yield DraftAside(*match.span("kept"), "signature")
    yield from _repeated_lines(text)


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
