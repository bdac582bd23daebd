"""Which styles of numbers lie within which: what the report does goes before what is usual.

Usually （一） lies within 一、 and 1. within （一）. Where 1. goes on behind a list of （一）, （二） that
began below it, （一） lies within 1. in this report.

>>> from govreport.segment.markers import find_candidates
>>> one, two, *_ = found = find_candidates("1.甲\\n(一)乙\\n(二)丙\\n2.丁\\n(一)戊")
>>> nesting = find_nesting(found)
>>> nesting.holds(one, two), nesting.holds(two, one)
(True, False)
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govreport.segment.marker import Marker

__all__ = ["Nesting", "find_nesting"]


class Nesting:
    """Pairs of styles (outer, inner) that lie in each other the other way round than usual."""

    def __init__(self, inverted: frozenset[tuple[str, str]]) -> None:
        self._inverted = inverted

    def outermost(self, markers: Sequence[Marker]) -> set[str]:
        """Return the styles among ``markers`` that lie in none of the others."""
        firsts = {marker.style: marker for marker in reversed(markers)}
        return {
            style
            for style, marker in firsts.items()
            if not any(self.holds(other, marker) for other in firsts.values())
        }

    def holds(self, outer: Marker, inner: Marker) -> bool:
        """Tell whether a section of the one style may hold sections of the other."""
        if (outer.style, inner.style) in self._inverted:
            return True
        return outer.rank < inner.rank and (inner.style, outer.style) not in self._inverted


def find_nesting(markers: Sequence[Marker]) -> Nesting:
    """Look at each 1 that comes below a number of a style that usually does not hold it.

    Where that number goes on behind it, the 1 opened a list within it; where it does not, the 1 opened
    a list of its own. What most of them say holds for the whole report.
    """
    outer = [marker for marker in markers if not marker.inline and marker.number is not None]
    votes: Counter[tuple[str, str]] = Counter()
    following = _following(outer)
    open_numbers: dict[str, int] = {}
    for place, marker in enumerate(outer):
        if marker.number == 1:
            for style, at in open_numbers.items():
                if style != marker.style and outer[at].rank >= marker.rank:
                    votes[style, marker.style] += _vote(outer[at], following[at], place)
        open_numbers[marker.style] = place
    return Nesting(frozenset(pair for pair, number in votes.items() if number > 0))


def _vote(before: Marker, after: tuple[int, int] | None, place: int) -> int:
    """Whether the number before the 1 at ``place`` goes on behind it (1), begins again (-1), or is last."""
    if after is None:
        return 0
    return 1 if after[0] > place and after[1] == (before.number or 0) + 1 else -1


def _following(markers: Sequence[Marker]) -> list[tuple[int, int] | None]:
    """Return for each marker the place and the number of the next of its style."""
    latest: dict[str, tuple[int, int]] = {}
    found: list[tuple[int, int] | None] = []
    for place in range(len(markers) - 1, -1, -1):
        marker = markers[place]
        found.append(latest.get(marker.style))
        latest[marker.style] = (place, marker.number or 0)
    return found[::-1]
