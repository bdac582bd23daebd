"""Hashes of short character sequences, all of a text at once.

>>> import numpy as np
>>> codes = np.array([ord(c) for c in "妇女儿童工作妇女儿童"], dtype=np.uint32)
>>> hashes = shingle_hashes(codes, 4)
>>> len(hashes), bool(hashes[0] == hashes[6])
(7, True)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["SHINGLE", "hashes_at", "shingle_hashes"]

# How many characters a seed of a shared passage has.
SHINGLE = 8

_BASE = 0x9E3779B97F4A7C15
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_MASK = (1 << 64) - 1


def shingle_hashes(codes: NDArray[np.uint32], size: int) -> NDArray[np.uint64]:
    """Return a 64-bit hash of each run of ``size`` code points, a power of two, in reading order."""
    if size < 1 or size & (size - 1):
        raise ValueError(f"size is {size}, wanted a power of two")
    hashes = codes.astype(np.uint64)
    if len(hashes) < size:
        return hashes[:0]
    width, factor = 1, _BASE
    while width < size:
        hashes = hashes[:-width] * np.uint64(factor) + hashes[width:]
        width, factor = 2 * width, factor * factor & _MASK
    return _mixed(hashes)


def hashes_at(codes: NDArray[np.uint16], places: NDArray[np.int64], size: int) -> NDArray[np.uint64]:
    """Return the hashes of the runs of ``size`` code points that begin at some places, 4 or a multiple."""
    # Four code points are read as one number: places lie anywhere, and to go there is what takes time.
    fours = np.ndarray((max(len(codes) - 3, 0),), "<u8", np.ascontiguousarray(codes, "<u2"), 0, (2,))
    read = [fours[places + step] for step in range(0, size, 4)]
    parts = [four >> np.uint64(16 * step) & np.uint64(0xFFFF) for four in read for step in range(4)]
    factor = _BASE
    while len(parts) > 1:
        parts = [a * np.uint64(factor) + b for a, b in zip(parts[::2], parts[1::2], strict=True)]
        factor = factor * factor & _MASK
    return _mixed(parts[0])


def _mixed(hashes: NDArray[np.uint64]) -> NDArray[np.uint64]:
    hashes ^= hashes >> np.uint64(33)
    hashes *= _MIX
    hashes ^= hashes >> np.uint64(29)
    return hashes
