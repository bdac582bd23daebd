"""What everyone writes: told once for each submission, with the earliest that has it, not pair by pair.

A passage that ten thousand share is ten thousand rows here, and no alignment: it is equal, character by
character, or it is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.codes import Codes
from govreport.reuse.across.order import ordered
from govreport.reuse.across.postings import Postings
from govreport.text.align import Piece
from govreport.text.shingles import SHINGLE

__all__ = ["PLACES", "Stretch", "standard_places", "stretches"]

PLACES = np.dtype([("here", "<i8"), ("first", "<i8")])
# Shingles that tell less than this are of standard texts.
_TELLS_LITTLE = 0.5
# Between two shingles that were looked at, of one stretch, there are no more characters than these.
_APART = 16
# So few characters and the figures and marks between them are no passage.
_SHORTEST = 20


class Stretch(NamedTuple):
    """Equal characters of two keys, by the numbers of the submissions, that of the earlier one first."""

    earlier: int
    later: int
    piece: Piece


def standard_places(
    postings: Postings,
    weights: NDArray[np.float64],
    codes: Codes,
    time: NDArray[np.int64],
    wanted: NDArray[np.bool_],
) -> tuple[NDArray[np.void], NDArray[np.int32]]:
    """Return the places of shingles that tell little, and where each stands in the earliest submission.

    And the numbers of the submissions of these places. Places are among all keys; ``weights`` has one entry
    for each group, ``time`` is the rank of each submission; of each two one is ``wanted``.
    """
    little = np.flatnonzero((weights < _TELLS_LITTLE)[postings.group])
    document, group = postings.document[little], postings.group[little]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    if not len(starts):
        return np.empty(0, dtype=PLACES), document
    here = (codes.ends - codes.sizes)[document] + postings.place[little]
    earliest = np.minimum.reduceat(time[document], starts)
    sizes = np.diff(starts, append=len(group))
    is_first = time[document] == np.repeat(earliest, sizes)
    # Of several places in the earliest one the first: one in each group.
    owner = np.repeat(np.arange(len(starts)), sizes)[is_first]
    fresh = np.diff(owner, prepend=-1) != 0
    first, owner = np.repeat(here[is_first][fresh], sizes), np.repeat(document[is_first][fresh], sizes)
    kept = np.flatnonzero(~is_first & (wanted[document] | wanted[owner]))
    rows = np.empty(len(kept), dtype=PLACES)
    rows["here"], rows["first"] = here[kept], first[kept]
    return rows, document[kept]


def stretches(rows: NDArray[np.void], codes: Codes) -> Iterator[Stretch]:
    """Yield what stands in a submission as in the earliest one, the longest stretches that are equal."""
    here, first = rows["here"], rows["first"]
    shift = here - first
    order = ordered(shift - shift.min(initial=0), here)
    here, shift = here[order], shift[order]
    later, _ = codes.places(here)
    earlier, _ = codes.places(here - shift)
    fresh = np.ones(len(here), dtype=bool)
    fresh[1:] = (
        (np.diff(shift) != 0) | (np.diff(here) > _APART) | (np.diff(later) != 0) | (np.diff(earlier) != 0)
    )
    starts = np.flatnonzero(fresh)
    ends = np.append(starts[1:], len(here)) - 1
    long = np.flatnonzero(here[ends] - here[starts] + SHINGLE >= _SHORTEST) if len(starts) else starts
    for one, other in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
        yield from _equal(
            codes, int(earlier[one]), int(later[one]), here[one], here[other] + SHINGLE, shift[one]
        )


def _equal(
    codes: Codes, earlier: int, later: int, start: np.int64, end: np.int64, shift: np.int64
) -> Iterator[Stretch]:
    """Yield a stretch as far as it is equal on both sides, and so the parts of one that is not throughout."""
    begins = codes.ends[[earlier, later]] - codes.sizes[[earlier, later]]
    low = max(begins[0] + shift, begins[1], start - _APART)
    high = min(codes.ends[earlier] + shift, codes.ends[later], end + _APART)
    differs = codes.values[low - shift : high - shift] != codes.values[low:high]
    borders = np.flatnonzero(np.concatenate(([True], differs, [True])))
    for place in np.flatnonzero(np.diff(borders) > _SHORTEST).tolist():
        at, size = int(low + borders[place]), int(borders[place + 1] - borders[place] - 1)
        yield Stretch(earlier, later, Piece(int(at - shift - begins[0]), int(at - begins[1]), size))
