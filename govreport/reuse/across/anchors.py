"""What leads from a passage to one in other words: rare runs of four characters, and figures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.figures import figures
from govreport.reuse.across.postings import Block, Postings, block_of, grouped
from govreport.text.common import common_shingles

__all__ = ["ANCHOR", "anchors", "is_telling"]

# How many characters lead from one passage to the other.
ANCHOR = 4
# An anchor that more submissions than these share leads nowhere.
_FEW = 4


def anchors(codes: Codes, texts: Sequence[str]) -> tuple[Postings, NDArray[np.float64]]:
    """Return the anchors, and for each posting 1 where few use it, in the batch and at large, 0 elsewhere."""
    blocks: list[Block] = []
    for first, last in codes.blocks():
        blocks.append(block_of(codes, first, last, 1, ANCHOR, 0, 1))
        found = figures(texts[first:last])
        blocks.append((found.hashes, found.document + np.int32(first), found.place))
    hashes, document, place = (np.concatenate(arrays) for arrays in zip(*blocks, strict=True))
    postings = grouped(hashes, document, place)
    weights: NDArray[np.float64] = is_telling(postings).astype(np.float64)[postings.group]
    return postings, weights


def is_telling(postings: Postings) -> NDArray[np.bool_]:
    """Whether few use an anchor, in the batch and at large."""
    sizes = np.diff(postings.starts, append=len(postings.group))
    found: NDArray[np.bool_] = (sizes <= _FEW) & (common_shingles().count(postings.hashes) == 0)
    return found
