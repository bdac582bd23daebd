"""The rows and cells of a Word table that are seen: without deleted ones and those that go on another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govreport.read.docx.package import attribute, local

__all__ = ["cells_of", "rows_of"]

_AROUND = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")


def rows_of(table: Any, warnings: set[str]) -> Iterator[Any]:
    """Yield the rows; that one was deleted or inserted is told in ``warnings``."""
    for element in table:
        if local(element) == "tr":
            changes = {local(one) for one in _properties(element, "trPr")} & {
                "del",
                "ins",
                "moveFrom",
                "moveTo",
            }
            if changes:
                warnings.add("tracked-changes")
            if not changes & {"del", "moveFrom"}:
                yield element
        elif local(element) in _AROUND:
            yield from rows_of(element, warnings)


def cells_of(row: Any) -> Iterator[Any]:
    """Yield the cells; one that only goes on the cell above or before it, or was deleted, is left out."""
    for element in row:
        if local(element) == "tc":
            if not _goes_on(element):
                yield element
        elif local(element) in _AROUND:
            yield from cells_of(element)


def _goes_on(cell: Any) -> bool:
    for one in _properties(cell, "tcPr"):
        if local(one) in ("vMerge", "hMerge") and attribute(one) != "restart":
            return True
        if local(one) == "cellDel":
            return True
    return False


def _properties(element: Any, name: str) -> Any:
    return next((child for child in element if local(child) == name), ())
