"""How much a shared shingle tells: nothing where everyone writes it, all where two submitters share it.

The count is over independent submitters: a unit counts once, however often it has submitted. To those of
the batch come those of the shipped table, so that five files are judged as five thousand are.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.postings import Postings
from govreport.text.common import CommonShingles

__all__ = ["at_large", "weigh"]

# What one submitter in eight of a batch writes tells nothing, what one in fifty or fewer write tells all.
_USUAL, _RARE = 1 / 8, 1 / 50
# Or next to nothing: thirty towns that took over one long text have all of it in common.
_LEAST = 0.15
# What this many submitters at large write is usual: they have nothing to do with each other.
_AT_LARGE = 5


def weigh(postings: Postings, unit: NDArray[np.int64], background: CommonShingles) -> NDArray[np.float64]:
    """Return a weight from 0 to 1 for each group; ``unit`` numbers the unit of each submission.

    Submissions of one unit are neighbours in the order of the postings.
    """
    if not len(postings.group):
        return np.empty(0)
    owner = unit[postings.document]
    starts = postings.starts
    another = np.concatenate(([True], owner[1:] != owner[:-1]))
    another[starts] = True
    submitters = np.add.reduceat(another.astype(np.int64), starts)
    share = submitters / (len(np.unique(unit)) + background.submitters)
    weight: NDArray[np.float64] = np.clip(np.log(share / _USUAL) / np.log(_RARE / _USUAL), _LEAST, 1.0)
    return np.minimum(weight, at_large(background.count(postings.hashes)))


def at_large(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the weight of shingles that this many submitters of the shipped table use."""
    weight: NDArray[np.float64] = np.clip((_AT_LARGE - counts) / (_AT_LARGE - 1), 0.0, 1.0)
    return weight
