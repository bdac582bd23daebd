"""Which places are compared with which: each pair of equal shingles, while they are few, and a chain beyond.

A shingle that stands in a thousand submissions gives two thousand links and not half a million: each is
linked to the one before it and to the first. That is enough to find a text that all of them share.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.postings import Postings

__all__ = ["Links", "link"]

_EACH_WITH_EACH = 8


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of postings with one shingle; ``left`` is that of the submission with the lower number."""

    left: NDArray[np.int64]
    right: NDArray[np.int64]


def link(postings: Postings) -> Links:
    """Return the links between different submissions; their number is linear in that of the postings."""
    starts = postings.starts
    sizes = np.diff(starts, append=len(postings.group))
    start, size = np.repeat(starts, sizes), np.repeat(sizes, sizes)
    few = size <= _EACH_WITH_EACH
    pairs = [_beside(postings, lag, few) for lag in range(1, _EACH_WITH_EACH)]
    pairs.append(_beside(postings, 1, ~few))
    many = np.flatnonzero(~few & (np.arange(len(start)) > start + 1))
    pairs.append((start[many], many))
    left, right = (np.concatenate(side) for side in zip(*pairs, strict=True))
    apart = postings.document[left] != postings.document[right]
    return Links(left[apart], right[apart])


def _beside(
    postings: Postings, lag: int, wanted: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    group = postings.group
    found = np.flatnonzero((group[lag:] == group[:-lag]) & wanted[lag:])
    return found, found + lag
