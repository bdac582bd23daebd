"""Which places are compared with which: each pair of equal shingles, while they are few, and a chain beyond.

A shingle that stands in a thousand submissions gives two thousand links and not half a million: each is
linked to the one before it and to the first. That is enough to find a text that all of them share. What
tells nothing gives none.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.postings import Postings
from govreport.reuse.across.room import Room, Shelves

__all__ = ["SEED_BYTES", "SeedShelves", "Seeds", "link"]

_EACH_WITH_EACH = 8


_ROW = np.dtype([("pair", "<u8"), ("left", "<i4"), ("right", "<i4"), ("weight", "<f4")])
SEED_BYTES = _ROW.itemsize


@dataclass(frozen=True, slots=True)
class Seeds:
    """Equal shingles of two submissions: ``pair`` holds both numbers, that of the one with the lower first.

    ``left`` and ``right`` are offsets in their keys, ``weight`` is how much the shingle tells.
    """

    pair: NDArray[np.uint64]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    weight: NDArray[np.float32]

    def of(self, wanted: NDArray[np.bool_]) -> Seeds:
        """Return those of which one side is a submission that ``wanted`` marks."""
        if wanted.all():
            return self
        one, other = self.pair >> np.uint64(32), self.pair & np.uint64(0xFFFFFFFF)
        kept = np.flatnonzero(wanted[one] | wanted[other])
        return Seeds(self.pair[kept], self.left[kept], self.right[kept], self.weight[kept])


class SeedShelves:
    """Seeds put away by their second submissions, so that all of a pair lie on one shelf."""

    def __init__(self, room: Room, number: int, submissions: int) -> None:
        self.number = number
        self._shelves = Shelves(room, number, _ROW)
        self._submissions = max(submissions, 1)

    def put(self, seeds: Seeds) -> None:
        """Put seeds away."""
        rows = np.empty(len(seeds.pair), dtype=_ROW)
        for name in _ROW.names or ():
            rows[name] = getattr(seeds, name)
        second = seeds.pair & np.uint64(0xFFFFFFFF)
        self._shelves.put(second * np.uint64(self.number) // np.uint64(self._submissions), rows)

    def take(self, number: int) -> Seeds:
        """Return the seeds of a shelf, which is empty afterwards."""
        rows = self._shelves.take(number)
        return Seeds(*(np.ascontiguousarray(rows[name]) for name in _ROW.names or ()))


def link(postings: Postings, weights: NDArray[np.float64]) -> Seeds:
    """Return the links between different submissions; their number is linear in that of the postings.

    ``weights`` has one entry for each posting.
    """
    telling = np.flatnonzero(weights > 0)
    group = postings.group[telling]
    left, right = (telling[side] for side in _linked(group))
    one, other = postings.document[left], postings.document[right]
    apart = np.flatnonzero(one != other)
    left, right, one, other = left[apart], right[apart], one[apart], other[apart]
    return Seeds(
        one.astype(np.uint64) << np.uint64(32) | other.astype(np.uint64),
        postings.place[left],
        postings.place[right],
        weights[left].astype(np.float32),
    )


def _linked(group: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return pairs of places of equal value in an array whose equal values are neighbours."""
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    sizes = np.diff(starts, append=len(group))
    start, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    few = size <= _EACH_WITH_EACH
    pairs = [_beside(group, lag, few) for lag in range(1, _EACH_WITH_EACH)]
    pairs.append(_beside(group, 1, ~few))
    many = np.flatnonzero(~few & (np.arange(len(start)) > start + 1))
    pairs.append((start[many], many))
    left, right = (np.concatenate(side) for side in zip(*pairs, strict=True))
    return left, right


def _beside(
    group: NDArray[np.int64], lag: int, wanted: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    found = np.flatnonzero((group[lag:] == group[:-lag]) & wanted[lag:])
    return found, found + lag
