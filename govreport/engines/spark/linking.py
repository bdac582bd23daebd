"""One bucket of shingles: all their places are there, so it is known how many units use each."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.blobs import Layout, batches
from govreport.engines.spark.layouts import FIGURES, PLACES, POSTINGS, SEEDS, TOLD, Plan
from govreport.reuse.across.anchors import linked_anchors
from govreport.reuse.across.links import Seeds, link
from govreport.reuse.across.postings import Postings, grouped
from govreport.reuse.across.standard import standard_places
from govreport.reuse.across.weights import LEAST_LINKED, for_links, weigh
from govreport.text.common import common_shingles

__all__ = ["anchors_linked", "linked", "standard_texts_linked"]


class _Bucket(NamedTuple):
    """The shingles that stand twice; submissions are numbered anew, in the same order.

    ``numbers`` are theirs in the whole, ``owners``, ``times`` and ``wanted`` are by the new number.
    """

    postings: Postings
    numbers: NDArray[np.int64]
    owners: NDArray[np.int64]
    times: NDArray[np.int64]
    wanted: NDArray[np.bool_]

    def seeds(self, seeds: Seeds, plan: Plan) -> Any:
        """Return the seeds of which one side is asked about, for the block of the second submission."""
        found = seeds.of(self.wanted)
        one = self.numbers[(found.pair >> np.uint64(32)).astype(np.int64)]
        other = self.numbers[(found.pair & np.uint64(0xFFFFFFFF)).astype(np.int64)]
        values: dict[str, NDArray[Any]] = {"left": found.left, "right": found.right, "weight": found.weight}
        return SEEDS.rows(other // plan.a_block, one=one, other=other, **values)


def linked(table: Any, plan: Plan) -> Any:
    """Return the seeds of a bucket, what tells less than all, and where what everyone writes stands."""
    bucket = _grouped(table, POSTINGS)
    postings, numbers = bucket.postings, bucket.numbers
    weights = weigh(postings, bucket.owners, plan.units, common_shingles())
    less = np.flatnonzero((weights < 1.0)[postings.group])
    document = numbers[postings.document[less]]
    told: dict[str, NDArray[Any]] = {"place": postings.place[less], "weight": weights[postings.group[less]]}
    places = standard_places(postings, weights, bucket.times).of(bucket.wanted)
    later = numbers[places.document]
    return batches(
        [
            bucket.seeds(link(postings, for_links(weights)[postings.group]), plan),
            TOLD.rows(document // plan.a_block, document=document, **told),
            PLACES.rows(
                later // plan.a_block,
                later=later,
                earlier=numbers[places.first],
                here=places.place,
                first=places.at,
            ),
        ]
    )


def standard_texts_linked(table: Any, plan: Plan) -> Any:
    """Return the seeds of standard texts, of submissions that are nothing else."""
    bucket = _grouped(table, POSTINGS)
    weights = np.full(len(bucket.postings.group), LEAST_LINKED)
    return batches([bucket.seeds(link(bucket.postings, weights), plan)])


def anchors_linked(table: Any, plan: Plan) -> Any:
    """Return the seeds of anchors and figures that few use."""
    both = [_grouped(table, layout) for layout in (POSTINGS, FIGURES)]
    return batches([bucket.seeds(linked_anchors(bucket.postings), plan) for bucket in both])


def _grouped(table: Any, layout: Layout) -> _Bucket:
    hashes, document, place, owner, time, wanted = layout.arrays(table)
    order = np.argsort(document, kind="stable")
    numbers, first, own = np.unique(document, return_index=True, return_inverse=True)
    postings = grouped(hashes[order], own[order].astype(np.int32), place[order])
    of_each = (values[first] for values in (owner, time))
    owners, times = (values.astype(np.int64) for values in of_each)
    return _Bucket(postings, numbers.astype(np.int64), owners, times, wanted[first] > 0)
