"""What the report itself tells of a cut: whether the strings beside it end and begin clauses elsewhere in it.

>>> text = "镇妇联举办培训。镇妇联走访慰问。夯实组织基础。"
>>> own = OwnText.counted(text, [("夯实组织基础", "镇妇联"), ("夯实组织", "基础镇")])
>>> own.row("夯实组织基础", "镇妇联")[4] > own.row("夯实组织", "基础镇")[4]
True
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

_LENGTHS = (2, 3, 4)
_HALF = 0.5
_BETWEEN = re.compile(r"[^,。;:!?\n、”》)“‘《(]+")
# A book of millions of characters says no more about its headings than its first part does.
_MOST = 300_000
# A character beyond the first plane counts as this one, which is none.
_NO_CHARACTER = 0xFFFF


@dataclass(frozen=True)
class OwnText:
    """How often strings of 2 to 4 characters stand in one report: anywhere, at clause ends and starts.

    Only those are counted that are asked for. ``undecided`` are the places where a heading may end: whether a
    string stands across, before or behind one in earnest is what is asked, so they tell nothing. A list whose
    bodies all open with one word would hold headings and bodies together by its own length.
    """

    inside: Mapping[str, int]
    ends: Mapping[str, int]
    starts: Mapping[str, int]
    undecided: Mapping[tuple[str, str], int]

    @classmethod
    def counted(cls, text: str, cuts: Iterable[tuple[str, str]]) -> OwnText:
        """Count in a report what the rows of ``cuts`` need; a cut is what stands before and after it."""
        wanted: defaultdict[int, set[str]] = defaultdict(set)
        undecided: Counter[tuple[str, str]] = Counter()
        for before, after in cuts:
            crossing = _crossing(before, after)
            for string in (*crossing, *_beside(before, after)):
                wanted[len(string)].add(string)
            undecided.update(("across", string) for string in crossing)
            for n in _LENGTHS:
                undecided["before", before[-n:]] += 1
                undecided["behind", after[:n]] += 1
        inside: dict[str, int] = {}
        ends: dict[str, int] = {}
        starts: dict[str, int] = {}
        clauses = _Clauses(text[:_MOST])
        for n in _LENGTHS:
            strings = sorted(wanted[n])
            for counts, found in zip((inside, ends, starts), clauses.counts(strings, n), strict=True):
                counts.update(zip(strings, found, strict=True))
        return cls(inside, ends, starts, undecided)

    def row(self, before: str, after: str) -> list[float]:
        """Return 12 numbers."""
        values = [
            math.log1p(max(0, self.inside.get(string, 0) - self.undecided["across", string]))
            for string in _crossing(before, after)
        ]
        for n in _LENGTHS:
            ending, opening = before[-n:], after[:n]
            values.append(self._odds(self.ends, ending, self.undecided["before", ending]))
            values.append(self._odds(self.starts, opening, self.undecided["behind", opening]))
            values.append(math.log1p(self.starts.get(opening, 0)))
        return values

    def _odds(self, edge: Mapping[str, int], string: str, undecided: int) -> float:
        at_edge = edge.get(string, 0)
        others = max(0, self.inside.get(string, 0) - at_edge - undecided)
        return math.log((at_edge + _HALF) / (others + _HALF))


def _crossing(before: str, after: str) -> tuple[str, str, str]:
    return before[-2:] + after[:2], before[-2:] + after[:1], before[-1:] + after[:2]


def _beside(before: str, after: str) -> list[str]:
    return [string for n in _LENGTHS for string in (before[-n:], after[:n])]


class _Clauses:
    """A text cut at its marks, each string of up to four characters packed into one number."""

    def __init__(self, text: str) -> None:
        import numpy as np

        self._codes = _codes(text)
        spans = [_stripped(text, *match.span()) for match in _BETWEEN.finditer(text)]
        bounds = np.array([span for span in spans if span[0] < span[1]], dtype=np.int64).reshape(-1, 2)
        self._first, self._last = bounds[:, 0], bounds[:, 1]
        lengths = self._last - self._first
        shift = self._first - np.cumsum(lengths) + lengths
        self._inside = np.repeat(shift, lengths) + np.arange(lengths.sum())
        self._room = np.repeat(self._last, lengths) - self._inside

    def counts(self, strings: list[str], n: int) -> tuple[list[int], list[int], list[int]]:
        """Return how often each string of ``n`` characters stands inside, at the end, and at the start."""
        import numpy as np

        if not strings:
            return [], [], []
        wanted = _packed(_codes("".join(strings)).reshape(-1, n))
        order = np.argsort(wanted)
        long = self._last - self._first >= n
        begins = (self._inside[self._room >= n], self._last[long] - n, self._first[long])
        found = [_counted(wanted[order], self._windows(at, n)) for at in begins]
        back = np.argsort(order)
        inside, ends, starts = (counts[back].tolist() for counts in found)
        return inside, ends, starts

    def _windows(self, begins: Array, n: int) -> Array:
        return _packed(self._codes[begins[:, None] + range(n)])


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _codes(text: str) -> Array:
    import numpy as np

    codes: Array = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return np.minimum(codes, _NO_CHARACTER).astype(np.uint64)


def _packed(windows: Array) -> Array:
    """Return one number for each row of up to four characters."""
    import numpy as np

    key = np.zeros(len(windows), dtype=np.uint64)
    for column in windows.T:
        key = (key << np.uint64(16)) | column
    return key


def _counted(wanted: Array, windows: Array) -> Array:
    """Return how often each of the sorted numbers ``wanted`` is among ``windows``."""
    import numpy as np

    at = np.minimum(np.searchsorted(wanted, windows), len(wanted) - 1)
    found: Array = np.bincount(at[wanted[at] == windows], minlength=len(wanted))
    return found
