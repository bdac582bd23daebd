"""The way back from the normalized view to the text as it was read.

Each normalized character keeps the raw range it stands for; the ranges are in reading order and never
overlap, so any normalized span maps to one raw interval: the smallest that covers it. Raw characters
that were deleted (invisible ones, say) lie between two ranges and come back with whatever surrounds them.

>>> map = TextMap.of_ranges([(0, 1), (3, 4)], raw_length=4)
>>> map.to_raw(Span(0, 2)), map.to_normalized(Span(3, 4))
(Span(start=0, end=4), Span(start=1, end=2))
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from govreport.model.span import Span


@dataclass(frozen=True, slots=True)
class TextMap:
    """Raw start and end of every normalized character.

    Where nothing was left out these are ranges, which take no memory: of most texts they would be the most.
    """

    starts: array[int] | range
    ends: array[int] | range
    raw_length: int

    @classmethod
    def of_ranges(cls, ranges: Iterable[tuple[int, int]], raw_length: int) -> TextMap:
        """Build a map from one raw range per normalized character, in reading order."""
        pairs = list(ranges)
        number = len(pairs)
        # Ranges are in order and none is empty: if the last one is the n-th character, all before it are too.
        if pairs and pairs[-1] == (number - 1, number):
            return cls(range(number), range(1, number + 1), raw_length)
        return cls(array("l", (s for s, _ in pairs)), array("l", (e for _, e in pairs)), raw_length)

    def __len__(self) -> int:
        return len(self.starts)

    def to_raw(self, span: Span) -> Span:
        """Return the smallest raw span that covers a normalized one."""
        start, end = span
        if start < end:
            return Span(self.starts[start], self.ends[end - 1])
        here = self.starts[start] if start < len(self.starts) else self.raw_length
        return Span(here, here)

    def to_normalized(self, span: Span) -> Span:
        """Return the smallest normalized span whose characters come from inside a raw one."""
        if type(self.starts) is range:
            number = len(self.starts)
            start, end = (min(max(place, 0), number) for place in span)
        else:
            start = bisect_right(self.ends, span.start)
            end = bisect_left(self.starts, span.end)
        return Span(start, max(start, end))
