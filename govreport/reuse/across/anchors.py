"""What leads from a passage to one in other words: rare runs of four characters, and figures.

Who rewords a passage keeps the figures that make it true: 237 households, 8,600 meals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.postings import Block, Postings, block_of, grouped
from govreport.reuse.across.texts import Text
from govreport.text.common import common_shingles
from govreport.text.keys import full_text

__all__ = ["ANCHOR", "anchors", "figures"]

# How many characters lead from one passage to the other.
ANCHOR = 4
# An anchor that more submissions than these share leads nowhere.
_FEW = 4
_FIGURE = re.compile(r"([0-9０-９]{2,}(?:[.．][0-9０-９]+)?)\s*[余多餘]?\s*(\S)?")
# Years and days stand in every report.
_DATES = ("年", "月", "日")
_WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")


def figures(text: str) -> list[tuple[int, int]]:
    """Return the figures of two digits or more of a raw text: where, and a number for it with its unit.

    >>> [place for place, _ in figures("2019年转移237户，送饭8600餘份，237户")]
    [7, 14, 21]
    """
    return [
        (match.start(), hash_of(match[1].translate(_WIDE) + full_text(match[2] or "")))
        for match in _FIGURE.finditer(text)
        if match[2] not in _DATES
    ]


def hash_of(value: str) -> int:
    """Return a 64-bit number for a short string, the same in every process.

    >>> hash_of("237户") == hash_of("237户"), hash_of("237户") == hash_of("238户")
    (True, False)
    """
    return int.from_bytes(blake2b(value.encode(), digest_size=8).digest(), "big")


def anchors(codes: Codes, texts: Sequence[Text]) -> tuple[Postings, NDArray[np.float64]]:
    """Return the anchors, and for each posting 1 where few use it, in the batch and at large, 0 elsewhere."""
    blocks = [block_of(codes, first, last, 1, ANCHOR, 0, 1) for first, last in codes.blocks()]
    blocks += [_of_figures(number, text) for number, text in enumerate(texts)]
    hashes, document, place = (np.concatenate(arrays) for arrays in zip(*blocks, strict=True))
    postings = grouped(hashes, document, place)
    sizes = np.diff(postings.starts, append=len(postings.group))
    telling = (sizes <= _FEW) & (common_shingles().count(postings.hashes) == 0)
    weights: NDArray[np.float64] = telling.astype(np.float64)[postings.group]
    return postings, weights


def _of_figures(number: int, text: Text) -> Block:
    found = figures(text.text)
    places = text.key.at([place for place, _ in found])
    hashes = np.array([value for _, value in found], dtype=np.uint64)
    return hashes, np.full(len(found), number, dtype=np.int32), places
