"""Hashes with places as bytes: sorted by hash, so that most bits of a hash follow from where it stands.

The first bits of a hash tell its block, the next six where in the block; only the rest is written, and for
each the place. Blocks hold about a thousand hashes, so that looking one up reads little.

>>> import numpy as np
>>> layout = Layout.of(48, 3, 100)
>>> hashes, places = np.array([5, 5, 1 << 40], dtype=np.uint64), np.array([7, 9, 99], dtype=np.uint64)
>>> blocks = dict(encoded(hashes, places, layout))
>>> [(n, p) for n, p in zip(*(a.tolist() for a in looked_up(blocks, np.array([5], dtype=np.uint64), layout)))]
[(0, 7), (0, 9)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["HEAD", "Layout", "decoded", "encoded", "looked_up"]

# About so many hashes lie in a block, and where in it is told by so many bits. DuckDB wastes a fifth of the
# file on blobs not much longer than 4 kB.
_BLOCK, _BITS = 1024, 6
# A block begins with so many bytes.
HEAD = 4 << _BITS
_BEHIND = bytes(8)


class Layout(NamedTuple):
    """``bits`` of a hash are kept, the first ``part`` of them tell the block; bytes of rest and place."""

    bits: int
    part: int
    rest: int
    place: int

    @classmethod
    def of(cls, bits: int, postings: int, places: int) -> Layout:
        """Return how so many postings are written whose places are below ``places``."""
        part = max(0, (postings // _BLOCK).bit_length() - 1)
        # One more than there are: the last place stands for "more than are told".
        return cls(bits, part, -(-(bits - part - _BITS) // 8), -(-max(places + 1, 2).bit_length() // 8))

    @property
    def none(self) -> int:
        """The place that is none."""
        return (1 << 8 * self.place) - 1

    def parts(self, hashes: NDArray[np.uint64]) -> NDArray[np.int64]:
        """Return the number of the block of each hash."""
        return (hashes >> np.uint64(self.bits - self.part)).astype(np.int64)


def encoded(
    hashes: NDArray[np.uint64], places: NDArray[np.uint64], layout: Layout
) -> Iterator[tuple[int, bytes]]:
    """Yield the blocks of sorted hashes with their numbers; a block must be given whole."""
    parts = layout.parts(hashes)
    rest_bits = layout.bits - layout.part - _BITS
    inner = (hashes >> np.uint64(rest_bits) & np.uint64((1 << _BITS) - 1)).astype(np.int64)
    rest = _as_bytes(hashes & np.uint64((1 << rest_bits) - 1), layout.rest)
    where = _as_bytes(places, layout.place)
    starts = np.flatnonzero(np.diff(parts, prepend=-1))
    numbers = parts[starts]
    slots = np.searchsorted(numbers, parts) << _BITS | inner
    counts = np.bincount(slots, minlength=len(starts) << _BITS).astype("<u4").reshape(-1, 1 << _BITS)
    for n, (first, last) in enumerate(zip(starts.tolist(), [*starts[1:].tolist(), len(parts)], strict=True)):
        data = counts[n].tobytes() + rest[first:last].tobytes() + where[first:last].tobytes()
        yield int(numbers[n]), data


def decoded(number: int, data: bytes, layout: Layout) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Return the hashes of a block, sorted, and their places."""
    counts = np.frombuffer(data, "<u4", 1 << _BITS)
    size = int(counts.sum())
    raw = np.frombuffer(data + _BEHIND, np.uint8, offset=HEAD)
    rest = _numbers(raw, np.arange(size) * layout.rest, layout.rest)
    places = _numbers(raw, size * layout.rest + np.arange(size) * layout.place, layout.place)
    inner = np.repeat(np.arange(1 << _BITS, dtype=np.uint64), counts)
    first = np.uint64(number << _BITS) | inner
    return first << np.uint64(layout.bits - layout.part - _BITS) | rest, places


def looked_up(
    blocks: Mapping[int, bytes], hashes: NDArray[np.uint64], layout: Layout
) -> tuple[NDArray[np.int64], NDArray[np.uint64]]:
    """Return which of the hashes stand where: a number of ``hashes``, which are sorted, for each place."""
    known = np.array(sorted(blocks), dtype=np.int64)
    if not len(known) or not len(hashes):
        return np.empty(0, np.int64), np.empty(0, np.uint64)
    data = [blocks[number] for number in known.tolist()]
    raw = np.frombuffer(b"".join((*data, _BEHIND)), np.uint8)
    sizes = np.array([len(one) for one in data])
    offsets = np.cumsum(sizes) - sizes
    parts = layout.parts(hashes)
    block = np.minimum(np.searchsorted(known, parts), len(known) - 1)
    asked = np.flatnonzero(known[block] == parts)
    block = block[asked]
    rest_bits = layout.bits - layout.part - _BITS
    inner = (hashes[asked] >> np.uint64(rest_bits) & np.uint64((1 << _BITS) - 1)).astype(np.int64)
    heads = offsets[:, None] + 4 * np.arange(1 << _BITS)
    counts = _numbers(raw, heads.ravel(), 4).astype(np.int64).reshape(heads.shape)
    ends = np.cumsum(counts, axis=1)
    number, first = counts[block, inner], ends[block, inner] - counts[block, inner]
    which = np.repeat(np.arange(len(asked)), number)
    within = np.arange(len(which)) - np.repeat(np.cumsum(number) - number, number) + first[which]
    base = offsets[block[which]] + HEAD
    rest = hashes[asked] & np.uint64((1 << rest_bits) - 1)
    hits = np.flatnonzero(_numbers(raw, base + within * layout.rest, layout.rest) == rest[which])
    which, within, base = which[hits], within[hits], base[hits]
    places = _numbers(raw, base + ends[block[which], -1] * layout.rest + within * layout.place, layout.place)
    return asked[which], places


def _as_bytes(values: NDArray[np.uint64], size: int) -> NDArray[np.uint8]:
    return np.ascontiguousarray(values.astype("<u8").view(np.uint8).reshape(-1, 8)[:, :size])


def _numbers(raw: NDArray[np.uint8], at: NDArray[np.int64], size: int) -> NDArray[np.uint64]:
    """Return the numbers of so many bytes that begin at some places; eight bytes more are behind the last."""
    every = np.ndarray((len(raw) - 7,), "<u8", raw, strides=(1,))
    found: NDArray[np.uint64] = every[at]
    return found if size == 8 else found & np.uint64((1 << 8 * size) - 1)
