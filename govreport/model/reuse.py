"""Text that stands more than once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from govreport.model.span import Span


class Run(NamedTuple):
    """Two stretches that say the same, aligned."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """A maximal block that occurs more than once in one report; ``spans[0]`` is the original.

    ``length`` is that of the original in code points; ``runs[i]`` aligns ``spans[0]`` with
    ``spans[i + 1]``; ``similarity`` is the share of equal characters, 1.0 for ``exact``.
    """

    spans: tuple[Span, ...]
    length: int
    kind: str
    similarity: float
    runs: tuple[tuple[Run, ...], ...]

    def original_of(self, span: Span) -> Span | None:
        """Return where the original of ``span`` stands, None where ``span`` lies in no copy."""
        for copy, runs in zip(self.spans[1:], self.runs, strict=True):
            if copy.covers(span):
                return Span(_mapped(runs, span.start), _mapped(runs, span.end))
        return None


# How many copies back one is looked for that covers a place: copies of a report hardly overlap.
_NEAR = 16


class Copies:
    """The copies of all blocks of one report, in order, so that a place is looked up and not searched for."""

    def __init__(self, blocks: Iterable[DuplicateBlock]) -> None:
        found = [
            (copy, runs) for block in blocks for copy, runs in zip(block.spans[1:], block.runs, strict=True)
        ]
        self._copies = sorted(found, key=lambda pair: pair[0].start)

    def original_of(self, span: Span) -> Span | None:
        """Return where the original of ``span`` stands, None where ``span`` lies in no copy."""
        place = bisect_right(self._copies, span.start, key=lambda pair: pair[0].start)
        for copy, runs in reversed(self._copies[max(0, place - _NEAR) : place]):
            if copy.covers(span):
                return Span(_mapped(runs, span.start), _mapped(runs, span.end))
        return None


def _mapped(runs: tuple[Run, ...], position: int) -> int:
    """Carry a position of the copy over to the original, clamped to the nearest aligned run."""
    last = runs[0].left.start
    for left, right in runs:
        if position < right.start:
            return last
        if position <= right.end:
            return min(left.start + position - right.start, left.end)
        last = left.end
    return last
