"""How much of a passage tells where it comes from: its length less what everyone writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.alike.parts import part_of
from govreport.reuse.alike.passage import Passage
from govreport.reuse.alike.usual import at_large
from govreport.text.align import Piece
from govreport.text.common import common_shingles
from govreport.text.keys import Key
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["Telling", "spread"]

# No standard text is as long as this: what goes beyond tells, however many share it.
_LONGEST_STANDARD = 400
# And none is so much of a report.
_WHOLE = 0.5
# How rare the pairs of characters are that any report of the field is made of: one in so many submitters uses
# such a pair, by the natural logarithm.
_FIELD = 1.5


@dataclass(frozen=True, slots=True)
class Telling:
    """The weights of the shingles of a batch that tell less than all: how telling is a passage?

    ``parts`` hold sorted hashes with their weights, each those that ``part_of`` assigns to it.
    """

    parts: Sequence[tuple[NDArray[np.uint64], NDArray[np.float32]]]
    sampling: int

    def tells(self, key: Key, passage: Passage, least: float) -> bool:
        """Whether so many characters of the passage tell, in characters of the key.

        Only shingles that both texts have are looked at, so it does not matter in which of them, and no more
        of them than it takes.
        """
        whole = sum(piece.length for piece in passage.pieces) >= _WHOLE * len(key)
        more = 0 if whole else _LONGEST_STANDARD
        return any(max(told, usual - more) >= least for told, usual in self._sums(key, passage))

    def at_large(self, key: Key, passage: Passage, least: float) -> bool:
        """Whether so many characters would tell if these two submissions were the batch."""
        return any(usual >= least for _, usual in self._sums(key, passage))

    def is_rare(self, key: Key, pieces: Iterable[Piece], least: float) -> bool:
        """Whether what tells at large in some pieces is so much rarer than the language of the field.

        Each pair of characters counts by how much rarer than most it is. No more is looked at than it takes.
        """
        rare, told, looked_at = 0.0, 0.0, 0
        for piece in sorted(pieces, key=lambda piece: -piece.length):
            codes = key.codes[piece.left : piece.left + piece.length]
            over = common_shingles().rarity(shingle_hashes(codes, 2)) - _FIELD
            if piece.length >= SHINGLE:
                usual = spread(at_large(common_shingles().count(shingle_hashes(codes, SHINGLE))), len(codes))
                told, looked_at = told + float(usual.sum()), looked_at + len(usual)
                over *= np.minimum(usual[:-1], usual[1:])
            elif looked_at:
                # Too short to be looked up: it tells no more than those around it, as in ``_sums``.
                over *= told / looked_at
            rare += max(float(over.sum()), 0.0)
            if rare >= least:
                return True
        return False

    def _sums(self, key: Key, passage: Passage) -> Iterator[tuple[float, float]]:
        """Yield how many characters tell in the batch and at large, with each piece more, long ones first."""
        told = anywhere = 0.0
        rates = 1.0, 1.0
        looked_at = 0
        for piece in sorted(passage.pieces, key=lambda piece: -piece.length):
            if piece.length >= SHINGLE:
                here, usual = self._of(key, piece)
                looked_at += piece.length
                told, anywhere = told + here, anywhere + usual
                rates = told / looked_at, anywhere / looked_at
            else:
                # Too short to be looked up: what stands between two set phrases tells no more than these.
                told, anywhere = told + piece.length * rates[0], anywhere + piece.length * rates[1]
            yield told, anywhere

    def _of(self, key: Key, piece: Piece) -> tuple[float, float]:
        """Return how many characters of a piece tell in the batch, and how many at large."""
        hashes = shingle_hashes(key.codes[piece.left : piece.left + piece.length], SHINGLE)
        usual = at_large(common_shingles().count(hashes))
        here = self._here(hashes, usual)
        return float(spread(here, piece.length).sum()), float(spread(usual, piece.length).sum())

    def characters(self, key: Key, start: int, end: int) -> NDArray[np.float64]:
        """Return how much each character of a stretch of the key tells, from 0 to 1."""
        hashes = shingle_hashes(key.codes[start:end], SHINGLE)
        return spread(self._here(hashes, at_large(common_shingles().count(hashes))), end - start)

    def _here(self, hashes: NDArray[np.uint64], usual: NDArray[np.float64]) -> NDArray[np.float64]:
        looked_at = hashes % np.uint64(self.sampling) == 0
        return np.minimum(usual, _filled(self._weights(hashes[looked_at]), looked_at))

    def _weights(self, hashes: NDArray[np.uint64]) -> NDArray[np.float64]:
        """Return the weights of shingles that were looked at."""
        if len(self.parts) == 1:
            return _looked_up(hashes, *self.parts[0])
        found = np.ones(len(hashes))
        part = part_of(hashes, len(self.parts))
        for number, held in enumerate(self.parts):
            own = np.flatnonzero(part == number)
            found[own] = _looked_up(hashes[own], *held)
        return found


def _looked_up(
    hashes: NDArray[np.uint64], known: NDArray[np.uint64], weights: NDArray[np.float32]
) -> NDArray[np.float64]:
    """Return the weight of each hash, 1 where it is not among the sorted ``known``."""
    if not len(known):
        return np.ones(len(hashes))
    place = known.searchsorted(hashes)
    np.minimum(place, len(known) - 1, out=place)
    return np.where(known[place] == hashes, weights[place], 1.0)


def _filled(weights: NDArray[np.float64], known: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return the weights of all shingles, of those that are ``known`` their own.

    Others have the lesser weight of the two nearest that are known.
    """
    if not len(weights):
        return np.ones(len(known))
    number = np.cumsum(known)
    before, after = np.maximum(number - 1, 0), np.minimum(number - known, len(weights) - 1)
    found: NDArray[np.float64] = np.minimum(weights[before], weights[after])
    return found


def spread(weights: NDArray[np.float64], length: int) -> NDArray[np.float64]:
    """Return a weight for each of ``length`` characters: the least of those of the shingles that hold it."""
    spread_out = np.ones(length)
    for i in range(SHINGLE):
        part = spread_out[i : i + len(weights)]
        np.minimum(part, weights, out=part)
    return spread_out
