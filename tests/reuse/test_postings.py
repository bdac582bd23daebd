"""Equal shingles side by side, and none that only look alike."""

from __future__ import annotations

import numpy as np

from govreport.reuse.across.postings import grouped


def test_hashes_that_differ_in_the_last_bits_are_not_equal() -> None:
    """However many there are: the sort has no room for these bits, the groups have."""
    first = np.uint64(0x9E3779B97F4A7C00)
    last = np.array([3, 1, 2, 3, 1, 3, 4], dtype=np.uint64)
    place = np.arange(len(last), dtype=np.int32)
    found = grouped(first | last, place + np.int32(10), place)
    assert (found.hashes - first).tolist() == [1, 3]
    assert found.group.tolist() == [0, 0, 1, 1, 1]
    assert found.document.tolist() == [11, 14, 10, 13, 15]
