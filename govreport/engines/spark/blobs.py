"""Arrays as rows of a table: one row holds thousands of values, so that a cluster moves bytes and not rows.

Every table between two steps of the search has these columns: ``kind`` is its layout, ``key``
where it goes, ``size`` how many values each of its arrays has, ``blob`` holds them one behind the other.

>>> layout = Layout(0, place="<i4", weight="<f4")
>>> batch = layout.rows(np.array([7, 3, 7]), place=np.array([1, 2, 3]), weight=np.array([0.5, 1, 1]))
>>> batch.column("key").to_pylist(), batch.column("size").to_pylist()
([3, 7], [1, 2])
>>> [array.tolist() for array in layout.arrays(batch)]
[[2, 1, 3], [1.0, 0.5, 1.0]]
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["SCHEMA", "Layout", "batches"]

SCHEMA = "kind int, key int, size int, blob binary"


def batches(found: Iterable[Any]) -> Any:
    """Return batches of rows as one table."""
    import pyarrow as pa

    held = [batch for batch in found if batch.num_rows]
    return pa.Table.from_batches(held, schema=_schema())


def _schema() -> Any:
    import pyarrow as pa

    return pa.schema([("kind", pa.int32()), ("key", pa.int32()), ("size", pa.int32()), ("blob", pa.binary())])


class Layout:
    """Which arrays a row of a kind holds, by name and numpy type."""

    def __init__(self, kind: int, **types: str | tuple[str, int]) -> None:
        self.kind = kind
        self._types = {name: np.dtype(type_) for name, type_ in types.items()}

    def rows(self, key: NDArray[Any], **arrays: NDArray[Any]) -> Any:
        """Return a batch with one row for each value of ``key``; values of one key keep their order."""
        import pyarrow as pa

        if not len(key):
            return pa.RecordBatch.from_pylist([], schema=_schema())
        order = np.argsort(key, kind="stable")
        keys = key[order]
        starts = np.flatnonzero(np.diff(keys, prepend=~keys[:1]))
        ends = np.append(starts[1:], len(keys))
        sorted_ = [np.ascontiguousarray(arrays[n][order], dtype=t.base) for n, t in self._types.items()]
        spans = list(zip(starts.tolist(), ends.tolist(), strict=True))
        columns = [
            np.full(len(starts), self.kind, dtype=np.int32),
            keys[starts].astype(np.int32),
            (ends - starts).astype(np.int32),
            pa.array(
                [b"".join(a[first:last].tobytes() for a in sorted_) for first, last in spans], pa.binary()
            ),
        ]
        return pa.RecordBatch.from_arrays([pa.array(column) for column in columns], schema=_schema())

    def arrays(self, table: Any) -> list[NDArray[Any]]:
        """Return the arrays of all rows of this kind, one behind the other, in the order of the rows."""
        rows = zip(*(table.column(name).to_pylist() for name in ("kind", "size", "blob")), strict=True)
        parts: list[list[NDArray[Any]]] = [
            [np.empty((0, *t.shape), dtype=t.base)] for t in self._types.values()
        ]
        for size, blob in ((size, blob) for kind, size, blob in rows if kind == self.kind):
            start = 0
            for part, type_ in zip(parts, self._types.values(), strict=True):
                part.append(np.frombuffer(blob, dtype=type_, count=size, offset=start))
                start += size * type_.itemsize
        return [np.concatenate(part) for part in parts]
