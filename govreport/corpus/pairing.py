"""Which span of the gold is which that was found: one to one, the best overlap first."""

from __future__ import annotations

from bisect import bisect_left

from govreport.model import Span

__all__ = ["paired"]


def paired(gold: list[Span], given: list[Span], least: float = 0.5) -> dict[int, int]:
    """Match spans one to one, the best overlap first; return places in ``gold`` to places in ``given``.

    The overlap is the shared length over that of both together, at least ``least``.

    >>> paired([Span(0, 10), Span(20, 30)], [Span(19, 30), Span(1, 9), Span(40, 41)])
    {1: 0, 0: 1}
    """
    scored = sorted(
        (-share, i, j) for i, j, share in _overlaps(gold, given) if share >= least and share > 0.0
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in scored:
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return found


def _overlaps(gold: list[Span], given: list[Span]) -> list[tuple[int, int, float]]:
    """Sweep both lists in the order of their starts, so that only neighbours are compared."""
    order = sorted(range(len(given)), key=lambda j: given[j].start)
    longest = max((span.length for span in given), default=0)
    starts = [given[j].start for j in order]
    found = []
    for i, span in enumerate(gold):
        for j in order[_first(starts, span.start - longest) :]:
            if given[j].start >= span.end:
                break
            shared = span.overlap(given[j])
            if shared:
                found.append((i, j, shared / (span.length + given[j].length - shared)))
    return found


def _first(starts: list[int], at: int) -> int:
    return bisect_left(starts, at)
