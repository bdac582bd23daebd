"""What the columns of every table hold: JSON Schema of a row, and lines to read.

>>> row = row_schema("failures")
>>> list(row["properties"]), row["properties"]["path"]["description"]
(['path', 'code', 'message'], 'The file.')
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govreport.errors import UsageError
from govreport.export.audit_tables import AUDIT_TABLES, audit_columns
from govreport.export.tables import TABLES, Column
from govreport.text.lexicon import load_table

__all__ = ["ALL_TABLES", "columns_of", "described", "row_schema", "schema_version", "table_lines"]

ALL_TABLES = (*TABLES, *AUDIT_TABLES)
_TYPES = {"text": "string", "integer": "integer", "number": "number", "boolean": "boolean"}
_WIDEST = 28


def schema_version() -> str:
    """Return the version of the columns."""
    return str(load_table("columns")["version"])


def columns_of(name: str) -> tuple[Column, ...]:
    """Return the columns of a table; UsageError where there is none of that name."""
    if name not in ALL_TABLES:
        raise UsageError("unknown-table", f"no table {name!r}", hint=f"use one of {', '.join(ALL_TABLES)}")
    return audit_columns(name)


def described(table: str, column: str, lang: str = "en") -> str:
    """Return what a column holds, in a language; KeyError where nobody has said it."""
    words = load_table("columns")
    return str({**words["common"], **words.get(table, {})}[column][lang])


def row_schema(name: str, lang: str = "en") -> dict[str, Any]:
    """Return the JSON Schema of one row of a table, which is one line of its JSON Lines file.

    A column that is null may be left out of a line, but for the first one, which names them all.
    """
    columns = columns_of(name)
    properties = {
        column.name: {
            "type": [_TYPES[column.type], "null"],
            "description": described(name, column.name, lang),
        }
        for column in columns
    }
    return {
        "description": load_table("columns")["table"][name][lang],
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def table_lines(name: str, lang: str = "en") -> Iterator[str]:
    """Yield the columns of a table as lines to read: name, type and what it holds."""
    columns = columns_of(name)
    yield f"{name}  {load_table('columns')['table'][name][lang]}"
    for column in columns:
        yield f"  {column.name:<{_WIDEST}}{column.type:<9}{described(name, column.name, lang)}"
