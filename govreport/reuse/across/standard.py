"""What everyone writes: told once for each submission, with the earliest that has it, not pair by pair.

A passage that ten thousand share is ten thousand rows here, and no alignment: it is equal, character by
character, or it is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.order import ordered
from govreport.reuse.across.postings import Postings
from govreport.text.align import Piece
from govreport.text.shingles import SHINGLE

__all__ = ["PLACES", "Places", "Stretch", "among_all", "equal", "runs", "standard_places", "stretches"]

PLACES = np.dtype([("here", "<i8"), ("first", "<i8")])
# Shingles that tell less than this are of standard texts.
_TELLS_LITTLE = 0.5
# Between two shingles that were looked at, of one stretch, there are no more characters than these.
_APART = 16
# So few characters and the figures and marks between them are no passage.
_SHORTEST = 20


class Places(NamedTuple):
    """Shingles that tell little: in ``document`` at ``place``, in the earliest, ``first``, at ``at``."""

    document: NDArray[np.int32]
    place: NDArray[np.int32]
    first: NDArray[np.int32]
    at: NDArray[np.int32]

    def of(self, wanted: NDArray[np.bool_]) -> Places:
        """Return those of which one side is a submission that ``wanted`` marks."""
        if wanted.all():
            return self
        kept = np.flatnonzero(wanted[self.document] | wanted[self.first])
        return Places(*(values[kept] for values in self))


class Stretch(NamedTuple):
    """Equal characters of two keys, by the numbers of the submissions, that of the earlier one first."""

    earlier: int
    later: int
    piece: Piece


def standard_places(postings: Postings, weights: NDArray[np.float64], time: NDArray[np.int64]) -> Places:
    """Return the places of shingles that tell little, and where each stands in the earliest submission.

    ``weights`` has one entry for each group, ``time`` is the rank of each submission.
    """
    little = np.flatnonzero((weights < _TELLS_LITTLE)[postings.group])
    document, group, place = postings.document[little], postings.group[little], postings.place[little]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    if not len(starts):
        return Places(document, place, document, place)
    earliest = np.minimum.reduceat(time[document], starts)
    sizes = np.diff(starts, append=len(group))
    is_first = time[document] == np.repeat(earliest, sizes)
    # Of several places in the earliest one the first: one in each group.
    owner = np.repeat(np.arange(len(starts)), sizes)[is_first]
    fresh = np.diff(owner, prepend=-1) != 0
    at, first = (np.repeat(values[is_first][fresh], sizes) for values in (place, document))
    kept = np.flatnonzero(~is_first)
    return Places(document[kept], place[kept], first[kept], at[kept])


def among_all(places: Places, codes: Codes) -> NDArray[np.void]:
    """Return the same as places among all keys."""
    begins = codes.ends - codes.sizes
    rows = np.empty(len(places.document), dtype=PLACES)
    rows["here"] = begins[places.document] + places.place
    rows["first"] = begins[places.first] + places.at
    return rows


def stretches(rows: NDArray[np.void], codes: Codes) -> Iterator[Stretch]:
    """Yield what stands in a submission as in the earliest one, the longest stretches that are equal."""
    here, first = rows["here"], rows["first"]
    shift = here - first
    order = ordered(shift - shift.min(initial=0), here)
    here, shift = here[order], shift[order]
    later, _ = codes.places(here)
    earlier, _ = codes.places(here - shift)
    starts, ends = runs(here, shift, later, earlier)
    for one, other in zip(starts.tolist(), ends.tolist(), strict=True):
        sides = int(earlier[one]), int(later[one])
        yield from equal(codes, *sides, int(here[one]), int(here[other]) + SHINGLE, int(shift[one]))


def runs(
    here: NDArray[np.integer[Any]], shift: NDArray[np.integer[Any]], *sides: NDArray[np.integer[Any]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the first and the last row of each stretch that is long enough.

    ``here`` is a place in one text and ``shift`` how far from it that in the other is; rows of one stretch
    are neighbours and have the same ``sides``.
    """
    fresh = np.ones(len(here), dtype=bool)
    fresh[1:] = (np.diff(shift) != 0) | (np.diff(here) > _APART)
    for side in sides:
        fresh[1:] |= np.diff(side) != 0
    starts = np.flatnonzero(fresh)
    ends = np.append(starts[1:], len(here)) - 1
    long = np.flatnonzero(here[ends] - here[starts] + SHINGLE >= _SHORTEST) if len(starts) else starts
    return starts[long], ends[long]


def equal(codes: Codes, earlier: int, later: int, start: int, end: int, shift: int) -> Iterator[Stretch]:
    """Yield a stretch as far as it is equal on both sides, and so the parts of one that is not throughout.

    ``start`` and ``end`` are places of the later one among all keys, those of the earlier are less by
    ``shift``.
    """
    ends = int(codes.ends[earlier]), int(codes.ends[later])
    begins = ends[0] - int(codes.sizes[earlier]), ends[1] - int(codes.sizes[later])
    low = max(begins[0] + shift, begins[1], start - _APART)
    high = min(ends[0] + shift, ends[1], end + _APART)
    differs = codes.values[low - shift : high - shift] != codes.values[low:high]
    last = low
    for border in (*(low + differs.nonzero()[0]).tolist(), high):
        if border - last >= _SHORTEST:
            yield Stretch(earlier, later, Piece(last - shift - begins[0], last - begins[1], border - last))
        last = border + 1
