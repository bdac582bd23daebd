"""How much a shared shingle tells: nothing where everyone writes it, all where two submitters share it.

The count is over independent submitters: a unit counts once, however often it has submitted. The shipped
table adds what a batch of five files can't know: what submitters at large write.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.postings import Postings
from govreport.reuse.alike.usual import at_large, is_usual
from govreport.text.common import CommonShingles

__all__ = ["LEAST_LINKED", "for_links", "is_standard", "is_whole", "weigh"]

# What so few submitters share tells all; from there on the less, the more there are: the longer it must be
# to be no standard text.
_FEW = 3
_FALL = 1.6
# But set phrases are short: a paragraph that at most this share of all submitters has, word for word, is no
# custom of theirs, however many they are. The share is what it is at least: 3 of 5 files may be chance.
_CUSTOM = 0.03
_LEAST = 0.19
# What more have tells less with each that has it, and what that share have, be it by chance, next to nothing
# in the end: thirty towns that took over one long text have all of it in common.
_CUSTOM_FALL = 3.0
_LEAST_OF_CUSTOM = 0.085
LEAST_LINKED = 0.2
# A batch of a few hundred does not know the set phrases: a sentence that three have, and one in a hundred,
# may be one. So what they have must be longer than a sentence for it to be a copy. Among fewer than sixty
# three are too large a share for that.
_PHRASE, _OF_PHRASE, _MANY = 0.01, 0.27, 60
# And what so many submitters write besides is a standard text and tells nothing.
_STANDARD = 40
# How sure a share is to be larger: standard deviations of 95 % on both sides.
_SURE = 1.96
# A report of which so much stands in so many others is no standard text: it is one report under many names.
_WHOLE = 0.5


def weigh(
    postings: Postings, unit: NDArray[np.int64], units: int, background: CommonShingles
) -> NDArray[np.float64]:
    """Return a weight from 0 to 1 for each group; ``unit`` numbers the unit of each submission.

    There are ``units`` in all. Submissions of one unit are neighbours in the order of the postings.
    """
    if not len(postings.group):
        return np.empty(0)
    owner = unit[postings.document]
    starts = postings.starts
    another = np.concatenate(([True], owner[1:] != owner[:-1]))
    another[starts] = True
    submitters = np.add.reduceat(another.astype(np.int64), starts)
    custom = least_share(submitters, units) >= _CUSTOM
    fall = np.where(custom, _CUSTOM_FALL, _FALL)
    least = np.where(submitters >= _CUSTOM * units, _LEAST_OF_CUSTOM, _LEAST)
    weight: NDArray[np.float64] = np.clip((_FEW / submitters) ** fall, least, 1.0)
    weight[custom & (submitters >= _STANDARD)] = 0.0
    phrase = (submitters >= _FEW) & (submitters >= _PHRASE * units) & (units >= _MANY)
    weight[phrase] = np.minimum(weight[phrase], _OF_PHRASE)
    return np.minimum(weight, at_large(background.count(postings.hashes)))


def least_share(submitters: NDArray[np.int64], units: int) -> NDArray[np.float64]:
    """Return what share of submitters at large has what so many of ``units`` have, at least (Wilson, 95 %).

    >>> least_share(np.array([10, 50]), 200).round(3).tolist()
    [0.027, 0.195]
    """
    share, spread = submitters / units, _SURE**2 / units
    deviation = np.sqrt(np.maximum(share * (1 - share), 0) * spread + spread**2 / 4)
    found: NDArray[np.float64] = (share + spread / 2 - deviation) / (1 + spread)
    return found


def is_whole(standard: NDArray[np.int64], sizes: NDArray[np.int64], sampling: int) -> NDArray[np.bool_]:
    """Return which submissions are a standard text for the most part: reports that many handed in as theirs.

    ``standard`` is how many of the looked at shingles of each tell nothing, ``sizes`` are those of the keys,
    of whose shingles one in ``sampling`` was looked at.
    """
    found: NDArray[np.bool_] = standard >= _WHOLE * sizes / sampling
    return found & (sizes > 0)


def is_standard(postings: Postings, weights: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the postings of what many of these submitters have and few at large: it tells nothing."""
    return np.flatnonzero(((weights == 0) & ~is_usual(postings.hashes))[postings.group])


def for_links(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights by which two submissions are looked at closely: what tells, tells a bit."""
    found: NDArray[np.float64] = np.where(weights > 0, np.maximum(weights, LEAST_LINKED), 0.0)
    return found
