"""Which stretches of two texts stand near one another in both, in whatever order: moved, or parted by others.

>>> whole = Stretch((0, 30), (70, 100)), Stretch((30, 60), (40, 70)), Stretch((400, 430), (0, 40))
>>> together(whole, 12)
[[2], [1, 0]]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

__all__ = ["Stretch", "together"]

# What two stretches may share at their ends.
_OVERLAP = 8
# Stretches that are parted by turns in the one and the other text so often do not stand together.
_ROUNDS = 8


class Stretch(NamedTuple):
    """From where to where something stands in two texts."""

    left: tuple[int, int]
    right: tuple[int, int]


def together(stretches: Sequence[Stretch], reach: int) -> list[list[int]]:
    """Return the numbers of the stretches that stand together, in the order of the right text.

    Between neighbours, in either text, there are at most ``reach`` characters. Time grows with the number of
    stretches, times its logarithm.
    """
    done: list[list[int]] = []
    open_ = [list(range(len(stretches)))]
    for _ in range(_ROUNDS):
        parts = [part for those in open_ for part in _parted(stretches, those, reach)]
        done += [part for part in parts if len(part) == 1 or part in open_]
        open_ = [part for part in parts if len(part) > 1 and part not in open_]
        if not open_:
            break
    done += [[number] for those in open_ for number in those]
    return sorted(done, key=lambda those: stretches[those[0]].right)


def _parted(stretches: Sequence[Stretch], those: Iterable[int], reach: int) -> list[list[int]]:
    """Part stretches where in the left text, and then where in the right one, others stand between."""
    parts = [list(those)]
    for side in (0, 1):
        found: list[list[int]] = []
        for part in parts:
            end: int | None = None
            for number in sorted(part, key=lambda number: stretches[number][side]):
                start, last = stretches[number][side]
                if end is None or not -_OVERLAP <= start - end <= reach:
                    found.append([])
                found[-1].append(number)
                end = last if end is None else max(end, last)
        parts = found
    return parts
