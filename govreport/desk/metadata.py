"""What is given for each submission beside its text: unit, year, date, and columns of the user's own.

Rows are found by the file: its whole path, or the end of it that both have in common.

>>> rows = Metadata("m.csv", {"a/石桥.docx": Given(2, "石桥镇", 2019, None, {"region": "山区"})})
>>> rows.of("submitted/a/石桥.docx").unit, rows.of("石桥.docx").year, rows.of("b/石桥.docx")
('石桥镇', 2019, None)
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from govreport.desk.csv_rows import Row, Sheet, read_sheet
from govreport.desk.days import day_in
from govreport.desk.roster import line_error, year_in
from govreport.model import file_of

__all__ = ["Given", "Metadata", "read_metadata"]


class Given(NamedTuple):
    """One row: its line, what is known of the submission, and the other columns."""

    line: int
    unit: str | None
    year: int | None
    date: str | None
    other: Mapping[str, str]


@dataclass(frozen=True)
class Metadata:
    """Rows by the path that the file gives, with ``/`` between folders."""

    path: str = ""
    rows: Mapping[str, Given] = field(default_factory=dict)

    def of(self, document_id: str) -> Given | None:
        """Return the row of a document, None where there is none."""
        file = self._file_of(document_id)
        return None if file is None else self.rows[file]

    def unused(self, document_ids: Iterable[str]) -> Iterator[str]:
        """Yield a message for each row that no document answers to."""
        used = {self._file_of(id) for id in document_ids}
        for file, row in self.rows.items():
            if file not in used:
                yield f"{self.path}: line {row.line}: no submission is called {file!r}; check the name"

    def _file_of(self, document_id: str) -> str | None:
        """Return the file that a row names a document by; a folder may be given from further below.

        Of a file that holds several reports a row may name each (``a.txt#2``), or the file for all of them.
        """
        ends = (end for end in _ends(document_id) if end in self.rows)
        found = next(ends, None) or self._by_end.get(_slashed(document_id))
        file = file_of(document_id)
        return self._file_of(file) if found is None and file != document_id else found

    @cached_property
    def _by_end(self) -> dict[str, str | None]:
        """Rows by the ends of their paths, None where several end so."""
        found: dict[str, str | None] = {}
        for file in self.rows:
            for end in _ends(file):
                found[end] = None if end in found else file
        return found


def read_metadata(path: str | os.PathLike[str]) -> Metadata:
    """Return the rows of a file; raises UsageError with the line of the first that can't be used."""
    sheet = read_sheet(path, "metadata", ("file",))
    rows: dict[str, Given] = {}
    for row in sheet.rows:
        file = _slashed(row.cells.get("file", ""))
        if not file:
            raise line_error(sheet, row, "names no file", "give each row the file of a submission")
        if file in rows:
            reason = f"the file {file!r} stands in line {rows[file].line} too"
            raise line_error(sheet, row, reason, "give each file one row")
        rows[file] = _given(sheet, row)
    return Metadata(os.fspath(path), rows)


def _given(sheet: Sheet, row: Row) -> Given:
    cells = row.cells
    day = day_in(cells["date"]) if "date" in cells else None
    if "date" in cells and day is None:
        raise line_error(sheet, row, f"the date {cells['date']!r} is no day", "write it as 2020-01-15")
    return Given(row.line, cells.get("unit"), year_in(sheet, row), day, row.other)


def _slashed(path: str) -> str:
    return path.replace("\\", "/").removeprefix("./").strip("/")


def _ends(document_id: str) -> Iterator[str]:
    """Yield a path and its ends, the longest first, then its name without what tells the format."""
    steps = _slashed(document_id).split("/")
    yield from ("/".join(steps[first:]) for first in range(len(steps)))
    yield steps[-1].rpartition(".")[0] or steps[-1]
