"""Where each sampled shingle stands, over all submissions, equal shingles side by side.

In go keys, out come arrays; nothing here looks at single characters in Python.

>>> found = collect(Codes.of(["组织妇女集中开展培训", "今年组织妇女集中开展"]), 1)
>>> [(n, int(d), int(p)) for n, d, p in zip(found.group.tolist(), found.document, found.place)]
[(0, 0, 0), (0, 1, 2)]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["Asked", "Block", "Postings", "block_of", "collect", "grouped"]


@dataclass(frozen=True, slots=True)
class Postings:
    """Shingles that stand at least twice: ``group`` numbers equal ones, 0 upwards without gaps.

    ``document`` is the number of the submission and ``place`` the offset in its key; within a group they
    are in the order of the submissions. ``hashes`` has one entry for each group.
    """

    group: NDArray[np.int64]
    document: NDArray[np.int32]
    place: NDArray[np.int32]
    hashes: NDArray[np.uint64]

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each group begins."""
        return np.flatnonzero(np.diff(self.group, prepend=-1))


_BITS = 24
_REST = np.uint64(64 - _BITS)

Block = tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]


@dataclass(frozen=True, slots=True)
class Asked:
    """The shingles of those keys that are asked about; nearly all others are told by their first bits."""

    beginnings: NDArray[np.bool_]

    @classmethod
    def of(cls, codes: Codes, keys: NDArray[np.bool_], size: int = SHINGLE) -> Asked:
        """Take the shingles of the keys that ``keys`` marks."""
        beginnings = np.zeros(1 << _BITS, dtype=bool)
        for number in np.flatnonzero(keys).tolist():
            beginnings[block_of(codes, number, number + 1, 1, size, 0, 1)[0] >> _REST] = True
        return cls(beginnings)

    def __call__(self, block: Block) -> Block:
        """Return what of a block may be asked about."""
        kept = np.flatnonzero(self.beginnings[block[0] >> _REST])
        return block[0][kept], block[1][kept], block[2][kept]


def collect(
    codes: Codes,
    sampling: int,
    size: int = SHINGLE,
    part: int = 0,
    parts: int = 1,
    asked: Asked | None = None,
) -> Postings:
    """Return shingles of which one in ``sampling`` is kept, by value: equal texts keep the same.

    Of ``parts`` that together hold all values only one is collected, so that memory has a bound. Where
    ``asked`` is given only shingles that stand in one of those keys are.
    """
    blocks = [
        (asked or _every)(block_of(codes, first, last, sampling, size, part, parts))
        for first, last in codes.blocks()
    ]
    if not blocks:
        none = np.empty(0, dtype=np.int32)
        return Postings(none.astype(np.int64), none, none, none.astype(np.uint64))
    hashes, document, place = (np.concatenate(arrays) for arrays in zip(*blocks, strict=True))
    del blocks
    return grouped(hashes, document, place)


def _every(block: Block) -> Block:
    return block


def block_of(codes: Codes, first: int, last: int, sampling: int, size: int, part: int, parts: int) -> Block:
    """Return the hashes of the shingles of some keys, the number of the key, and the place in it."""
    lengths = codes.sizes[first:last]
    ends = np.cumsum(lengths)
    start = int(codes.ends[first] - codes.sizes[first])
    hashes = shingle_hashes(codes.values[start : start + int(ends[-1])].astype(np.uint32), size)
    wanted = hashes % np.uint64(sampling) == 0
    if parts > 1:
        wanted &= (hashes >> np.uint64(40)) % np.uint64(parts) == part
    chosen = np.flatnonzero(wanted)
    owner = np.searchsorted(ends, chosen, side="right")
    inside = chosen + size <= ends[owner]
    chosen, owner = chosen[inside], owner[inside]
    place = chosen - (ends - lengths)[owner]
    return hashes[chosen], (owner + first).astype(np.int32), place.astype(np.int32)


def grouped(hashes: NDArray[np.uint64], document: NDArray[np.int32], place: NDArray[np.int32]) -> Postings:
    """Sort by hash; the low bits give way to the number of the posting, so that one sort does."""
    bits = np.uint64(max(1, len(hashes).bit_length()))
    packed = hashes >> bits << bits
    packed |= np.arange(len(hashes), dtype=np.uint64)
    packed.sort()
    kept = _repeated(packed >> bits)
    order = (packed[kept] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    values = hashes[order]
    if (values[1:] < values[:-1]).any():  # Some hashes differ in the low bits alone.
        order = order[np.lexsort((order, values))]
        values = hashes[order]
    whole = _repeated(values)
    order, values = order[whole], values[whole]
    fresh = np.concatenate(([True], values[1:] != values[:-1])) if len(values) else np.empty(0, dtype=bool)
    return Postings(np.cumsum(fresh) - 1, document[order], place[order], values[fresh])


def _repeated(values: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return where sorted values stand that are there at least twice."""
    equal = values[1:] == values[:-1]
    return np.flatnonzero(np.concatenate((equal, [False])) | np.concatenate(([False], equal)))
