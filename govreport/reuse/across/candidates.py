"""Pairs of submissions that may share a passage: enough telling shingles in a row on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import Seeds
from govreport.reuse.across.order import ordered
from govreport.reuse.alike.candidate import Candidate
from govreport.text.shingles import SHINGLE

__all__ = ["REACH", "Stretches", "amid_equals", "candidates", "stretches"]

# Shared shingles of one passage stand no farther apart than this, in characters of the key.
_APART = 120
# And no farther from where they would stand were nothing put in or left out between them.
_SHIFTED = 24
# A shingle that tells this much is looked at alone: how far on either side of it, and how much of that must
# be equal.
_TELLS = 0.5
_AROUND = 24
_EQUAL = 8
# Up to so many characters more or less on that side.
_SHIFT = 2
# What is around so many shingles is looked at together.
_AT_ONCE = 1 << 14
# From where to where the other text is looked at, counted from a shared shingle.
REACH = (-_AROUND - _SHIFT, SHINGLE + _AROUND + _SHIFT)


@dataclass(frozen=True, slots=True)
class Stretches:
    """Seeds in the order of pairs and of places in the first of both, and which of them go together.

    ``stretch`` numbers the stretch of each seed, ``heavy`` tells which stretches have enough that tells.
    """

    seeds: Seeds
    stretch: NDArray[np.int64]
    heavy: NDArray[np.bool_]

    @property
    def doubtful(self) -> NDArray[np.int64]:
        """The numbers of the seeds of light stretches that may be enough if much around them is equal."""
        return np.flatnonzero(~self.heavy[self.stretch] & (self.seeds.weight >= _TELLS))

    def kept(self, seeds: NDArray[np.int64]) -> Stretches:
        """Return the same with the stretches of these seeds heavy as well."""
        heavy = self.heavy.copy()
        heavy[self.stretch[seeds]] = True
        return Stretches(self.seeds, self.stretch, heavy)


def candidates(
    seeds: Seeds,
    least: float,
    size: int = SHINGLE,
    codes: Codes | None = None,
    shift: int = _SHIFTED,
    together: float = np.inf,
) -> Iterator[Candidate]:
    """Yield the pairs with a stretch whose shingles cover so many characters that tell, each counted once.

    Pairs come in the order of their second submissions. Where ``codes`` are given, one shingle is enough if
    much around it is equal: a passage that was edited everywhere. ``shift`` is how far from each other, on
    the one side more than on the other, two may stand. Stretches that are long enough and tell too little are
    enough where all long ones of a pair cover ``together``: sentences of many that were moved or parted.
    """
    if not len(seeds.pair):
        return
    found = stretches(seeds, least, size, shift, together)
    if codes is not None:
        light = found.doubtful
        at = found.seeds.pair[light], found.seeds.left[light], found.seeds.right[light]
        found = found.kept(light[amid_equals(codes, *at)])
    kept = np.flatnonzero(found.heavy[found.stretch])
    pair, left, right = found.seeds.pair[kept], found.seeds.left[kept], found.seeds.right[kept]
    borders = [*np.flatnonzero(np.diff(pair, prepend=~pair[:1])).tolist(), len(pair)]
    for first, last in pairwise(borders):
        both = int(pair[first])
        yield Candidate((both >> 32, both & 0xFFFFFFFF), left[first:last], right[first:last])


def stretches(
    seeds: Seeds, least: float, size: int = SHINGLE, shift: int = _SHIFTED, together: float = np.inf
) -> Stretches:
    """Return the stretches; heavy are those whose shingles cover so many characters that tell.

    And of a pair those that are long enough and tell too little, where all long ones cover ``together``.
    """
    order = ordered(seeds.pair & np.uint64(0xFFFFFFFF), seeds.pair >> np.uint64(32), seeds.left, seeds.right)
    pair, left, right = seeds.pair[order], seeds.left[order], seeds.right[order]
    weight = seeds.weight[order]
    gap = np.diff(left, prepend=0)
    other = np.diff(pair, prepend=~pair[:1]) != 0
    shifted = np.abs(np.diff(right - left, prepend=0)) > shift
    fresh = other | (gap > _APART) | shifted
    stretch = np.cumsum(fresh) - 1
    covered = np.where(fresh, size, np.minimum(gap, size))
    told = np.bincount(stretch, weights=covered * weight)
    heavy = told >= least
    if together < np.inf:
        every = (np.cumsum(other) - 1)[fresh]
        long = np.bincount(stretch, weights=covered) >= least
        whole = np.bincount(every, weights=np.where(long, told, 0.0)) >= together
        heavy |= long & whole[every]
    return Stretches(Seeds(pair, left, right, weight), stretch, heavy)


def amid_equals(
    codes: Codes, pair: NDArray[np.uint64], left: NDArray[np.int32], right: NDArray[np.int32]
) -> NDArray[np.bool_]:
    """Whether enough of the characters around a shared shingle are equal: ``REACH`` of them are looked at."""
    sides = (range(-_AROUND, 0), range(SHINGLE, SHINGLE + _AROUND))
    blocks = [slice(first, first + _AT_ONCE) for first in range(0, len(pair), _AT_ONCE)]
    return np.concatenate(
        [np.zeros(0, bool), *(_amid_equals(codes, pair[b], left[b], right[b], sides) for b in blocks)]
    )


def _amid_equals(
    codes: Codes,
    pair: NDArray[np.uint64],
    left: NDArray[np.int32],
    right: NDArray[np.int32],
    sides: Sequence[range],
) -> NDArray[np.bool_]:
    kept = np.arange(len(pair))
    for side in sides:
        # Most are chance, and need no look at their other side.
        one, other = (pair[kept] >> np.uint64(32)).astype(np.int64), pair[kept] & np.uint64(0xFFFFFFFF)
        here = codes.around(one, left[kept], side, -1)
        wider = range(side.start - _SHIFT, side.stop + _SHIFT)
        there = codes.around(other.astype(np.int64), right[kept], wider, -2)
        shifts = range(len(wider) - len(side) + 1)
        equal = [(here == there[:, first : first + len(side)]).sum(axis=1) for first in shifts]
        kept = kept[np.max(equal, axis=0) >= _EQUAL]
    found = np.zeros(len(pair), dtype=bool)
    found[kept] = True
    return found
