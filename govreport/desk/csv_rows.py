"""Rows of a CSV file that somebody keeps by hand: any usual encoding, comma, semicolon or tab, known headers.

Headers are matched without script, width, case, blanks and punctuation, in English or Chinese
(``data/desk.toml``); columns that are not known are kept under the names they have.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from govreport.errors import UsageError
from govreport.text.keys import full_key
from govreport.text.lexicon import load_table

__all__ = ["Row", "Sheet", "folded", "read_sheet"]

_ENCODINGS = ("utf-8-sig", "gb18030", "big5hkscs")
_MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_SEPARATORS = ",\t;"


class Row(NamedTuple):
    """One row: its line in the file (1 is the header), its known cells and the other ones."""

    line: int
    cells: Mapping[str, str]
    other: Mapping[str, str]


class Sheet(NamedTuple):
    """The rows of a file, with its header as it stands and what each column is known as."""

    path: str
    header: tuple[str, ...]
    known: tuple[str | None, ...]
    rows: tuple[Row, ...]

    def where(self, row: Row) -> str:
        """Return the file and the line, to begin a message with."""
        return f"{self.path}: line {row.line}"


def read_sheet(path: str | os.PathLike[str], table: str, wanted: Sequence[str]) -> Sheet:
    """Return the rows of a file; of ``wanted`` columns at least one must be there.

    Raises UsageError, with the file's name, where it is missing, can't be decoded, or lacks them.
    """
    text = _decoded(path, table, wanted)
    header, known = _header(text, table)
    if not set(known) & set(wanted):
        names = " or ".join(repr(name) for name in wanted)
        reason = f"has no column {names}; its first line is {', '.join(header) or 'empty'}"
        raise UsageError("no-column", reason, path=path, hint="name the columns in the first line")
    return Sheet(os.fspath(path), header, known, tuple(_rows(text, header, known)))


def folded(name: str) -> str:
    """Return a name as it is compared.

    >>> folded("Unit_ID"), folded("單位名稱 ")
    ('unitid', '单位名称')
    """
    return full_key(name).text.lower()


@cache
def _columns(table: str) -> dict[str, str]:
    named: dict[str, list[str]] = load_table("desk")["columns"][table]
    return {folded(name): column for column, names in named.items() for name in (column, *names)}


def _decoded(path: str | os.PathLike[str], table: str, wanted: Sequence[str]) -> str:
    """Return the text in the encoding under which a wanted column is known, else in the first that fits."""
    data = _bytes(path)
    if data[:2] in _MARKS:
        return data.decode(_MARKS[data[:2]], "replace")
    fitting = []
    for encoding in _ENCODINGS:
        try:
            fitting.append(data.decode(encoding))
        except UnicodeDecodeError:
            continue
    if not fitting or "\0" in fitting[0]:
        raise UsageError("not-a-table", "is no CSV file", path=path, hint="save it as CSV in UTF-8")
    return next((text for text in fitting if set(_header(text, table)[1]) & set(wanted)), fitting[0])


def _bytes(path: str | os.PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        reason = f"can't be read ({error.strerror or error})"
        raise UsageError("missing-file", reason, path=path, hint="check the path") from error


def _separator(text: str) -> str:
    first = text.partition("\n")[0]
    return max(_SEPARATORS, key=first.count)


def _header(text: str, table: str) -> tuple[tuple[str, ...], tuple[str | None, ...]]:
    """Return the header, and what each column is known as; a name that comes again is another column."""
    first = next(csv.reader(io.StringIO(text), delimiter=_separator(text)), [])
    known: list[str | None] = []
    for name in first:
        column = _columns(table).get(folded(name))
        known.append(None if column in known else column)
    return tuple(name.strip() for name in first), tuple(known)


def _rows(text: str, header: Sequence[str], known: Sequence[str | None]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text), delimiter=_separator(text))
    next(reader, None)
    line = reader.line_num + 1
    for cells in reader:
        given = [cell.strip() for cell in cells]
        if any(given):
            pairs = list(zip(header, known, given, strict=False))
            yield Row(
                line,
                {column: cell for _, column, cell in pairs if column and cell},
                {name: cell for name, column, cell in pairs if column is None and name},
            )
        line = reader.line_num + 1
