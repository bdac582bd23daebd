"""What a few submissions share with many that are looked up in an index, and not read.

In go the prints of the few and an index of the others' prints; out comes what a search over all of them would
have found: the seeds of passages, the places of standard texts and the weights, among those submissions that
have to be looked at. Only their texts are read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.anchors import ANCHOR, linked_anchors
from govreport.reuse.across.candidates import candidates, stretches
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import Seeds, SeedShelves
from govreport.reuse.across.postings import Postings, numbered, twice
from govreport.reuse.across.prints import Prints, prints_of
from govreport.reuse.across.room import Room, Shelves
from govreport.reuse.across.shared import Shared, shared_of
from govreport.reuse.across.sharing import LEAST_ANCHORED, LEAST_COVERED, LEAST_TOGETHER, REORDERED, is_apart
from govreport.reuse.across.standard import PLACES, runs
from govreport.reuse.alike.candidate import Candidate

__all__ = ["All", "Beside", "Index", "beside"]

Texts = Callable[[Sequence[int]], Sequence[str]]


class Index(Protocol):
    """The prints of many submissions."""

    def look_up(
        self, kind: str, hashes: NDArray[np.uint64]
    ) -> tuple[NDArray[np.int64], NDArray[np.int32], NDArray[np.int32]]:
        """Return where some sorted hashes stand: the number of the hash, of the submission, and the place."""
        ...


class All(NamedTuple):
    """All submissions in the order of units: the number of each one's unit, its rank in time, its key's size.

    ``wanted`` marks those that are asked about, ``given`` those whose prints are in no index.
    """

    units: NDArray[np.int64]
    times: NDArray[np.int64]
    sizes: NDArray[np.int64]
    wanted: NDArray[np.bool_]
    given: NDArray[np.bool_]


@dataclass(frozen=True)
class Beside:
    """``numbers`` of the submissions that are looked at, and what they share, by their places among these."""

    numbers: NDArray[np.int64]
    shared: Shared
    anchored: tuple[Candidate, ...]


def beside(every: All, index: Index, texts: Texts, room: Room) -> Beside:
    """Return what the wanted submissions share with all; ``texts`` gives the texts of some by number."""
    search = _Search(every, index, texts)
    anchored = tuple(search.anchored())
    seeds, shared = search.shared(anchored, room)
    rows = shared.standard.take(0)
    rows = rows[_long(rows, search.places)]
    looked_at = every.wanted.copy()
    for documents in (seeds.pair >> np.uint64(32), seeds.pair & np.uint64(0xFFFFFFFF)):
        looked_at[documents] = True
    for side in ("here", "first"):
        looked_at[search.places.places(rows[side])[0]] = True
    for one in anchored:
        looked_at[list(one.documents)] = True
    numbers = np.flatnonzero(looked_at)
    return _renumbered(numbers, every, search.places, seeds, rows, shared, anchored, room)


@dataclass(frozen=True)
class _Search:
    every: All
    index: Index
    texts: Texts

    @property
    def places(self) -> Codes:
        """Where keys begin and end among all, without what stands there."""
        return Codes(np.empty(0, np.uint16), self.every.sizes, np.cumsum(self.every.sizes))

    def anchored(self) -> list[Candidate]:
        """Return the pairs that share anchors of which one is wanted."""
        found = [
            linked_anchors(self._postings(kind, self.every.wanted)).of(self.every.wanted)
            for kind in ("anchors", "figures")
        ]
        seeds = Seeds(*(np.concatenate(columns) for columns in zip(*map(_columns, found), strict=True)))
        pairs = candidates(seeds, LEAST_ANCHORED, ANCHOR, shift=REORDERED)
        units = self.every.units
        return [one for one in pairs if is_apart(one, bool(np.ptp(units[list(one.documents)]) == 0))]

    def shared(self, anchored: Sequence[Candidate], room: Room) -> tuple[Seeds, Shared]:
        """Return what is shared, and of its seeds those of the pairs that have to be looked at."""
        looked_at = self.every.wanted.copy()
        looked_at[[number for one in anchored for number in one.documents]] = True
        shared = shared_of(
            [self._postings("shingles", looked_at)],
            1,
            SeedShelves(room, 1, len(looked_at)),
            self.places,
            self.every.units,
            self.every.times,
            self.every.wanted,
            room,
        )
        return _worth_a_look(shared.seeds.take(0)), shared

    def _postings(self, kind: str, asked: NDArray[np.bool_]) -> Postings:
        """Return where the prints of those asked about stand in all submissions."""
        given = self._prints(kind, np.flatnonzero(self.every.given))
        more = self._prints(kind, np.flatnonzero(asked & ~self.every.given))
        of_asked = given.of(asked[given.document])
        hashes = np.sort(np.concatenate((of_asked.hashes, more.hashes)))
        hashes = hashes[np.diff(hashes, prepend=~hashes[:1]) != 0]
        number, document, place = self.index.look_up(kind, hashes)
        also = given.of(_among(given.hashes, hashes))
        return _sorted_out(
            np.concatenate((hashes[number], also.hashes)),
            np.concatenate((document, also.document)).astype(np.int32),
            np.concatenate((place, also.place)).astype(np.int32),
        )

    def _prints(self, kind: str, numbers: NDArray[np.int64]) -> Prints:
        found = prints_of(self.texts(numbers.tolist()), kind)
        return Prints(found.hashes, numbers[found.document].astype(np.int32), found.place)


def _among(values: NDArray[np.uint64], known: NDArray[np.uint64]) -> NDArray[np.bool_]:
    """Return which values stand among sorted ones."""
    if not len(known):
        return np.zeros(len(values), dtype=bool)
    found: NDArray[np.bool_] = known[np.minimum(np.searchsorted(known, values), len(known) - 1)] == values
    return found


def _columns(seeds: Seeds) -> tuple[NDArray[np.generic], ...]:
    return seeds.pair, seeds.left, seeds.right, seeds.weight


def _sorted_out(
    hashes: NDArray[np.uint64], document: NDArray[np.int32], place: NDArray[np.int32]
) -> Postings:
    order = np.lexsort((place, document, hashes))
    order = order[twice(hashes[order][1:] == hashes[order][:-1])] if len(order) else order
    return numbered(hashes[order], document[order], place[order])


def _worth_a_look(seeds: Seeds) -> Seeds:
    """Return the seeds of the pairs that have a stretch which is enough, or may be."""
    if not len(seeds.pair):
        return seeds
    found = stretches(seeds, LEAST_COVERED, together=LEAST_TOGETHER)
    kept = found.heavy.copy()
    kept[found.stretch[found.doubtful]] = True
    pairs = np.unique(found.seeds.pair[kept[found.stretch]])
    rows = np.flatnonzero(np.isin(seeds.pair, pairs))
    return Seeds(seeds.pair[rows], seeds.left[rows], seeds.right[rows], seeds.weight[rows])


def _long(rows: NDArray[np.void], places: Codes) -> NDArray[np.int64]:
    """Return the rows of standard places that lie in stretches long enough to be told."""
    here, shift = rows["here"], rows["here"] - rows["first"]
    order = np.lexsort((here, shift))
    here, shift = here[order], shift[order]
    later, earlier = places.places(here)[0], places.places(here - shift)[0]
    starts, ends = runs(here, shift, later, earlier)
    kept = np.zeros(len(rows) + 1, dtype=np.int64)
    np.add.at(kept, starts, 1)
    np.add.at(kept, ends + 1, -1)
    return np.sort(order[np.cumsum(kept)[:-1] > 0])


def _renumbered(
    numbers: NDArray[np.int64],
    every: All,
    places: Codes,
    seeds: Seeds,
    rows: NDArray[np.void],
    shared: Shared,
    anchored: Sequence[Candidate],
    room: Room,
) -> Beside:
    """Count the submissions that are looked at from 0 on."""
    mask = np.uint64(0xFFFFFFFF)
    one, other = (np.searchsorted(numbers, n) for n in (seeds.pair >> np.uint64(32), seeds.pair & mask))
    pair = one.astype(np.uint64) << np.uint64(32) | other.astype(np.uint64)
    shelves = SeedShelves(room, 1, len(numbers))
    shelves.put(Seeds(pair, seeds.left, seeds.right, seeds.weight))
    begins = np.cumsum(every.sizes[numbers]) - every.sizes[numbers]
    moved = np.empty(len(rows), dtype=PLACES)
    for side in ("here", "first"):
        document, place = places.places(rows[side])
        moved[side] = begins[np.searchsorted(numbers, document)] + place
    standard = Shelves(room, 1, PLACES)
    standard.put(np.zeros(len(moved), np.int64), moved)
    new = (
        Candidate((int(a), int(b)), c.left, c.right)
        for c in anchored
        for a, b in [np.searchsorted(numbers, c.documents)]
    )
    return Beside(numbers, Shared(shelves, standard, 1, shared.telling), tuple(new))
