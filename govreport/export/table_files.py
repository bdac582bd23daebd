"""A table as JSON Lines and as Parquet: typed, in UTF-8, the same bytes for the same table.

JSON Lines are packed by gzip, which pandas, polars and DuckDB unpack by themselves: with its names in each
line a large table takes eight times as much otherwise.

DuckDB, which the history needs anyway, makes the one of the other; no pyarrow is asked for. Half characters
and NUL, which neither UTF-8 nor every reader can hold, become the replacement character.
"""

from __future__ import annotations

import gzip
import json
import math
import os
import re
from collections.abc import Iterable
from itertools import chain, islice
from typing import Any

from govreport.export.table_schema import schema_version
from govreport.export.tables import Column, Table

__all__ = ["ParquetWriter", "write_json_lines"]

_UNREADABLE = re.compile("[\0\ud800-\udfff]")
_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
# DuckDB reads a line as a whole.
_LONGEST_LINE = 1 << 28
# Twice as fast as the usual 9, and a tenth larger.
_EFFORT = 5


def write_json_lines(found: Table, path: str | os.PathLike[str]) -> None:
    """Write a table, packed: the first line names every column, the others those that hold something.

    Readers take the columns and their order from the first line; what a line leaves out is null. With every
    column in each line, half of a large table was nulls.
    """
    names = [column.name for column in found.columns]
    rows = (dict(zip(names, row, strict=True)) for row in found.rows)
    held = ({name: cell for name, cell in row.items() if cell is not None} for row in rows)
    # Neither a name nor a time of day, so that the same table gives the same bytes.
    with open(path, "wb") as file, gzip.GzipFile("", "wb", _EFFORT, file, mtime=0) as packed:
        packed.writelines(_line(row).encode("utf-8") for row in chain(islice(rows, 1), held))


class ParquetWriter:
    """Writes tables as Parquet, all through one connection: to open one takes longer than a small table.

    Used with ``with``; ``spill`` is a folder for what a large table may need on disk.
    """

    def __init__(self, spill: str | os.PathLike[str]) -> None:
        import duckdb

        self._connection = duckdb.connect(config={"threads": 1, "temp_directory": os.fspath(spill)})

    def __enter__(self) -> ParquetWriter:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def write(
        self, columns: Iterable[Column], lines: str | os.PathLike[str], path: str | os.PathLike[str]
    ) -> None:
        """Write packed JSON Lines as Parquet; the version of the columns stands in its metadata."""
        types = {column.name: _TYPES[column.type] for column in columns}
        form = "format = 'newline_delimited', compression = 'gzip'"
        reading = f"read_json(?, {form}, columns = ?, maximum_object_size = ?)"
        written = f"(FORMAT parquet, KV_METADATA {{govreport_schema: '{schema_version()}'}})"
        selected = self._connection.from_query(
            f"SELECT * FROM {reading}", params=[os.fspath(lines), types, _LONGEST_LINE]
        )
        selected.create_view("rows", replace=True)
        target = os.fspath(path).replace("'", "''")
        self._connection.execute(f"COPY (SELECT * FROM rows) TO '{target}' {written}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def _line(row: dict[str, Any]) -> str:
    """Return a row as a line; what no reader can hold is looked for once a line, not once a cell."""
    try:
        line = _ENCODER.encode(row)
    except ValueError:
        line = "\0"
    if _UNREADABLE.search(line) or "\\u0000" in line:
        line = _ENCODER.encode({name: _plain(cell) for name, cell in row.items()})
    return line + "\n"


def _plain(cell: Any) -> Any:
    if isinstance(cell, str):
        return _UNREADABLE.sub("\ufffd", cell)
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell
