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
# So many characters of stretches are compared at once.
_AT_ONCE = 1 << 19


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
    """Yield what stands in a submission as in the earliest one, the longest stretches that are equal.

    They come in the order of the later submission, so that each is looked at once.
    """
    here, first = rows["here"], rows["first"]
    shift = here - first
    order = ordered(shift - shift.min(initial=0), here)
    here, shift = here[order], shift[order]
    later, _ = codes.places(here)
    earlier, _ = codes.places(here - shift)
    starts, ends = runs(here, shift, later, earlier)
    by_later = starts[np.lexsort((earlier[starts], later[starts]))]
    last = ends[np.searchsorted(starts, by_later)]
    yield from equal(
        codes, earlier[by_later], later[by_later], here[by_later], here[last] + SHINGLE, shift[by_later]
    )


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


def equal(
    codes: Codes,
    earlier: NDArray[np.integer[Any]],
    later: NDArray[np.integer[Any]],
    start: NDArray[np.int64],
    end: NDArray[np.int64],
    shift: NDArray[np.int64],
) -> Iterator[Stretch]:
    """Yield stretches as far as they are equal on both sides, and so the parts of those that are not.

    ``start`` and ``end`` are places of the later ones among all keys, those of the earlier are less by
    ``shift``.
    """
    begins = codes.ends - codes.sizes
    low = np.maximum.reduce((begins[earlier] + shift, begins[later], start - _APART))
    high = np.minimum.reduce((codes.ends[earlier] + shift, codes.ends[later], end + _APART))
    sizes = np.cumsum(high - low)
    blocks = np.searchsorted(sizes, np.arange(_AT_ONCE, int(sizes[-1:].sum()), _AT_ONCE), side="right")
    for those in np.split(np.arange(len(low)), np.unique(blocks)):
        number, at, length = _parts(codes.values, low[those], high[those], shift[those])
        number = those[number]
        one, other = earlier[number], later[number]
        left, right = at - shift[number] - begins[one], at - begins[other]
        rows = (column.tolist() for column in (one, other, left, right, length))
        for e, la, le, ri, size in zip(*rows, strict=True):
            yield Stretch(e, la, Piece(le, ri, size))


def _parts(
    values: NDArray[np.uint16], low: NDArray[np.int64], high: NDArray[np.int64], shift: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return the long parts that are equal: of which stretch each is, where it begins, how long it is."""
    # One place more for each stretch, where it ends.
    sizes = high - low + 1
    behind = np.cumsum(sizes)
    number = np.repeat(np.arange(len(low)), sizes)
    at = np.arange(len(number)) - (behind - sizes - low)[number]
    differs = values.take(at - shift[number], mode="clip") != values.take(at, mode="clip")
    differs[behind - 1] = True
    borders = np.flatnonzero(differs)
    starts = np.concatenate(([0], borders[:-1] + 1))
    long = np.flatnonzero(borders - starts >= _SHORTEST)
    starts, borders = starts[long], borders[long]
    return number[starts], at[starts], borders - starts
