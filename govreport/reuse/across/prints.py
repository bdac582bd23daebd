"""What a text is found by: its shingles, its anchors, its figures, each as a hash and a place in its key.

These are what a search computes of every text; a history keeps them, so that it need not be read again.

>>> found = prints_of(["全年走访家庭237户，送去棉衣并请退休教师周末辅导功课"], "figures")
>>> len(found.hashes), found.place.tolist()
(1, [6])
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.anchors import ANCHOR
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.postings import block_of
from govreport.reuse.alike.figures import figures
from govreport.text.common import common_shingles
from govreport.text.keys import key_version
from govreport.text.lexicon import load_table
from govreport.text.shingles import SHINGLE

__all__ = ["KINDS", "SAMPLING", "Prints", "print_version", "prints_of"]

# One shingle in so many is looked at.
SAMPLING = 2
KINDS = ("shingles", "anchors", "figures")


class Prints(NamedTuple):
    """Hashes of 64 bits, the number of the text that has each, and where in the key of the text."""

    hashes: NDArray[np.uint64]
    document: NDArray[np.int32]
    place: NDArray[np.int32]

    def of(self, kept: NDArray[np.bool_]) -> Prints:
        """Return those that ``kept`` marks."""
        return Prints(self.hashes[kept], self.document[kept], self.place[kept])


def prints_of(texts: Sequence[str], kind: str, codes: Codes | None = None) -> Prints:
    """Return the prints of raw texts in reading order; anchors only where few at large use them.

    ``codes`` are those of the texts, where they are known.
    """
    codes = Codes.of(texts) if codes is None else codes
    blocks = [_of_block(codes, texts, kind, first, last) for first, last in codes.blocks()]
    if not blocks:
        return Prints(np.empty(0, np.uint64), np.empty(0, np.int32), np.empty(0, np.int32))
    return Prints(
        np.concatenate([one.hashes for one in blocks]),
        np.concatenate([one.document for one in blocks]),
        np.concatenate([one.place for one in blocks]),
    )


def _of_block(codes: Codes, texts: Sequence[str], kind: str, first: int, last: int) -> Prints:
    if kind == "figures":
        found = figures(texts[first:last])
        return Prints(found.hashes, found.document + np.int32(first), found.place)
    if kind == "shingles":
        return Prints(*block_of(codes, first, last, SAMPLING, SHINGLE))
    anchors = Prints(*block_of(codes, first, last, 1, ANCHOR))
    return anchors.of(common_shingles().count(anchors.hashes) == 0)


def print_version() -> str:
    """Return what tells prints made by one set of rules from those made by another."""
    table = common_shingles()
    rules = (key_version(), KINDS, SHINGLE, SAMPLING, ANCHOR, 2, load_table("reuse")["anchor"])
    digest = sha256(repr(rules).encode())
    digest.update(table.hashes.tobytes())
    digest.update(table.counts.tobytes())
    return digest.hexdigest()[:16]
