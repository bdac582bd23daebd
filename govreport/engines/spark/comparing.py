"""Pairs with their texts: what they share, told by the same functions as on one machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from govreport.engines.spark.layouts import TOLD, Plan
from govreport.engines.spark.submitting import submission_from
from govreport.engines.stored import stored
from govreport.model import Match
from govreport.reuse.across.candidates import Candidate
from govreport.reuse.across.relation import moment
from govreport.reuse.across.reworded import Sentences
from govreport.reuse.across.search import SAMPLING
from govreport.reuse.across.sharing import in_other_words, verbatim, with_relation
from govreport.reuse.across.telling import Telling
from govreport.reuse.across.texts import Text
from govreport.reuse.across.weights import weight_of
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["MATCHES", "TELLING", "matches_of", "telling_of"]

TELLING = "number int, nothing int, places binary, told binary"
MATCHES = "earlier string, later string, found string, quotes string"


def telling_of(table: Any) -> Any:
    """Return a row for each submission of a block with what of it tells less than all."""
    import pyarrow as pa

    document, place, told = TOLD.arrays(table)
    order = np.lexsort((place, document))
    document, place, told = document[order], place[order], told[order]
    starts = np.flatnonzero(np.diff(document, prepend=~document[:1]))
    spans = list(zip(starts.tolist(), [*starts[1:].tolist(), len(document)], strict=True))
    nothing = np.add.reduceat((told & 1).astype(np.int32), starts) if len(starts) else starts
    blobs = [pa.array([a[first:last].tobytes() for first, last in spans], pa.binary()) for a in (place, told)]
    columns = [pa.array(document[starts]), pa.array(nothing.astype(np.int32)), *blobs]
    return pa.table(columns, names=["number", "nothing", "places", "told"])


def matches_of(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take pairs with all that is known of both sides; yield a row for each match.

    ``earlier`` and ``later`` say what is known of the submissions, ``found`` is the match, ``quotes`` the two
    quotes, as JSON.
    """
    import pyarrow as pa

    for batch in batches:
        found = [row for pair in batch.to_pylist() for row in _matches(pair, plan)]
        columns = list(zip(*found, strict=True)) if found else [()] * 4
        arrays = [pa.array(column, pa.string()) for column in columns]
        yield pa.RecordBatch.from_arrays(arrays, names=["earlier", "later", "found", "quotes"])


def _matches(row: dict[str, Any], plan: Plan) -> Iterator[tuple[str, ...]]:
    sides = [submission_from(row[f"about_{side}"], row[f"text_{side}"]) for side in ("one", "other")]
    turned = moment(sides[0]) > moment(sides[1])
    candidates = [_candidate(row, name) for name in ("", "anchor_")]
    names = ["one", "other"]
    if turned:
        sides, names = sides[::-1], names[::-1]
        candidates = [candidate.turned for candidate in candidates]
    earlier, later = map(Text, sides)
    tellings = [_telling(text, row, name, plan) for text, name in zip((earlier, later), names, strict=True)]
    found: list[Match] = []
    if len(candidates[0].left):
        found += verbatim(earlier, later, candidates[0], tellings[0])
    if len(candidates[1].left):
        same_unit = row["owner_one"] == row["owner_other"]
        one, other = (
            (text, Sentences(text.text, text.key, telling))
            for text, telling in zip((earlier, later), tellings, strict=True)
        )
        in_other_words(one, other, candidates[1], found, same_unit)
    for match in with_relation(sides[0], sides[1], found):
        quotes = [
            place.span.of(text.text) for place, text in zip((match.left, match.right), sides, strict=True)
        ]
        known = (row[f"about_{name}"] for name in names)
        yield *known, json.dumps(stored(Match, match)), json.dumps(quotes)


def _candidate(row: dict[str, Any], name: str) -> Candidate:
    left, right = (np.frombuffer(row.get(f"{name}{side}") or b"", dtype="<i4") for side in ("left", "right"))
    return Candidate((0, 1), left, right)


def _telling(text: Text, row: dict[str, Any], name: str, plan: Plan) -> Telling:
    """Return what tells less than all in a submission: no passage of it holds anything else."""
    places, told = (np.frombuffer(row.get(f"{n}_{name}") or b"", dtype="<i4") for n in ("places", "told"))
    hashes = shingle_hashes(text.key.codes, SHINGLE)[places]
    return Telling.of([(hashes, weight_of(told >> 1, plan.units))], SAMPLING)
