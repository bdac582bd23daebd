"""Submissions as rows: what they are compared by is computed once, and they are numbered by units."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from govreport.model import Submission
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.search import in_order_of_units, owner_name

__all__ = ["COMPARED", "PLACED", "SUBMITTED", "about", "compared", "placed", "submission_from", "submitted"]

# Names and texts may hold half characters, which are no strings elsewhere: names are ASCII JSON, texts bytes.
SUBMITTED = "about string, asked boolean, text binary"
COMPARED = (
    "id binary, first binary, then binary, unit binary, about string, asked boolean, sha256 binary, "
    "characters int, key binary, text binary"
)
PLACED = "id binary, part int, at int"


def about(one: Submission) -> str:
    """Return all that is known of a submission but its text, as ASCII."""
    return json.dumps([one.id, one.unit, one.year, one.date, one.role])


def submission_from(known: str, text: bytes) -> Submission:
    """Return the submission that ``about`` was given."""
    id, unit, year, date, role = json.loads(known)
    return Submission(id, text.decode("utf-8", "surrogatepass"), unit, year, date, role)


def submitted(submissions: Iterable[Submission], asked: Any) -> Iterator[tuple[str, bool, bytes]]:
    """Yield the rows of submissions; ``asked`` are the ids of those that are asked about, or None for all."""
    for one in submissions:
        yield about(one), asked is None or one.id in asked, _bytes(one.text)


def compared(batches: Iterable[Any]) -> Iterator[Any]:
    """Take rows of submissions, yield them with their key, their hash and what puts them in order."""
    import pyarrow as pa

    for batch in batches:
        known, asked, texts = (batch.column(n).to_pylist() for n in ("about", "asked", "text"))
        those = [submission_from(*pair) for pair in zip(known, texts, strict=True)]
        codes = Codes.of([one.text for one in those])
        keys = [part.tobytes() for part in np.split(codes.values, codes.ends[:-1])]
        orders = [[_bytes(value) for value in in_order_of_units(one)] for one in those]
        columns = [
            *([order[n] for order in orders] for n in (2, 0, 1)),
            [_bytes(owner_name(one)) for one in those],
            known,
            asked,
            [hashlib.sha256(text).digest() for text in texts],
            codes.sizes.astype(np.int32),
            keys,
            texts,
        ]
        yield pa.RecordBatch.from_arrays([pa.array(c) for c in columns], names=_names(COMPARED))


def placed(batches: Iterable[Any]) -> Iterator[Any]:
    """Add to sorted rows in which part of the whole they are, and where in it."""
    import pyarrow as pa
    from pyspark import TaskContext

    context = TaskContext.get()
    part = 0 if context is None else context.partitionId()
    start = 0
    for batch in batches:
        at = np.arange(start, start + batch.num_rows, dtype=np.int32)
        columns = [*batch.columns, pa.array(np.full(batch.num_rows, part, dtype=np.int32)), pa.array(at)]
        yield pa.RecordBatch.from_arrays(columns, names=_names(PLACED))
        start += batch.num_rows


def _names(schema: str) -> list[str]:
    return [column.split()[0] for column in schema.split(", ")]


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
