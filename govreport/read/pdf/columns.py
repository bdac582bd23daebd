"""Whether the lines of a page stand in two columns, which are read one after the other.

Columns of print are filled to their edge; the cells of a table are not, and are read across.
"""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["gutter_of"]

Edges = Sequence[tuple[float, float]]

# The gutter lies in the middle part of the page, is a character wide, and few lines cross it.
_FIRST, _LAST = 0.3, 0.7
_MOST_CROSSING = 0.2
_LEAST_LINES = 8
# This share of the lines on the left is filled to the gutter.
_FILLED = 0.6
_NARROWEST = 0.25
_SLACK = 2.0


def gutter_of(rows: Sequence[Edges], width: float, size: float) -> float | None:
    """Return where the gutter is, None where the page has one column.

    >>> rows = [[(0.0, 45.0), (52.0, 100.0)]] * 9
    >>> gutter_of(rows, 100, 5), gutter_of([[(0.0, 100.0)]] * 9, 100, 5)
    (49.0, None)
    """
    both = sum(any(b < width / 2 for _, b in row) or any(a > width / 2 for a, _ in row) for row in rows)
    if both < _LEAST_LINES:
        return None
    place = _widest_gap(rows, width, size)
    if place is None:
        return None
    left = [(a, b) for row in rows for a, b in row if b <= place]
    right = [(a, b) for row in rows for a, b in row if a >= place]
    if min(len(left), len(right)) < _LEAST_LINES:
        return None
    return place if _is_filled(left, size, _NARROWEST * width) else None


def _widest_gap(rows: Sequence[Edges], width: float, size: float) -> float | None:
    """Return the middle of the widest stretch that few lines cross."""
    first, last = int(_FIRST * width), int(_LAST * width)
    steps = [0] * (last - first + 2)
    for row in rows:
        for a, b in row:
            if b > first and a < last:
                steps[max(0, int(a) - first)] += 1
                steps[min(last - first + 1, max(0, int(b + 1) - first))] -= 1
    return _middle_of_longest(steps, _MOST_CROSSING * len(rows), size, first)


def _middle_of_longest(steps: Sequence[int], most: float, size: float, first: int) -> float | None:
    best, start, crossing = (0, 0), 0, 0
    for place, step in enumerate(steps):
        crossing += step
        if crossing > most:
            start = place + 1
        elif place + 1 - start > best[1] - best[0]:
            best = (start, place + 1)
    length = best[1] - best[0]
    return first + (best[0] + best[1]) / 2 if length >= size else None


def _is_filled(lines: Edges, size: float, least: float) -> bool:
    """Return whether most lines reach the edge of their column and are as wide as print is."""
    edge = sorted(end for _, end in lines)[int(0.9 * len(lines))]
    full = sum(end >= edge - _SLACK * size and end - start >= least for start, end in lines)
    return full >= _FILLED * len(lines)
