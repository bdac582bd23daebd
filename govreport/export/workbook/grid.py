"""A sheet written by xlsxwriter: frozen header, filter, widths, lists, and no more rows than Excel has.

Text is always written as text: nothing that was submitted can become a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from govreport.export.workbook.cells import Link, Rich, cell_text, rich_text, runs_as_formula, sheet_name
from govreport.export.workbook.sheets import Sheet, heading, own_words, sheet_title, width
from govreport.export.workbook.styles import Styles

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["MOST_LINKS", "MOST_ROWS", "write_sheet"]

# The header takes one of Excel's 1,048,576 rows.
MOST_ROWS = 1_048_575
MOST_LINKS = 65_530
# Points for a line of text and for the header; above so many lines one passage would fill the screen.
_LINE, _HEADER, _MOST_LINES = 13.5, 32, 16
# From this width on (in half-width characters) a sheet is printed on A3.
_WIDE = 160
_A4, _A3 = 9, 8


def write_sheet(styles: Styles, sheet: Sheet, lang: str) -> None:
    """Write a sheet; what goes beyond Excel's rows goes on in a further one."""
    rows = iter(sheet.rows)
    title = sheet_title(sheet.name, lang)
    for number, first in enumerate(chain([None], rows), 1):
        part = islice(rows, MOST_ROWS) if first is None else chain([first], islice(rows, MOST_ROWS - 1))
        name = title if number == 1 else f"{title} ({number})"
        _Grid(styles, styles.book.add_worksheet(sheet_name(name)), sheet, lang).write(part)


class _Grid:
    """One worksheet while it is written."""

    def __init__(self, styles: Styles, worksheet: Worksheet, sheet: Sheet, lang: str) -> None:
        self.styles, self.worksheet, self.sheet, self.lang = styles, worksheet, sheet, lang
        self.widths = [width(column) for column in sheet.columns]
        self.links = 0

    def write(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._set_up()
        last = 0
        for last, row in enumerate(rows, 1):
            self._height(last, row)
            for place, (column, cell) in enumerate(zip(self.sheet.columns, row, strict=True)):
                self._cell(last, place, column, cell)
        self._finish(last)

    def _set_up(self) -> None:
        worksheet = self.worksheet
        worksheet.freeze_panes(1, self.sheet.frozen)
        worksheet.set_landscape()
        worksheet.set_paper(_A3 if sum(self.widths) > _WIDE else _A4)
        worksheet.fit_to_pages(1, 0)
        worksheet.repeat_rows(0)
        worksheet.set_footer("&L&A&R&P / &N")
        worksheet.set_row(0, _HEADER)
        for place, column in enumerate(self.sheet.columns):
            worksheet.set_column(place, place, self.widths[place])
            fill = "to_fill" if column in self.sheet.to_fill else "head"
            worksheet.write_string(0, place, heading(column, self.lang), self.styles.of(fill))

    def _height(self, row: int, cells: tuple[Any, ...]) -> None:
        """Give a row the height of its longest text: not every program does so by itself."""
        lines = max(map(_lines, cells, self.widths), default=1)
        if lines > 1:
            self.worksheet.set_row(row, _LINE * min(lines, _MOST_LINES))

    def _cell(self, row: int, place: int, column: str, cell: Any) -> None:
        if isinstance(cell, Rich):
            self._rich(row, place, rich_text(cell))
        elif isinstance(cell, Link) and self.links < MOST_LINKS:
            self.links += 1
            text = cell_text(cell.text)
            self.worksheet.write_url(row, place, f"external:{cell.target}", self.styles.of("link"), text)
        else:
            self._plain(row, place, column, cell.text if isinstance(cell, Link) else cell)

    def _plain(self, row: int, place: int, column: str, cell: Any) -> None:
        worksheet, own = self.worksheet, "filled" if column in self.sheet.to_fill else ""
        if cell is None:
            worksheet.write_blank(row, place, None, self.styles.of(own))
        elif isinstance(cell, date):
            worksheet.write_datetime(row, place, cell, self.styles.of("date", own))
        elif isinstance(cell, int | float):
            kind = "share" if isinstance(cell, float) else "number"
            worksheet.write_number(row, place, cell, self.styles.of(kind, own))
        else:
            text = cell_text(str(cell))
            kind = "disarmed" if runs_as_formula(text) else ""
            worksheet.write_string(row, place, text, self.styles.of(kind, own))

    def _rich(self, row: int, place: int, rich: Rich) -> None:
        text = "".join(piece for piece, _ in rich.pieces)
        kind = "disarmed" if runs_as_formula(text) else ""
        if len(rich.pieces) < 2:
            alone = "marked" if rich.pieces and rich.pieces[0][1] else ""
            self.worksheet.write_string(row, place, text, self.styles.of(kind, alone))
            return
        tokens: list[Any] = []
        for piece, marked in rich.pieces:
            tokens += [self.styles.of("mark") if marked else self.styles.of("unmarked"), escaped(piece)]
        self.worksheet.write_rich_string(row, place, *tokens, self.styles.of(kind))

    def _finish(self, last: int) -> None:
        self.worksheet.autofilter(0, 0, max(last, 1), len(self.sheet.columns) - 1)
        for place, column in enumerate(self.sheet.columns):
            listed = self.sheet.lists.get(column)
            if listed and last:
                error = own_words("choose", self.lang)
                options = {"validate": "list", "source": list(listed), "error_message": error}
                self.worksheet.data_validation(1, place, last, place, options)


def escaped(text: str) -> str:
    """Return the text with what Excel would read as an escape written as such; plain strings have this.

    >>> escaped("_x0041_")
    '_x005F_x0041_'
    """
    import re

    return re.sub("_(x[0-9a-fA-F]{4}_)", r"_x005F_\1", text)


def _lines(cell: Any, width: int) -> int:
    """Estimate the lines that a text takes, a Chinese character being as wide as two others."""
    if isinstance(cell, Rich):
        cell = "".join(piece for piece, _ in cell.pieces)
    if not isinstance(cell, str) or (len(cell) * 2 <= width and "\n" not in cell):
        return 1
    wide = (sum(1 + (character > "\u2e7f") for character in line) for line in cell[:4000].split("\n"))
    return sum(1 + columns // width for columns in wide)
