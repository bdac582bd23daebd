"""Hashes in parts, by bits of their own: what is done with one part needs no other."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["part_of"]

# The last bits of a hash give way to the place; by some of these the parts are told.
_PART = np.uint64(8)


def part_of(hashes: NDArray[np.uint64], parts: int) -> NDArray[np.uint64]:
    """Return the number of the part of each hash; ``parts`` is a power of two."""
    return hashes >> _PART & np.uint64(parts - 1)
