"""Where each sampled shingle stands, over all submissions, equal shingles side by side.

In go keys, out come arrays; nothing here looks at single characters in Python. A shingle and its place are
one number of 64 bits: the first bits of the hash, then the place among all keys, so that sorting it is all
that it takes. Parts hold all places of some hashes each: what is done with one needs no other.

>>> found = collect(Codes.of(["组织妇女集中开展培训", "今年组织妇女集中开展"]), 1)
>>> [(n, int(d), int(p)) for n, d, p in zip(found.group.tolist(), found.document, found.place)]
[(0, 0, 0), (0, 1, 2)]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.room import Room, Shelves
from govreport.reuse.alike.parts import part_of
from govreport.text.shingles import SHINGLE, hashes_at, shingle_hashes

__all__ = [
    "Asked",
    "Block",
    "Postings",
    "block_of",
    "collect",
    "grouped",
    "numbered",
    "parts_of",
    "sorted_out",
    "spread",
    "twice",
]


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
# So many shingles may have the first bits in common and be others.
_MIXED = 4
# What sorting and grouping a posting takes at most, in bytes.
_TAKES = 48

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
            beginnings[block_of(codes, number, number + 1, 1, size)[0] >> _REST] = True
        return cls(beginnings)

    def __call__(self, hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
        """Return which of some hashes may be asked about."""
        found: NDArray[np.bool_] = self.beginnings[hashes >> _REST]
        return found


def collect(codes: Codes, sampling: int, size: int = SHINGLE, asked: Asked | None = None) -> Postings:
    """Return all shingles of which one in ``sampling`` is kept, as one part that is held in memory."""
    with Room() as room:
        return sorted_out(
            codes, spread(codes, sampling, size, asked, Shelves(room, 1, _ROW), 1).take(0), size
        )


_ROW = np.dtype("<u8")


def spread(
    codes: Codes, sampling: int, size: int, asked: Asked | None, shelves: Shelves, parts: int
) -> Shelves:
    """Put shingles with their places on shelves, one for each part, and return these.

    One shingle in ``sampling`` is kept, by value: equal texts keep the same. Where ``asked`` is given only
    shingles that stand in one of those keys are.
    """
    bits = _bits(codes)
    for first, last in codes.blocks():
        hashes, place = _of_block(codes, first, last, sampling, size)
        if asked is not None:
            kept = np.flatnonzero(asked(hashes))
            hashes, place = hashes[kept], place[kept]
        shelves.put(part_of(hashes, parts), hashes >> bits << bits | place.astype(np.uint64))
    return shelves


def parts_of(room: Room, codes: Codes, sampling: int) -> int:
    """Return into how many parts the shingles are split so that memory has a bound."""
    return room.parts(len(codes.values) // sampling * _TAKES)


def sorted_out(
    codes: Codes, packed: NDArray[np.uint64], size: int = SHINGLE, most: int | None = None
) -> Postings:
    """Return the shingles of a part that stand at least twice; ``packed`` is as ``spread`` puts it away.

    Those that stand far oftener than ``most`` times are left out before they are looked at. The array that is
    given is sorted in its place.
    """
    bits = _bits(codes)
    packed.sort()
    values = packed >> bits
    equal = values[1:] == values[:-1]
    kept = packed[twice(equal)] if most is None else packed[_few(equal, _MIXED * most)]
    del packed, values, equal
    place = (kept & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    hashes = hashes_at(codes.values, place, size)
    order = _exactly(kept >> bits, hashes, np.arange(len(kept)))
    return numbered(hashes[order], *codes.places(place[order]))


def _few(equal: NDArray[np.bool_], most: int) -> NDArray[np.int64]:
    """Return the places that are equal to a neighbour, where no more than so many are equal."""
    starts = np.flatnonzero(np.concatenate(([True], ~equal)))
    sizes = np.diff(starts, append=len(equal) + 1)
    few = (sizes > 1) & (sizes <= most)
    starts, sizes = starts[few], sizes[few]
    # Each run counts up from where it begins.
    begins = np.cumsum(sizes) - sizes
    found: NDArray[np.int64] = np.repeat(starts - begins, sizes) + np.arange(int(sizes.sum()))
    return found


def _exactly(
    beginnings: NDArray[np.uint64], hashes: NDArray[np.uint64], order: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Return the order without what had only the first bits in common with others."""
    mixed = (beginnings[1:] == beginnings[:-1]) & (hashes[1:] != hashes[:-1])
    if not mixed.any():
        return order
    again = np.lexsort((order, hashes))
    hashes = hashes[again]
    return order[again[twice(hashes[1:] == hashes[:-1])]]


def twice(equal: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return the places that are equal to a neighbour; ``equal[i]`` tells of place i and the next."""
    return np.flatnonzero(np.concatenate((equal, [False])) | np.concatenate(([False], equal)))


def numbered(hashes: NDArray[np.uint64], document: NDArray[np.int32], place: NDArray[np.int32]) -> Postings:
    """Return postings whose equal hashes are neighbours, and of which each stands at least twice."""
    fresh = np.concatenate(([True], hashes[1:] != hashes[:-1])) if len(hashes) else np.empty(0, dtype=bool)
    return Postings(np.cumsum(fresh) - 1, document, place, hashes[fresh])


def _bits(codes: Codes) -> np.uint64:
    return np.uint64(max(1, len(codes.values).bit_length()))


def _of_block(
    codes: Codes, first: int, last: int, sampling: int, size: int
) -> tuple[NDArray[np.uint64], NDArray[np.int64]]:
    """Return the hashes of the shingles of some keys, and their places among all keys."""
    ends = codes.ends[first:last]
    start = int(codes.ends[first] - codes.sizes[first])
    hashes = shingle_hashes(codes.values[start : int(ends[-1])].astype(np.uint32), size)
    wanted = hashes % np.uint64(sampling) == 0 if sampling > 1 else np.ones(len(hashes), dtype=bool)
    for end in (ends[:-1] - start).tolist():
        # These reach into the next key.
        wanted[max(end - size + 1, 0) : end] = False
    place = np.flatnonzero(wanted)
    return hashes[place], place + start


def block_of(codes: Codes, first: int, last: int, sampling: int, size: int) -> Block:
    """Return the hashes of the shingles of some keys, the number of the key, and the place in it."""
    hashes, place = _of_block(codes, first, last, sampling, size)
    return hashes, *codes.places(place)


def grouped(hashes: NDArray[np.uint64], document: NDArray[np.int32], place: NDArray[np.int32]) -> Postings:
    """Put equal hashes side by side, each in the order that they come in, and leave out single ones."""
    bits = np.uint64(max(1, len(hashes).bit_length()))
    packed = hashes >> bits << bits | np.arange(len(hashes), dtype=np.uint64)
    packed.sort()
    kept = packed[twice(packed[1:] >> bits == packed[:-1] >> bits)]
    order = (kept & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    order = _exactly(kept >> bits, hashes[order], order)
    return numbered(hashes[order], document[order], place[order])
