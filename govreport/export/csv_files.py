"""Rows as a CSV file that Excel opens rightly: UTF-8 with a byte order mark, formulas disarmed.

>>> guarded("=1+1"), guarded("—加强领导"), guarded(-3)
("'=1+1", '—加强领导', -3)
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Sequence
from typing import Any

from govreport.errors import OutputError

# What a spreadsheet takes for the beginning of a formula, full-width forms included.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write_csv(path: str | os.PathLike[str], header: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Write a table; ``rows(findings, name)`` of ``tables.py`` gives both arguments."""
    try:
        # A lone surrogate has no UTF-8 form: "replace" writes a question mark for it.
        with open(path, "w", encoding="utf-8-sig", errors="replace", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(header)
            writer.writerows([guarded(cell) for cell in row] for row in rows)
    except OSError as error:
        reason = f"can't be written ({error.strerror or error})"
        raise OutputError("not-writable", reason, path=path, hint="choose another place") from error


def guarded(cell: Any) -> Any:
    """Return a cell that no spreadsheet runs: text that would begin a formula gets an apostrophe."""
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
