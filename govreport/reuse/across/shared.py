"""What submissions share, before anything is aligned: seeds of passages, and places of what everyone writes.

Shingles are spread over parts, and what is done with a part needs no other: it is sorted, weighed and linked.
Links are put away by submission. So memory has a bound, whatever the number of submissions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import SEED_BYTES, SeedShelves, link
from govreport.reuse.across.postings import Asked, Postings, grouped, parts_of, sorted_out, spread
from govreport.reuse.across.prints import SAMPLING
from govreport.reuse.across.room import Room, Shelves
from govreport.reuse.across.standard import PLACES, among_all, standard_places
from govreport.reuse.across.weights import LEAST_LINKED, for_links, is_standard, is_whole, weigh
from govreport.reuse.alike.telling import Telling
from govreport.text.common import common_shingles
from govreport.text.shingles import SHINGLE

__all__ = ["Shared", "share", "shared_of"]

_PACKED = np.dtype("<u8")
_STANDARD = np.dtype([("hash", "<u8"), ("document", "<i4"), ("place", "<i4")])
_Weights = tuple[NDArray[np.uint64], NDArray[np.float32]]
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
    asked: Asked | None,
    room: Room,
) -> Shared:
    """Return what is shared; ``units`` and ``times`` are number of the unit and rank of each submission.

    Of each pair one is ``wanted``.
    """
    parts, number = parts_of(room, codes, SAMPLING), room.parts(len(codes.values) * _SEEDS)
    rows = spread(codes, SAMPLING, SHINGLE, asked, Shelves(room, parts, _PACKED), parts)
    postings = (sorted_out(codes, rows.take(part)) for part in range(parts))
    seeds = SeedShelves(room, number, len(codes.sizes))
    return shared_of(postings, parts, seeds, codes, units, times, wanted, room)


def shared_of(
    postings: Iterable[Postings],
    parts: int,
    seeds: SeedShelves,
    codes: Codes,
    units: NDArray[np.int64],
    times: NDArray[np.int64],
    wanted: NDArray[np.bool_],
    room: Room,
) -> Shared:
    """Return what is shared by so many ``parts`` of the postings; seeds are put on the shelves given.

    Of the codes only where each key begins and ends is asked.
    """
    number = seeds.number
    standard, places = Shelves(room, parts, _STANDARD), Shelves(room, number, PLACES)
    count = np.zeros(len(codes.sizes), dtype=np.int64)
    told: list[_Weights] = []
    submitters = int(units.max(initial=-1)) + 1
    for part, held in enumerate(postings):
        weights = weigh(held, units, submitters, common_shingles())
        seeds.put(link(held, for_links(weights)[held.group]).of(wanted))
        less = np.flatnonzero(weights < 1.0)
        told.append((room.kept(held.hashes[less]), room.kept(weights[less].astype(np.float32))))
        found = standard_places(held, weights, times).of(wanted)
        shelf = found.document.astype(np.int64) * number // max(len(codes.sizes), 1)
        places.put(shelf, among_all(found, codes))
        none = np.flatnonzero(weights[held.group] == 0)
        count += np.bincount(held.document[none], minlength=len(count))
        _put_standard(standard, part, held, is_standard(held, weights))
    whole = is_whole(count, codes.sizes, SAMPLING)
    for part in range(parts) if whole.any() else ():
        rows = standard.take(part)
        rows = rows[whole[rows["document"]]]
        twins = grouped(*(np.ascontiguousarray(rows[name]) for name in ("hash", "document", "place")))
        seeds.put(link(twins, np.full(len(twins.group), LEAST_LINKED)).of(wanted))
    return Shared(seeds, places, number, Telling(_joined(told, room), SAMPLING))


def _joined(told: list[_Weights], room: Room) -> list[_Weights]:
    """Return the weights as one part where there is room for them: to look up in one takes half the time."""
    if 4 * sum(hashes.nbytes + weights.nbytes for hashes, weights in told) > room.memory:
        return told
    hashes, weights = (np.concatenate(columns) for columns in zip(*told, strict=True))
    order = np.argsort(hashes)
    return [(hashes[order], weights[order])]


def _put_standard(shelves: Shelves, part: int, postings: Postings, kept: NDArray[np.int64]) -> None:
    rows = np.empty(len(kept), dtype=_STANDARD)
    rows["hash"] = postings.hashes[postings.group[kept]]
    rows["document"], rows["place"] = postings.document[kept], postings.place[kept]
    shelves.put(np.full(len(rows), part), rows)
