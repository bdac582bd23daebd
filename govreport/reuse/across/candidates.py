"""Pairs of submissions that may share a passage: enough telling shingles close together on both sides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.links import Links
from govreport.reuse.across.postings import Postings

__all__ = ["Candidate", "candidates"]

# Shared shingles of one passage stand no farther apart than this, in characters of the key.
_APART = 120


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two submissions by number, and where they share shingles: ``left[i]`` and ``right[i]`` are equal."""

    documents: tuple[int, int]
    left: NDArray[np.int32]
    right: NDArray[np.int32]


def candidates(
    postings: Postings, links: Links, weights: NDArray[np.float64], least: float
) -> Iterator[Candidate]:
    """Yield the pairs with a stretch whose shingles together weigh ``least`` or more."""
    if not len(links.left):
        return
    left, right = postings.document[links.left], postings.document[links.right]
    pair = left.astype(np.uint64) << np.uint64(32) | right.astype(np.uint64)
    names, number = np.unique(pair, return_inverse=True)
    weight = weights[postings.group[links.left]]
    heavy = np.bincount(number, weights=weight, minlength=len(names)) >= least
    kept = np.flatnonzero(heavy[number])
    place = postings.place[links.left[kept]]
    order = np.lexsort((place, number[kept]))
    kept = kept[order]
    stretch = _stretches(number[kept], postings.place[links.left[kept]])
    heavy = np.bincount(stretch, weights=weight[kept]) >= least
    kept = kept[heavy[stretch]]
    for first, last in _bounds(number[kept]):
        chosen = kept[first:last]
        one, other = links.left[chosen], links.right[chosen]
        documents = (int(postings.document[one[0]]), int(postings.document[other[0]]))
        yield Candidate(documents, postings.place[one], postings.place[other])


def _stretches(number: NDArray[np.int64], place: NDArray[np.int32]) -> NDArray[np.int64]:
    """Number the stretches: a new one begins with each pair, and after a wide gap."""
    fresh = (np.diff(number, prepend=-1) != 0) | (np.diff(place, prepend=0) > _APART)
    return np.cumsum(fresh) - 1


def _bounds(number: NDArray[np.int64]) -> Iterator[tuple[int, int]]:
    starts = np.flatnonzero(np.diff(number, prepend=-1))
    if not len(starts):
        return
    yield from zip(starts.tolist(), [*starts[1:].tolist(), len(number)], strict=True)
