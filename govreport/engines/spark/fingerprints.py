"""From keys to shingles, each sent to the bucket of its hash."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.blobs import Layout
from govreport.engines.spark.layouts import FIGURES, POSTINGS, Plan
from govreport.reuse.across.anchors import ANCHOR, FEW
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.postings import block_of
from govreport.reuse.across.prints import SAMPLING
from govreport.reuse.alike.figures import figures
from govreport.text.shingles import SHINGLE

__all__ = ["NUMBERS", "anchor_postings", "codes_of", "few_of_each", "posting_rows", "postings_of"]

# What each posting says of its submission.
NUMBERS = ("number", "owner", "time", "wanted")
Block = tuple[NDArray[Any], ...]
# So many shingles are put together before they are sent on.
_AT_ONCE = 4_000_000
# These bits of the hash decide on the bucket.
_BUCKET = np.uint64(40)


def codes_of(keys: Sequence[bytes]) -> Codes:
    """Return stored keys as codes."""
    sizes = np.array([len(key) // 2 for key in keys], dtype=np.int64)
    return Codes(np.frombuffer(b"".join(keys), dtype="<u2"), sizes, np.cumsum(sizes))


def postings_of(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take batches with ``key`` and ``NUMBERS``; yield the postings of a sample of shingles."""
    held: list[Block] = []
    for batch in batches:
        codes = codes_of(batch.column("key").to_pylist())
        for first, last in codes.blocks():
            hashes, own, place = block_of(codes, first, last, SAMPLING, SHINGLE)
            held.append((hashes, place, *(values[own] for values in _numbers(batch))))
        if sum(len(part[0]) for part in held) >= _AT_ONCE:
            yield posting_rows(POSTINGS, held, plan)
            held = []
    if held:
        yield posting_rows(POSTINGS, held, plan)


def anchor_postings(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take batches with ``key``, ``text`` and ``NUMBERS``; yield the postings of anchors and figures.

    Those that many share lead nowhere, so of each no more are sent on than tell that.
    """
    held: dict[Layout, list[Block]] = {POSTINGS: [], FIGURES: []}
    for batch in batches:
        numbers = _numbers(batch)
        codes = codes_of(batch.column("key").to_pylist())
        for first, last in codes.blocks():
            hashes, own, place = block_of(codes, first, last, 1, ANCHOR)
            held[POSTINGS].append((hashes, place, *(values[own] for values in numbers)))
        found = figures([text.decode("utf-8", "surrogatepass") for text in batch.column("text").to_pylist()])
        held[FIGURES].append((found.hashes, found.place, *(values[found.document] for values in numbers)))
        if sum(len(part[0]) for part in held[POSTINGS]) >= _AT_ONCE:
            yield from (posting_rows(layout, few_of_each(blocks), plan) for layout, blocks in held.items())
            held = {POSTINGS: [], FIGURES: []}
    yield from (posting_rows(layout, few_of_each(blocks), plan) for layout, blocks in held.items() if blocks)


def few_of_each(held: Sequence[Block]) -> list[Block]:
    """Return postings, of each hash one more than may share an anchor: beyond that it is none anyway."""
    arrays = [np.concatenate(parts) for parts in zip(*held, strict=True)]
    order = np.argsort(arrays[0], kind="stable")
    sorted_ = arrays[0][order]
    starts = np.flatnonzero(np.diff(sorted_, prepend=~sorted_[:1]))
    within = np.arange(len(sorted_)) - np.repeat(starts, np.diff(starts, append=len(sorted_)))
    kept = np.sort(order[within <= FEW])
    return [tuple(array[kept] for array in arrays)]


def posting_rows(layout: Layout, held: Sequence[Block], plan: Plan) -> Any:
    """Return postings as rows, one for each bucket: hash, place, and what ``NUMBERS`` says of each."""
    hashes, place, *numbers = (np.concatenate(arrays) for arrays in zip(*held, strict=True))
    bucket = ((hashes >> _BUCKET) % np.uint64(plan.buckets)).astype(np.int64)
    named = dict(zip(("document", "owner", "time", "wanted"), numbers, strict=True))
    return layout.rows(bucket, hash=hashes, place=place, **named)


def _numbers(batch: Any) -> list[NDArray[Any]]:
    return [batch.column(name).to_numpy(zero_copy_only=False) for name in NUMBERS]
