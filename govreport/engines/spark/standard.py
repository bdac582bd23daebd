"""Submissions of which most is a standard text: one report under many names is no standard text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from govreport.engines.spark.fingerprints import codes_of, posting_rows
from govreport.engines.spark.layouts import Plan
from govreport.reuse.across.search import SAMPLING
from govreport.reuse.across.weights import is_usual, is_whole
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["standard_postings"]


def standard_postings(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take submissions with what of them tells less; yield the postings of those that are standard texts."""
    for batch in batches:
        for row in batch.to_pylist():
            if not is_whole(np.array([row["nothing"]]), np.array([row["characters"]]), SAMPLING)[0]:
                continue
            places, told = (np.frombuffer(row[name], dtype="<i4") for name in ("places", "told"))
            places = places[(told & 1) == 1]
            hashes = shingle_hashes(codes_of([row["key"]]).values.astype(np.uint32), SHINGLE)[places]
            kept = ~is_usual(hashes)
            number, owner = (np.full(int(kept.sum()), row[name]) for name in ("number", "owner"))
            yield posting_rows(hashes[kept], number, places[kept], owner, plan)
