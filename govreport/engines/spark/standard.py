"""What tells less than all: how much of each submission, where, and since when it stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.engines.spark.fingerprints import NUMBERS, codes_of, posting_rows
from govreport.engines.spark.layouts import PLACES, POSTINGS, TOLD, Plan
from govreport.reuse.across.prints import SAMPLING
from govreport.reuse.across.standard import runs
from govreport.reuse.across.weights import is_whole
from govreport.reuse.alike.usual import is_usual
from govreport.text.shingles import SHINGLE, shingle_hashes

__all__ = ["PHRASES", "TELLING", "phrases_of", "standard_postings", "telling_of", "told_of"]

TELLING = "number int, nothing int, places binary, weights binary"
PHRASES = "one int, other int, start binary, end binary, shift binary"


def standard_postings(batches: Iterable[Any], plan: Plan) -> Iterator[Any]:
    """Take submissions with what of them tells less; yield the postings of those that are standard texts."""
    for batch in batches:
        for row in batch.to_pylist():
            if not is_whole(np.array([row["nothing"]]), np.array([row["characters"]]), SAMPLING)[0]:
                continue
            places, told = told_of(row["places"], row["weights"])
            places = places[told == 0]
            hashes = shingle_hashes(codes_of([row["key"]]).values.astype(np.uint32), SHINGLE)[places]
            kept = ~is_usual(hashes)
            numbers = (np.full(int(kept.sum()), row[name]) for name in NUMBERS)
            yield posting_rows(POSTINGS, [(hashes[kept], places[kept], *numbers)], plan)


def telling_of(table: Any) -> Any:
    """Return a row for each submission of a block with what of it tells less than all, and how much."""
    import pyarrow as pa

    document, place, weight = TOLD.arrays(table)
    order = np.lexsort((place, document))
    document, place, weight = document[order], place[order], weight[order]
    starts = np.flatnonzero(np.diff(document, prepend=~document[:1]))
    spans = list(zip(starts.tolist(), [*starts[1:].tolist(), len(document)], strict=True))
    nothing = np.add.reduceat((weight == 0).astype(np.int32), starts) if len(starts) else starts
    blobs = [
        pa.array([a[first:last].tobytes() for first, last in spans], pa.binary()) for a in (place, weight)
    ]
    columns = [pa.array(document[starts]), pa.array(nothing.astype(np.int32)), *blobs]
    return pa.table(columns, names=["number", "nothing", "places", "weights"])


def told_of(places: bytes | None, weights: bytes | None) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Return the two arrays of a row of ``TELLING``; they are empty where there is none."""
    return np.frombuffer(places or b"", dtype="<i4"), np.frombuffer(weights or b"", dtype="<f4")


def phrases_of(table: Any) -> Any:
    """Return a row for each pair of a block with the stretches of what everyone writes.

    ``start`` and ``end`` are places in the later submission, ``shift`` is how far those in the earlier are
    from them.
    """
    import pyarrow as pa

    later, earlier, here, first = PLACES.arrays(table)
    shift = here - first
    order = np.lexsort((here, shift, earlier, later))
    later, earlier, here, shift = later[order], earlier[order], here[order], shift[order]
    starts, ends = runs(here, shift, later, earlier)
    later, earlier = later[starts], earlier[starts]
    pair = np.flatnonzero((np.diff(later, prepend=-1) != 0) | (np.diff(earlier, prepend=-1) != 0))
    # Shared shingles that stand alone are no stretch: there may be none at all.
    spans = list(zip(pair.tolist(), np.append(pair[1:], len(later))[: len(pair)].tolist(), strict=True))
    values = here[starts], here[ends] + SHINGLE, shift[starts]
    blobs = [
        pa.array([a[start:end].astype("<i4").tobytes() for start, end in spans], pa.binary()) for a in values
    ]
    sides = (
        pa.array(which(later[pair], earlier[pair]).astype(np.int32)) for which in (np.minimum, np.maximum)
    )
    return pa.table([*sides, *blobs], names=["one", "other", "start", "end", "shift"])
