"""How usual a short sequence of characters is in reports at large: counts taken from real texts.

A batch of five files can't know what everyone writes; the shipped table does. It holds hashes of two, four
and eight characters of the comparison key with the number of independent submitters that use them, and no
text. What stands in data/set_phrases.toml counts as used by all.

>>> table = common_shingles()
>>> table.submitters > 0, len(table.hashes) == len(table.counts)
(True, True)
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from govreport.text.keys import comparison_key
from govreport.text.lexicon import load_table
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["CommonShingles", "common_shingles"]

_FILE = "common_shingles.npy"
_BITS = 20
_REST = np.uint64(64 - _BITS)


@dataclass(frozen=True, slots=True)
class CommonShingles:
    """Sorted ``hashes`` with how many of ``submitters`` use each; what is not there few or none use."""

    hashes: NDArray[np.uint64]
    counts: NDArray[np.int64]
    submitters: int
    beginnings: NDArray[np.bool_]
    """Which first twenty bits a hash of the table has: nine in ten of what is asked for have others."""

    def count(self, hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Return how many submitters use each of the given shingles, 0 where it is not in the table."""
        if not len(self.hashes):
            return np.zeros(len(hashes), dtype=np.int64)
        found = np.zeros(len(hashes), dtype=np.int64)
        likely = np.flatnonzero(self.beginnings[hashes >> _REST])
        wanted = hashes[likely]
        place = np.minimum(np.searchsorted(self.hashes, wanted), len(self.hashes) - 1)
        found[likely] = np.where(self.hashes[place] == wanted, self.counts[place], 0)
        return found

    def rarity(self, hashes: NDArray[np.uint64]) -> NDArray[np.float64]:
        """Return the natural logarithm of how many submitters there are for each that uses a shingle.

        What stands in no table counts as used by two: it may be missing by chance.
        """
        found: NDArray[np.float64] = np.log(self.submitters / np.maximum(self.count(hashes), 2))
        return found


@cache
def common_shingles() -> CommonShingles:
    """Return the shipped table: its first row holds the number of submitters."""
    raw = files("govreport.data").joinpath(_FILE).read_bytes()
    table = np.load(io.BytesIO(raw), allow_pickle=False)
    submitters = int(table["count"][0])
    phrases = _of_phrases()
    hashes = np.concatenate((phrases, table["hash"][1:]))
    counts = np.concatenate((np.full(len(phrases), submitters), table["count"][1:].astype(np.int64)))
    hashes, first = np.unique(hashes, return_index=True)
    beginnings = np.zeros(1 << _BITS, dtype=bool)
    beginnings[hashes >> _REST] = True
    return CommonShingles(hashes, counts[first], submitters, beginnings)


def _of_phrases() -> NDArray[np.uint64]:
    phrases = [phrase for group in load_table("set_phrases").values() for phrase in group]
    return np.concatenate([shingle_hashes(comparison_key(phrase).codes, SHINGLE) for phrase in phrases])
