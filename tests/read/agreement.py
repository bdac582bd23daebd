"""How far two readings of one report agree: sections and statements, where they stand in the text.

White space aside, the two texts are aligned character by character, so that a misread character costs nothing
unless it makes a section or a statement go astray.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

import govreport as gr
from govreport.model import Span
from govreport.report import Report

Key = tuple[object, ...]


class Agreement(NamedTuple):
    """What both found, and what either did; of texts the share of characters that both hold."""

    task: str
    both: int
    first: int
    second: int

    @property
    def f1(self) -> float:
        return 2 * self.both / max(1, self.first + self.second)


def agreements(wanted: Report, found: Report, slack: int = 0) -> list[Agreement]:
    """Compare a reading with that of the text; edges may lie ``slack`` characters apart."""
    place = _mapper(wanted.document.text, found.document.text)
    own = _squeezed_places(wanted.document.text)
    pairs = {
        "sections": (_sections(wanted, own.__getitem__), _sections(found, place)),
        "statements": (_statements(wanted, own.__getitem__), _statements(found, place)),
    }
    return [
        Agreement(task, _shared(one, other, slack), len(one), len(other))
        for task, (one, other) in pairs.items()
    ]


def _sections(report: Report, place: Callable[[int], int]) -> list[Key]:
    """The number, and where marker and heading begin and end."""
    ends = ((one, _end(one.heading_span) or one.marker_span.end) for one in report.sections)
    return [(one.number, place(one.marker_span.start), place(end)) for one, end in ends]


def _statements(report: Report, place: Callable[[int], int]) -> list[Key]:
    return [(one.kind, place(one.span.start), place(one.span.end)) for one in report.statements]


def _end(span: Span | None) -> int | None:
    return None if span is None else span.end


def _shared(first: Iterable[Key], second: Iterable[Key], slack: int) -> int:
    """Count the pairs of equal kind whose edges lie close together, each used once."""
    left = Counter(first)
    found = 0
    for kind, start, end in second:
        near = ((kind, start + a, end + b) for a in _steps(slack) for b in _steps(slack))  # type: ignore[operator]
        key = next((one for one in near if left[one]), None)
        if key is not None:
            left[key] -= 1
            found += 1
    return found


def _steps(slack: int) -> list[int]:
    return sorted(range(-slack, slack + 1), key=abs)


def _squeezed_places(text: str) -> list[int]:
    """For each character, how many before it are no white space."""
    places, count = [], 0
    for character in text:
        places.append(count)
        count += not character.isspace()
    return [*places, count]


def _mapper(wanted: str, found: str) -> Callable[[int], int]:
    """Return where a place of the found text lies in the wanted one, white space aside."""
    from rapidfuzz.distance import Levenshtein

    squeezed = _squeezed_places(found)
    one, other = ("".join(text.split()) for text in (found, wanted))
    blocks = Levenshtein.opcodes(one, other)
    starts = [block.src_start for block in blocks]

    def place(offset: int) -> int:
        here = squeezed[offset]
        block = blocks[max(0, bisect_right(starts, here) - 1)]
        return min(block.dest_end, block.dest_start + here - block.src_start)

    return place


def summed(rows: Iterable[Agreement]) -> dict[str, Agreement]:
    """Add up what several reports gave, by task."""
    totals: dict[str, Agreement] = {}
    for row in rows:
        had = totals.get(row.task, Agreement(row.task, 0, 0, 0))
        totals[row.task] = Agreement(row.task, *(a + b for a, b in zip(had[1:], row[1:], strict=True)))
    return totals


def reading_of_text(text: str) -> Report:
    """Return the report as its .txt gives it."""
    from govreport.pipeline import analyze

    return analyze(gr.from_text(text))
