"""How much a shared shingle tells: nothing where everyone writes it, all where two submitters share it.

The count is over independent submitters: a unit counts once, however often it has submitted. The shipped
table adds what a batch of five files can't know: what submitters at large write.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.postings import Postings
from govreport.text.common import CommonShingles, common_shingles

__all__ = [
    "LEAST",
    "at_large",
    "is_usual",
    "is_whole",
    "standard",
    "standard_texts",
    "submitters",
    "weigh",
    "weight_of",
]

# What so few submitters share tells all; from there on the less, the more there are.
_FEW = 3
_FALL = 0.9
# Or next to nothing: thirty towns that took over one long text have all of it in common.
LEAST = 0.2
# But what so many submitters write, and one in so many of all, is a standard text and tells nothing.
_STANDARD, _STANDARD_SHARE = 40, 1 / 25
# A report of which so much stands in so many others is no standard text: it is one report under many names.
_WHOLE = 0.5
# What this many submitters at large write is usual: they have nothing to do with each other.
_AT_LARGE = 5


def weigh(postings: Postings, unit: NDArray[np.int64], background: CommonShingles) -> NDArray[np.float64]:
    """Return a weight from 0 to 1 for each group; ``unit`` numbers the unit of each submission.

    Submissions of one unit are neighbours in the order of the postings.
    """
    if not len(postings.group):
        return np.empty(0)
    weight = weight_of(submitters(postings, unit[postings.document]), int(unit.max()) + 1)
    return np.minimum(weight, at_large(background.count(postings.hashes)))


def submitters(postings: Postings, owner: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Return how many units use each group; ``owner`` is the unit of each posting, a unit's side by side."""
    if not len(postings.group):
        return np.empty(0, dtype=np.int64)
    another = np.concatenate(([True], owner[1:] != owner[:-1]))
    another[postings.starts] = True
    found: NDArray[np.int64] = np.add.reduceat(another.astype(np.int64), postings.starts)
    return found


def weight_of(submitters: NDArray[np.integer[Any]], units: int) -> NDArray[np.float64]:
    """Return the weight in the batch of what so many of all ``units`` share."""
    weight: NDArray[np.float64] = np.clip((_FEW / submitters) ** _FALL, LEAST, 1.0)
    weight[submitters >= standard(units)] = 0.0
    return weight


def standard(units: int) -> float:
    """Return how many of so many units make a text a standard text."""
    return max(_STANDARD, _STANDARD_SHARE * units)


def standard_texts(
    postings: Postings, weights: NDArray[np.float64], submissions: int
) -> tuple[Postings, NDArray[np.int64]]:
    """Return the postings of standard texts, and how many shingles of each submission tell nothing.

    A standard text tells a little (``LEAST``) where it is most of a submission; what is usual at large never
    does and is not among the postings.
    """
    nothing = weights[postings.group] == 0
    count = np.bincount(postings.document[nothing], minlength=submissions)
    kept = np.flatnonzero(nothing & ~is_usual(postings.hashes)[postings.group])
    return Postings(
        postings.group[kept], postings.document[kept], postings.place[kept], postings.hashes
    ), count


def is_whole(
    count: NDArray[np.integer[Any]], sizes: NDArray[np.integer[Any]], sampling: int
) -> NDArray[np.bool_]:
    """Whether standard texts are most of a submission: ``count`` of its shingles tell nothing.

    ``sizes`` are those of the keys, of whose shingles one in ``sampling`` was looked at.
    """
    found: NDArray[np.bool_] = count >= _WHOLE * sizes / sampling
    return found


def is_usual(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether submitters at large write a shingle: that tells nothing, wherever it stands."""
    found: NDArray[np.bool_] = common_shingles().count(hashes) >= _AT_LARGE
    return found


def at_large(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the weight of shingles that this many submitters of the shipped table use."""
    weight: NDArray[np.float64] = np.clip((_AT_LARGE - counts) / (_AT_LARGE - 1), 0.0, 1.0)
    return weight
