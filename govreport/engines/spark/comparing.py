"""Pairs with their texts: what they share, told by the same functions as on one machine."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.standard import told_of
from govreport.engines.spark.submitting import submission_from
from govreport.engines.stored import stored
from govreport.model import Match
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.prints import SAMPLING
from govreport.reuse.across.sharing import in_other_words, set_phrase, verbatim, with_relation
from govreport.reuse.across.standard import equal
from govreport.reuse.across.texts import Text
from govreport.reuse.alike.candidate import Candidate
from govreport.reuse.alike.sentences import Sentences
from govreport.reuse.alike.telling import Telling
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["MATCHES", "matches_of"]

MATCHES = "earlier string, later string, found string"
# What was computed of so many texts that were looked at last is kept.
_KEPT = 200


def matches_of(batches: Iterable[Any]) -> Iterator[Any]:
    """Take pairs with all that is known of both sides; yield a row for each match.

    ``earlier`` and ``later`` say what is known of the submissions, ``found`` is the match as JSON.
    """
    import pyarrow as pa

    held = lru_cache(_KEPT)(_Side)
    for batch in batches:
        found = [row for pair in batch.to_pylist() for row in _matches(pair, held)]
        columns = list(zip(*found, strict=True)) if found else [()] * 3
        arrays = [pa.array(column, pa.string()) for column in columns]
        yield pa.RecordBatch.from_arrays(arrays, names=["earlier", "later", "found"])


class _Side:
    """A submission with what is computed of it once, however many it is compared with in one task."""

    def __init__(self, about: str, text: bytes, places: bytes | None, weights: bytes | None) -> None:
        self.about = about
        self.text = Text(submission_from(about, text))
        self._told = told_of(places, weights)
        self._telling: Telling | None = None
        self._sentences: Sentences | None = None

    @property
    def telling(self) -> Telling:
        """What tells less than all in it: no passage of it holds anything else."""
        if self._telling is None:
            codes = self.text.key.codes.astype(np.uint16).astype(np.uint32)
            hashes, first = np.unique(shingle_hashes(codes, SHINGLE)[self._told[0]], return_index=True)
            self._telling = Telling([(hashes, self._told[1][first])], SAMPLING)
        return self._telling

    def sentences(self) -> Sentences:
        """Return its sentences."""
        if self._sentences is None:
            self._sentences = Sentences(self.text.text, self.text.key, self.telling)
        return self._sentences


def _matches(row: dict[str, Any], held: Any) -> Iterator[tuple[str, ...]]:
    one, other = (
        held(*(row[f"{name}_{side}"] for name in ("about", "text", "places", "weights")))
        for side in ("one", "other")
    )
    seeds, anchors = (_candidate(row, name) for name in ("", "anchor_"))
    if one.text.submission.moment > other.text.submission.moment:
        one, other, seeds, anchors = other, one, seeds.turned, anchors.turned
    texts = one.text, other.text
    found: list[Match] = []
    if len(seeds.left):
        found += verbatim(*texts, seeds, one.telling, row["owner_one"] == row["owner_other"])
    if len(anchors.left):
        in_other_words(*texts, anchors, found, (one.sentences, other.sentences))
    if row.get("start"):
        _add_phrases(texts, row, found)
    for match in with_relation(texts[0].submission, texts[1].submission, found):
        yield one.about, other.about, json.dumps(stored(Match, match))


def _candidate(row: dict[str, Any], name: str) -> Candidate:
    left, right = (_numbers(row.get(f"{name}{side}")) for side in ("left", "right"))
    return Candidate((0, 1), left, right)


def _add_phrases(texts: tuple[Text, Text], row: dict[str, Any], found: list[Match]) -> None:
    codes = Codes.of([text.text for text in texts])
    begin = int(codes.sizes[0])
    # Among both keys the later one lies behind the earlier one.
    spans = [_numbers(row[name]).astype(np.int64) + begin for name in ("start", "end", "shift")]
    for stretch in equal(codes, np.zeros_like(spans[0]), np.ones_like(spans[0]), *spans):
        found += set_phrase(*texts, stretch.piece, found)


def _numbers(blob: bytes | None) -> NDArray[np.int32]:
    return np.frombuffer(blob or b"", dtype="<i4")
