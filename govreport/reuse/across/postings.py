"""Where each sampled shingle stands, over all submissions, equal shingles side by side.

In go the keys of the submissions, out come arrays; nothing here looks at single characters in Python.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.text.keys import Key
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["Postings", "collect"]

_BLOCK = 1 << 22


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


def collect(keys: Iterable[Key], sampling: int, size: int = SHINGLE) -> Postings:
    """Return shingles of which one in ``sampling`` is kept, by value: equal texts keep the same."""
    blocks = [_of_block(block, first, sampling, size) for first, block in _blocks(keys)]
    if not blocks:
        none = np.empty(0, dtype=np.int32)
        return Postings(none.astype(np.int64), none, none, none.astype(np.uint64))
    hashes, document, place = (np.concatenate(arrays) for arrays in zip(*blocks, strict=True))
    return _grouped(hashes, document, place)


def _blocks(keys: Iterable[Key]) -> Iterator[tuple[int, list[Key]]]:
    block: list[Key] = []
    first = size = 0
    for key in keys:
        block.append(key)
        size += len(key)
        if size >= _BLOCK:
            yield first, block
            first, block, size = first + len(block), [], 0
    if block:
        yield first, block


def _of_block(
    keys: list[Key], first: int, sampling: int, size: int
) -> tuple[NDArray[np.uint64], NDArray[np.int32], NDArray[np.int32]]:
    lengths = np.array([len(key) for key in keys])
    ends = np.cumsum(lengths)
    hashes = shingle_hashes(np.concatenate([key.codes for key in keys]), size)
    chosen = np.flatnonzero(hashes % np.uint64(sampling) == 0)
    owner = np.searchsorted(ends, chosen, side="right")
    inside = chosen + size <= ends[owner]
    chosen, owner = chosen[inside], owner[inside]
    place = chosen - (ends - lengths)[owner]
    return hashes[chosen], (owner + first).astype(np.int32), place.astype(np.int32)


def _grouped(hashes: NDArray[np.uint64], document: NDArray[np.int32], place: NDArray[np.int32]) -> Postings:
    """Sort by hash; the low bits give way to the number of the posting, so that one sort does."""
    bits = np.uint64(max(1, len(hashes).bit_length()))
    packed = np.sort(hashes >> bits << bits | np.arange(len(hashes), dtype=np.uint64))
    values = packed >> bits
    equal = values[1:] == values[:-1]
    kept = np.flatnonzero(np.concatenate((equal, [False])) | np.concatenate(([False], equal)))
    order = (packed[kept] & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    values = values[kept]
    fresh = np.concatenate(([True], values[1:] != values[:-1])) if len(values) else np.empty(0, dtype=bool)
    return Postings(np.cumsum(fresh) - 1, document[order], place[order], hashes[order][fresh])
