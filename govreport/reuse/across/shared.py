"""What submissions share, before anything is aligned: seeds of passages, and places of what everyone writes.

Shingles are spread over parts, and what is done with a part needs no other: it is sorted, weighed and linked.
Links are put away by submission. So memory has a bound, whatever the number of submissions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import SEED_BYTES, SeedShelves, link
from govreport.reuse.across.postings import Asked, Postings, grouped, parts_of, sorted_out, spread
from govreport.reuse.across.room import Room, Shelves
from govreport.reuse.across.standard import PLACES, among_all, standard_places
from govreport.reuse.across.telling import Telling
from govreport.reuse.across.weights import LEAST_LINKED, for_links, is_standard, is_whole, weigh
from govreport.text.common import common_shingles
from govreport.text.shingles import SHINGLE

__all__ = ["Shared", "share"]

_PACKED = np.dtype("<u8")
_STANDARD = np.dtype([("hash", "<u8"), ("document", "<i4"), ("place", "<i4")])
# So many bytes of seeds come of a character; what sorting them takes is four times that.
_SEEDS = 2 * SEED_BYTES


@dataclass(frozen=True)
class Shared:
    """``seeds`` of passages, ``standard`` places as ``standard_places`` gives them, and the weights."""

    seeds: SeedShelves
    standard: Shelves
    standard_shelves: int
    telling: Telling


def share(
    codes: Codes,
    units: NDArray[np.int64],
    times: NDArray[np.int64],
    wanted: NDArray[np.bool_],
    sampling: int,
    asked: Asked | None,
    room: Room,
) -> Shared:
    """Return what is shared; ``units`` and ``times`` are number of the unit and rank of each submission.

    Of each pair one is ``wanted``.
    """
    parts, number = parts_of(room, codes, sampling), room.parts(len(codes.values) * _SEEDS)
    rows = spread(codes, sampling, SHINGLE, asked, Shelves(room, parts, _PACKED), parts)
    seeds = SeedShelves(room, number, len(codes.sizes))
    standard, places = Shelves(room, parts, _STANDARD), Shelves(room, number, PLACES)
    count = np.zeros(len(codes.sizes), dtype=np.int64)
    told = []
    submitters = int(units.max(initial=-1)) + 1
    for part in range(parts):
        postings = sorted_out(codes, rows.take(part))
        weights = weigh(postings, units, submitters, common_shingles())
        seeds.put(link(postings, for_links(weights)[postings.group]).of(wanted))
        less = np.flatnonzero(weights < 1.0)
        told.append((room.kept(postings.hashes[less]), room.kept(weights[less].astype(np.float32))))
        found = standard_places(postings, weights, times).of(wanted)
        shelf = found.document.astype(np.int64) * number // max(len(codes.sizes), 1)
        places.put(shelf, among_all(found, codes))
        none = np.flatnonzero(weights[postings.group] == 0)
        count += np.bincount(postings.document[none], minlength=len(count))
        _put_standard(standard, part, postings, is_standard(postings, weights))
    whole = is_whole(count, codes.sizes, sampling)
    for part in range(parts) if whole.any() else ():
        held = standard.take(part)
        held = held[whole[held["document"]]]
        postings = grouped(*(np.ascontiguousarray(held[name]) for name in ("hash", "document", "place")))
        seeds.put(link(postings, np.full(len(postings.group), LEAST_LINKED)).of(wanted))
    return Shared(seeds, places, number, Telling(told, sampling))


def _put_standard(shelves: Shelves, part: int, postings: Postings, kept: NDArray[np.int64]) -> None:
    rows = np.empty(len(kept), dtype=_STANDARD)
    rows["hash"] = postings.hashes[postings.group[kept]]
    rows["document"], rows["place"] = postings.document[kept], postings.place[kept]
    shelves.put(np.full(len(rows), part), rows)
