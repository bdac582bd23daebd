"""In what order rows come: by several columns of small numbers that are sorted as one number.

>>> ordered(np.array([1, 0, 1]), np.array([5, 9, 2])).tolist()
[1, 2, 0]
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["ordered"]


def ordered(*columns: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Return the order of rows by columns, the first before the others; no value is negative.

    Where the columns take 64 bits together one sort does; rows equal in all of them come in any order.
    """
    if not len(columns[0]):
        return np.empty(0, dtype=np.int64)
    widths = [int(column.max()).bit_length() for column in columns]
    if sum(widths) > 64:
        return np.lexsort(columns[::-1])
    packed = columns[0].astype(np.uint64)
    for column, width in zip(columns[1:], widths[1:], strict=True):
        packed <<= np.uint64(width)
        packed |= column.astype(np.uint64)
    return np.argsort(packed)
