"""How much of a passage tells where it comes from: its length less what everyone writes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.passages import Passage
from govreport.reuse.across.postings import Postings
from govreport.reuse.across.weights import at_large
from govreport.text.common import common_shingles
from govreport.text.keys import Key
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["Telling", "spread"]

# No set phrase is as long as this: what goes beyond tells, however many share it.
_LONGEST_PHRASE = 60


@dataclass(frozen=True, slots=True)
class Telling:
    """The weights of the shingles of a batch, for whoever asks how telling a passage is."""

    hashes: NDArray[np.uint64]
    weights: NDArray[np.float64]

    @classmethod
    def of(cls, postings: Postings, weights: NDArray[np.float64]) -> Telling:
        """Take the weights of the groups of postings."""
        order = np.argsort(postings.hashes)
        return cls(postings.hashes[order], weights[order])

    def __call__(self, key: Key, passage: Passage) -> float:
        """Return how many characters of the passage tell, in characters of the key."""
        start, end = passage.left
        hashes = shingle_hashes(key.codes[start:end], SHINGLE)
        weight = spread(self._of(hashes), end - start)
        told = sum(float(weight[p.left - start : p.left - start + p.length].sum()) for p in passage.pieces)
        return max(told, sum(p.length for p in passage.pieces) - _LONGEST_PHRASE)

    def _of(self, hashes: NDArray[np.uint64]) -> NDArray[np.float64]:
        usual = at_large(common_shingles().count(hashes))
        if not len(self.hashes):
            return usual
        place = np.minimum(np.searchsorted(self.hashes, hashes), len(self.hashes) - 1)
        return np.where(self.hashes[place] == hashes, np.minimum(self.weights[place], usual), usual)


def spread(weights: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """Return a weight for each of ``length`` characters: the least of those of the shingles that hold it."""
    spread_out = np.ones(length)
    for i in range(SHINGLE):
        part = spread_out[i : i + len(weights)]
        np.minimum(part, weights, out=part)
    return spread_out
