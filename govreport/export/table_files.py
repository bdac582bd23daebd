"""A table as JSON Lines and as Parquet: typed, in UTF-8, the same bytes for the same table.

DuckDB, which the history needs anyway, makes the one of the other; no pyarrow is asked for. Half characters
and NUL, which neither UTF-8 nor every reader can hold, become the replacement character.
"""

from __future__ import annotations

import json
import math
import os
import re
from collections.abc import Iterable
from typing import Any

from govreport.export.table_schema import schema_version
from govreport.export.tables import Column, Table

__all__ = ["write_json_lines", "write_parquet"]

_UNREADABLE = re.compile("[\0\ud800-\udfff]")
_TYPES = {"text": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
# DuckDB reads a line as a whole.
_LONGEST_LINE = 1 << 28


def write_json_lines(found: Table, path: str | os.PathLike[str]) -> None:
    """Write a table, one object a line, every column in each."""
    names = [column.name for column in found.columns]
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for row in found.rows:
            line = dict(zip(names, map(_plain, row), strict=True))
            file.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")


def write_parquet(
    columns: Iterable[Column], lines: str | os.PathLike[str], path: str | os.PathLike[str]
) -> None:
    """Write as Parquet what a JSON Lines file holds; the version of the columns stands in its metadata."""
    import duckdb

    types = {column.name: _TYPES[column.type] for column in columns}
    reading = "read_json(?, format = 'newline_delimited', columns = ?, maximum_object_size = ?)"
    written = f"(FORMAT parquet, KV_METADATA {{govreport_schema: '{schema_version()}'}})"
    with duckdb.connect(config={"threads": 1}) as connection:
        selected = connection.from_query(
            f"SELECT * FROM {reading}", params=[os.fspath(lines), types, _LONGEST_LINE]
        )
        selected.create_view("rows")
        target = os.fspath(path).replace("'", "''")
        connection.execute(f"COPY (SELECT * FROM rows) TO '{target}' {written}")


def _plain(cell: Any) -> Any:
    if isinstance(cell, str):
        return _UNREADABLE.sub("\ufffd", cell)
    return None if isinstance(cell, float) and not math.isfinite(cell) else cell
