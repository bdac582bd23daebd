"""What submitters at large write tells nothing, wherever it stands: by the shipped table of shingles."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from govreport.text.common import common_shingles

__all__ = ["at_large", "is_usual"]

# What this many submitters at large write is usual: they have nothing to do with each other.
_AT_LARGE = 5


def at_large(counts: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return the weight of shingles that this many submitters of the shipped table use."""
    weight: NDArray[np.float64] = np.clip((_AT_LARGE - counts) / (_AT_LARGE - 1), 0.0, 1.0)
    return weight


def is_usual(hashes: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Whether submitters at large write a shingle: that tells nothing, wherever it stands."""
    found: NDArray[np.bool_] = common_shingles().count(hashes) >= _AT_LARGE
    return found
