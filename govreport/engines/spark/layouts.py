"""What the rows between two steps of the search hold."""

from __future__ import annotations

from typing import NamedTuple

from govreport.engines.spark.blobs import Layout
from govreport.reuse.across.candidates import REACH

__all__ = ["KEPT", "LIGHT", "POSTINGS", "SEEDS", "TOLD", "WINDOW", "Plan"]

WINDOW = REACH[1] - REACH[0]

_STANDS = {"hash": "<u8", "document": "<i4", "place": "<i4", "owner": "<i4", "time": "<i4", "wanted": "u1"}
# Where a shingle stands: the number of the submission, the place in its key, the number of its unit, its rank
# in the order of time, and whether it is asked about.
POSTINGS = Layout(0, **_STANDS)
# The same of figures.
FIGURES = Layout(5, **_STANDS)
# Two places with one shingle, and how much it tells.
SEEDS = Layout(1, one="<i4", other="<i4", left="<i4", right="<i4", weight="<f4")
# What tells less than all, and how much.
TOLD = Layout(2, document="<i4", place="<i4", weight="<f4")
# Where what everyone writes stands in a submission, and where in the earliest that has it.
PLACES = Layout(6, later="<i4", earlier="<i4", here="<i4", first="<i4")
# Seeds of stretches that are enough only if much around them is equal: ``window`` holds what stands around
# the place in the other text, ``size`` characters of which ``before`` stand before the shingle.
LIGHT = Layout(
    3,
    one="<i4",
    other="<i4",
    left="<i4",
    right="<i4",
    weight="<f4",
    stretch="<i8",
    before="<i4",
    size="<i4",
    window=("<u2", WINDOW),
)
# Seeds of stretches that are enough.
KEPT = Layout(4, one="<i4", other="<i4", left="<i4", right="<i4")


class Plan(NamedTuple):
    """How much there is, and into how many pieces it is cut."""

    submissions: int
    characters: int
    units: int
    buckets: int
    """Shingles are put together by their hash in so many buckets."""
    a_block: int
    """So many submissions, neighbours in the order of units, are looked at together."""

    @property
    def blocks(self) -> int:
        """Into how many blocks the submissions are cut."""
        return -(-self.submissions // self.a_block)
