"""Seeds of pairs weighed: stretches that are enough are kept, of others what stands around them is compared.

That needs a few characters of both texts, which lie in two places: those of the one are sent to the other.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.blobs import batches
from govreport.engines.spark.fingerprints import codes_of
from govreport.engines.spark.layouts import KEPT, LIGHT, SEEDS, WINDOW, Plan
from govreport.reuse.across.anchors import ANCHOR
from govreport.reuse.across.candidates import REACH, Stretches, amid_equals, stretches
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import Seeds
from govreport.reuse.across.sharing import LEAST_ANCHORED, LEAST_COVERED, LEAST_TOGETHER, REORDERED

__all__ = ["PAIRS", "amid", "anchored", "pairs", "weighed"]

PAIRS = "one int, other int, left binary, right binary"


def weighed(keys: Any, table: Any, plan: Plan) -> Any:
    """Return the seeds of a block that are kept, and light ones with what stands around them.

    ``keys`` has ``number`` and ``key`` of the submissions of a block, ``table`` the seeds of which the second
    is in it.
    """
    if not table.num_rows:
        return batches([])
    one, other, left, right, weight = SEEDS.arrays(table)
    found = stretches(Seeds(_pair(one, other), left, right, weight), LEAST_COVERED, together=LEAST_TOGETHER)
    return batches([_kept_rows(found, plan), _light_rows(found, keys, plan)])


def anchored(table: Any, plan: Plan) -> Any:
    """Return the seeds of anchors of a block that are kept."""
    one, other, left, right, weight = SEEDS.arrays(table)
    seeds = Seeds(_pair(one, other), left, right, weight)
    return batches([_kept_rows(stretches(seeds, LEAST_ANCHORED, ANCHOR, REORDERED), plan)])


def amid(keys: Any, table: Any, plan: Plan) -> Any:
    """Return the light seeds of a block that are kept, their first submissions being in it."""
    if not table.num_rows:
        return batches([])
    one, other, left, right, weight, stretch, before, size, window = LIGHT.arrays(table)
    order = np.lexsort((right, left, other, one))
    numbers = np.unique(stretch, return_inverse=True)[1]
    pair = _pair(one, other)[order]
    found = Stretches(
        Seeds(pair, left[order], right[order], weight[order]),
        numbers[order],
        np.zeros(int(numbers.max()) + 1, dtype=bool),
    )
    light = found.doubtful
    at = order[light]
    codes, places = _with_windows(keys, window[at], size[at])
    local = _pair(places(one[at]), keys.num_rows + np.arange(len(at)))
    kept = found.kept(light[amid_equals(codes, local, left[at], before[at])])
    return batches([_kept_rows(kept, plan)])


def pairs(table: Any) -> Any:
    """Return a row for each pair of a block with the places of its seeds, in order."""
    import pyarrow as pa

    one, other, left, right = KEPT.arrays(table)
    order = np.lexsort((right, left, other, one))
    one, other, left, right = one[order], other[order], left[order], right[order]
    pair = _pair(one, other)
    starts = np.flatnonzero(np.diff(pair, prepend=~pair[:1]))
    spans = list(zip(starts.tolist(), [*starts[1:].tolist(), len(pair)], strict=True))
    blobs = [pa.array([a[first:last].tobytes() for first, last in spans], pa.binary()) for a in (left, right)]
    return pa.table(
        [pa.array(one[starts]), pa.array(other[starts]), *blobs], names=["one", "other", "left", "right"]
    )


def _pair(one: NDArray[Any], other: NDArray[Any]) -> NDArray[np.uint64]:
    found: NDArray[np.uint64] = one.astype(np.uint64) << np.uint64(32) | other.astype(np.uint64)
    return found


def _sides(pair: NDArray[np.uint64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    return (pair >> np.uint64(32)).astype(np.int64), (pair & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _kept_rows(found: Stretches, plan: Plan) -> Any:
    kept = np.flatnonzero(found.heavy[found.stretch])
    one, other = _sides(found.seeds.pair[kept])
    left, right = found.seeds.left[kept], found.seeds.right[kept]
    return KEPT.rows(other // plan.a_block, one=one, other=other, left=left, right=right)


def _light_rows(found: Stretches, keys: Any, plan: Plan) -> Any:
    """Return the light stretches with a seed that tells enough, for the block of the first submission."""
    doubtful = np.zeros(len(found.stretch), dtype=bool)
    doubtful[found.doubtful] = True
    light = np.zeros(len(found.heavy), dtype=bool)
    light[found.stretch[doubtful]] = True
    rows = np.flatnonzero(light[found.stretch])
    one, other = _sides(found.seeds.pair[rows])
    before, size, window = _windows(keys, other, found.seeds.right[rows], doubtful[rows])
    return LIGHT.rows(
        one // plan.a_block,
        one=one,
        other=other,
        left=found.seeds.left[rows],
        right=found.seeds.right[rows],
        weight=found.seeds.weight[rows],
        stretch=(other // plan.a_block << 40) | found.stretch[rows],
        before=before,
        size=size,
        window=window,
    )


def _windows(
    keys: Any, other: NDArray[np.int64], right: NDArray[np.int32], wanted: NDArray[np.bool_]
) -> tuple[NDArray[Any], NDArray[Any], NDArray[np.uint16]]:
    """Return what stands around places: how much of it before them, how much in all, and the characters."""
    codes, places = _codes(keys)
    number = places(other)
    length = codes.sizes[number]
    start = np.maximum(right + REACH[0], 0)
    size = np.where(wanted, np.minimum(right + REACH[1], length) - start, 0)
    at = (codes.ends[number] - length + start)[:, None] + np.arange(WINDOW)
    window = np.where(
        np.arange(WINDOW) < size[:, None], codes.values[np.minimum(at, len(codes.values) - 1)], 0
    )
    return right - start, size, window.astype(np.uint16)


def _codes(keys: Any) -> tuple[Codes, Any]:
    """Return the keys of a block, and what gives the places of submissions in it by their numbers."""
    numbers = keys.column("number").to_numpy()
    order = np.argsort(numbers)
    held = keys.column("key").to_pylist()
    sorted_ = numbers[order]
    return codes_of([held[n] for n in order.tolist()]), lambda wanted: np.searchsorted(sorted_, wanted)


def _with_windows(keys: Any, window: NDArray[np.uint16], size: NDArray[np.int32]) -> tuple[Codes, Any]:
    """Return the keys of a block, and behind them the windows as if each were a key."""
    codes, places = _codes(keys)
    inside = np.arange(WINDOW) < size[:, None]
    sizes = np.concatenate((codes.sizes, size.astype(np.int64)))
    return Codes(np.concatenate((codes.values, window[inside])), sizes, np.cumsum(sizes)), places
