"""The user's own columns beside those of a table: joined by the document that a row is about.

>>> desk = Desk(metadata={"a.txt": {"region": "山区", "text": "x"}})
>>> header = Column("document_id", "text"), Column("text", "text")
>>> columns, rows = joined(Table(header, iter([("a.txt", "…"), ("b.txt", "…")])), desk)
>>> [column.name for column in columns], list(rows)[1]
(['document_id', 'text', 'region', 'text (2)'], ('b.txt', '…', None, None))
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govreport.export.tables import Column, Table
from govreport.model import Desk

__all__ = ["joined"]

# What a row is about, where it names two documents: the later text.
_KEYS = ("document_id", "right_document", "later_document")


def joined(table: Table, desk: Desk) -> Table:
    """Return the table with the user's columns at its end; one that names no document stays as it is."""
    names = [column.name for column in table.columns]
    key = next((names.index(name) for name in _KEYS if name in names), None)
    if key is None or not desk.columns:
        return table
    own = tuple(Column(_free(name, names), "text") for name in desk.columns)
    return Table((*table.columns, *own), _rows(table, desk, key))


def _rows(table: Table, desk: Desk, key: int) -> Iterator[tuple[Any, ...]]:
    columns = desk.columns
    for row in table.rows:
        known = desk.metadata.get(row[key], {})
        yield (*row, *(known.get(name) for name in columns))


def _free(name: str, taken: list[str]) -> str:
    """Return a name that no other column has."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} ({number})"
    taken.append(free)
    return free
