"""The comparison keys of all submissions in one array, two bytes a character.

>>> codes = Codes.of(["组织 妇女！", "开展"])
>>> codes.sizes.tolist(), "".join(map(chr, codes.values))
([4, 2], '组织妇女开展')
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.text.keys import comparison_codes

__all__ = ["Codes"]

# So many characters at once: what is computed of them stays near the processor.
_BLOCK = 1 << 18
# Where places are looked up, so many characters go together.
_STRETCH = 256


@dataclass(frozen=True, slots=True)
class Codes:
    """``values`` are the low 16 bits of code points; key n ends before ``ends[n]``."""

    values: NDArray[np.uint16]
    sizes: NDArray[np.int64]
    ends: NDArray[np.int64]

    @classmethod
    def of(cls, texts: Sequence[str]) -> Codes:
        """Take the keys of raw texts."""
        values, sizes = [np.empty(0, dtype=np.uint16)], [np.empty(0, dtype=np.int64)]
        for first, last in _blocks([len(text) for text in texts]):
            codes, lengths = comparison_codes(texts[first:last])
            values.append(codes.astype(np.uint16))
            sizes.append(lengths)
        every = np.concatenate(sizes)
        return cls(np.concatenate(values), every, np.cumsum(every))

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Yield the number of the first key and that behind the last of each stretch to look at together."""
        return _blocks(self.sizes.tolist())

    def places(self, among: NDArray[np.int64]) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return in which key, and where in it, places among all keys lie."""
        # The key in which the stretch of a place begins is looked up; it is that one or the next, most often.
        borders = np.arange(0, int(self.ends[-1:].sum()) + _STRETCH, _STRETCH)
        document = np.searchsorted(self.ends, borders, side="right")[among // _STRETCH]
        document += self.ends[np.minimum(document, len(self.ends) - 1)] <= among
        late = np.flatnonzero(self.ends[np.minimum(document, len(self.ends) - 1)] <= among)
        document[late] = np.searchsorted(self.ends, among[late], side="right")
        return document.astype(np.int32), (among - (self.ends - self.sizes)[document]).astype(np.int32)

    def around(
        self, key: NDArray[np.int64], place: NDArray[np.int32], reach: range, outside: int
    ) -> NDArray[np.int32]:
        """Return a row for each place: what stands ``reach`` from it, ``outside`` where its key has ended."""
        at = place[:, np.newaxis] + np.arange(reach.start, reach.stop)
        begins, sizes = (self.ends - self.sizes)[key], self.sizes[key]
        among = np.clip(at + begins[:, np.newaxis], 0, max(len(self.values) - 1, 0))
        is_inside = (at >= 0) & (at < sizes[:, np.newaxis])
        return np.where(is_inside, self.values[among], np.int32(outside)).astype(np.int32)


def _blocks(sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    first = size = 0
    for number, length in enumerate(sizes, 1):
        size += length
        if size >= _BLOCK:
            yield first, number
            first, size = number, 0
    if first < len(sizes):
        yield first, len(sizes)
