"""From keys to shingles, each sent to the bucket of its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.layouts import POSTINGS, Plan
from govreport.reuse.across.anchors import ANCHOR
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.figures import figures
from govreport.reuse.across.postings import block_of
from govreport.reuse.across.search import SAMPLING
from govreport.text.shingles import SHINGLE

__all__ = ["anchor_postings", "codes_of", "posting_rows", "postings_of"]

# So many shingles are put together before they are sent on.
_AT_ONCE = 4_000_000
# Bits of the hash that decide on the bucket: those that also decide on the parts of a search on one machine.
_BUCKET = np.uint64(40)


def codes_of(keys: Sequence[bytes]) -> Codes:
    """Return stored keys as codes."""
    sizes = np.array([len(key) // 2 for key in keys], dtype=np.int64)
    return Codes(np.frombuffer(b"".join(keys), dtype="<u2"), sizes, np.cumsum(sizes))


def postings_of(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take batches with ``number``, ``owner`` and ``key``; yield the postings of a sample of shingles."""
    held: list[tuple[NDArray[Any], ...]] = []
    for batch in batches:
        number, owner = (batch.column(name).to_numpy() for name in ("number", "owner"))
        codes = codes_of(batch.column("key").to_pylist())
        for first, last in codes.blocks():
            hashes, document, place = block_of(codes, first, last, SAMPLING, SHINGLE, 0, 1)
            held.append((hashes, number[document], place, owner[document]))
        if sum(len(part[0]) for part in held) >= _AT_ONCE:
            yield _together(held, plan)
            held = []
    if held:
        yield _together(held, plan)


def anchor_postings(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take batches with ``number``, ``owner``, ``key`` and ``text``; yield the postings of all anchors."""
    for batch in batches:
        number, owner = (batch.column(name).to_numpy() for name in ("number", "owner"))
        texts = [text.decode("utf-8", "surrogatepass") for text in batch.column("text").to_pylist()]
        codes = codes_of(batch.column("key").to_pylist())
        held = [*(block_of(codes, first, last, 1, ANCHOR, 0, 1) for first, last in codes.blocks())]
        held.append(figures(texts))
        yield _together([(h, number[d], place, owner[d]) for h, d, place in held], plan)


def _together(held: list[tuple[NDArray[Any], ...]], plan: Plan) -> Any:
    hashes, document, place, owner = (np.concatenate(arrays) for arrays in zip(*held, strict=True))
    return posting_rows(hashes, document, place, owner, plan)


def posting_rows(
    hashes: NDArray[Any], document: NDArray[Any], place: NDArray[Any], owner: NDArray[Any], plan: Plan
) -> Any:
    """Return postings as rows, one for each bucket."""
    bucket = ((hashes >> _BUCKET) % np.uint64(plan.buckets)).astype(np.int64)
    return POSTINGS.rows(bucket, hash=hashes, document=document, place=place, owner=owner)
