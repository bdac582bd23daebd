"""The roster: which units are expected to submit, with their codes, levels, parents, names and due dates.

In goes a CSV file that somebody keeps by hand; out come units, or one message that names the line.

>>> import pathlib, tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     file = pathlib.Path(folder, "units.csv")
...     _ = file.write_text("單位名稱,曾用名\\n石橋鎮婦聯,石橋鄉婦聯\\n", encoding="utf-8")
...     read_roster(file)[0].names
('石橋鎮婦聯', '石橋鄉婦聯')
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator

from govreport.desk.csv_rows import Row, Sheet, folded, read_sheet
from govreport.desk.days import day_in
from govreport.errors import UsageError
from govreport.model import Unit
from govreport.text.lexicon import load_table

__all__ = ["line_error", "read_roster", "year_in"]


def read_roster(path: str | os.PathLike[str]) -> tuple[Unit, ...]:
    """Return the units in the order of the file.

    Raises UsageError with the line of the first row that can't be used: no name, a date or year that is
    none, an id that stands twice, two units of one name below one parent.
    """
    sheet = read_sheet(path, "roster", ("unit_id", "name"))
    units = tuple(_unit(sheet, row) for row in sheet.rows)
    if not units:
        raise UsageError("empty-roster", "names no unit", path=path, hint="give each unit a line")
    _refuse_doubles(sheet, units)
    return units


def line_error(sheet: Sheet, row: Row, reason: str, hint: str) -> UsageError:
    """Return the error of one line."""
    return UsageError("wrong-line", reason, path=sheet.where(row), hint=hint)


def year_in(sheet: Sheet, row: Row) -> int | None:
    """Return the year of a row, None where none is given."""
    given = row.cells.get("year")
    if given is None:
        return None
    found = re.fullmatch(r"((?:19|20)[0-9]{2})(?:年|年度|\.0)?", given)
    if found is None:
        raise line_error(sheet, row, f"{given!r} is no year", "write it as 2019")
    return int(found[1])


def _unit(sheet: Sheet, row: Row) -> Unit:
    cells = row.cells
    name = cells.get("name") or cells.get("unit_id", "")
    if not folded(name):
        raise line_error(sheet, row, "names no unit", "give each row a unit id or a name")
    return Unit(
        cells.get("unit_id") or cells.get("code") or name,
        name,
        code=cells.get("code"),
        level=cells.get("level"),
        parent=cells.get("parent"),
        former=tuple(_several(cells.get("former", ""))),
        aliases=tuple(_several(cells.get("aliases", ""))),
        due=_due(sheet, row),
        year=year_in(sheet, row),
        other=row.other,
    )


def _due(sheet: Sheet, row: Row) -> str | None:
    given = row.cells.get("due")
    if given is None:
        return None
    day = day_in(given)
    if day is None:
        raise line_error(sheet, row, f"the due date {given!r} is no day", "write it as 2020-01-15")
    return day


def _several(cell: str) -> Iterator[str]:
    return (name.strip() for name in re.split(load_table("desk")["names"]["between"], cell) if name.strip())


def _refuse_doubles(sheet: Sheet, units: tuple[Unit, ...]) -> None:
    lines: dict[tuple[str, ...], int] = {}
    for row, unit in zip(sheet.rows, units, strict=True):
        for what, key in (("id", (unit.id,)), ("name", (folded(unit.name), unit.parent or ""))):
            first = lines.setdefault((what, *key), row.line)
            if first != row.line:
                shown = unit.id if what == "id" else unit.name
                reason = f"the {what} {shown!r} stands in line {first} too"
                raise line_error(sheet, row, reason, "give each unit one row")
