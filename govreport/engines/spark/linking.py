"""One bucket of shingles: all their places are there, so it is known how many units use each."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.blobs import batches
from govreport.engines.spark.layouts import POSTINGS, SEEDS, TOLD, Plan
from govreport.reuse.across.anchors import is_telling
from govreport.reuse.across.links import Seeds, link
from govreport.reuse.across.postings import Postings, grouped
from govreport.reuse.across.weights import LEAST, at_large, submitters, weight_of
from govreport.text.common import common_shingles

__all__ = ["linked", "linked_anchors", "linked_standard_texts"]


def linked(table: Any, plan: Plan) -> Any:
    """Return the seeds of a bucket, for the block of the second submission, and what tells less than all."""
    postings, owner = _grouped(table)
    users = submitters(postings, owner)
    weights = np.minimum(weight_of(users, plan.units), at_large(common_shingles().count(postings.hashes)))
    less = np.flatnonzero((weights < 1.0)[postings.group])
    document = postings.document[less]
    told = (users << 1 | (weights == 0))[postings.group[less]]
    return batches(
        [
            _seed_rows(link(postings, weights[postings.group]), plan),
            TOLD.rows(document // plan.a_block, document=document, place=postings.place[less], told=told),
        ]
    )


def linked_standard_texts(table: Any, plan: Plan) -> Any:
    """Return the seeds of standard texts, of submissions that are nothing else."""
    postings, _ = _grouped(table)
    return batches([_seed_rows(link(postings, np.full(len(postings.group), LEAST)), plan)])


def linked_anchors(table: Any, plan: Plan) -> Any:
    """Return the seeds of anchors that few use."""
    postings, _ = _grouped(table)
    return batches(
        [_seed_rows(link(postings, is_telling(postings).astype(np.float64)[postings.group]), plan)]
    )


def _grouped(table: Any) -> tuple[Postings, NDArray[Any]]:
    """Return the shingles of a bucket that stand twice, in the order of the submissions, and their units."""
    hashes, document, place, owner = POSTINGS.arrays(table)
    order = np.argsort(document, kind="stable")
    own = owner[order]
    found = grouped(hashes[order], np.arange(len(order), dtype=np.int32), place[order])
    here = found.document
    return Postings(found.group, document[order][here], found.place, found.hashes), own[here]


def _seed_rows(seeds: Seeds, plan: Plan) -> Any:
    one, other = (
        (seeds.pair >> np.uint64(32)).astype(np.int64),
        (seeds.pair & np.uint64(0xFFFFFFFF)).astype(np.int64),
    )
    return SEEDS.rows(
        other // plan.a_block, one=one, other=other, left=seeds.left, right=seeds.right, weight=seeds.weight
    )
