"""What leads from a passage to one in other words: rare runs of four characters, and figures."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import SEED_BYTES, Seeds, SeedShelves, link
from govreport.reuse.across.postings import Asked, Postings, grouped, parts_of, sorted_out, spread
from govreport.reuse.across.room import Room, Shelves
from govreport.reuse.alike.figures import figures
from govreport.text.common import common_shingles

__all__ = ["ANCHOR", "FEW", "anchors", "linked_anchors"]

# How many characters lead from one passage to the other.
ANCHOR = 4
# An anchor that more submissions than these share leads nowhere.
FEW = 4


def anchors(codes: Codes, texts: Sequence[str], wanted: NDArray[np.bool_], room: Room) -> SeedShelves:
    """Return the anchors that few use, in the batch and at large, as seeds of pairs of submissions.

    Of each pair one is ``wanted``.
    """
    asked = None if wanted.all() else Asked.of(codes, wanted, ANCHOR)
    parts, number = parts_of(room, codes, 1), room.parts(len(codes.values) * SEED_BYTES)
    rows = spread(codes, 1, ANCHOR, asked, Shelves(room, parts, np.dtype("<u8")), parts)
    seeds = SeedShelves(room, number, len(codes.sizes))
    for part in range(parts):
        seeds.put(linked_anchors(sorted_out(codes, rows.take(part), ANCHOR, FEW)).of(wanted))
    seeds.put(linked_anchors(_figures(codes, texts, wanted)).of(wanted))
    return seeds


def linked_anchors(postings: Postings) -> Seeds:
    """Return the links between submissions that share an anchor, or a figure, which few use."""
    sizes = np.diff(postings.starts, append=len(postings.group))
    telling = (sizes <= FEW) & (common_shingles().count(postings.hashes) == 0)
    return link(postings, telling.astype(np.float64)[postings.group])


def _figures(codes: Codes, texts: Sequence[str], wanted: NDArray[np.bool_]) -> Postings:
    """Return the figures of all texts, or those that stand in a wanted one."""
    blocks = []
    for first, last in codes.blocks():
        found = figures(texts[first:last])
        blocks.append((found.hashes, found.document + np.int32(first), found.place))
    hashes, document, place = (np.concatenate(arrays) for arrays in zip(*blocks, strict=True))
    if not wanted.all():
        kept = np.flatnonzero(np.isin(hashes, np.unique(hashes[wanted[document]])))
        hashes, document, place = hashes[kept], document[kept], place[kept]
    return grouped(hashes, document, place)
