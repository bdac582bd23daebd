"""An audit as a workbook that an office goes on with: to read, to decide in, to supervise by.

In go the findings, what they have in common and what could not be read; out comes ``audit.xlsx``. The same
audit gives the same bytes. Nothing that was submitted can become a formula, a link or markup.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from govreport.export.workbook.comparison_sheets import (
    failure_sheet,
    passage_sheet,
    revision_sheet,
    roster_sheet,
)
from govreport.export.workbook.grid import write_sheet
from govreport.export.workbook.report_sheets import area_sheet, commitment_sheet, flag_sheet, report_sheet
from govreport.export.workbook.sheets import Sheet, own_words
from govreport.export.workbook.styles import Styles
from govreport.export.workbook.summary_page import write_summary
from govreport.model import Batch

__all__ = ["write_workbook"]

_FONTS = {"zh-Hant": "Microsoft JhengHei", "zh-Hans": "Microsoft YaHei", "en": "Calibri"}
# Nothing of a workbook may tell when it was written, or two runs would differ.
_NO_TIME = datetime(1980, 1, 1)
_OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def write_workbook(
    path: str | os.PathLike[str], batch: Batch, lang: str, pages: Mapping[str, str] | None = None
) -> None:
    """Write the workbook; ``pages`` leads from a document's id to its page beside the workbook.

    Raises OSError where it can't be written.
    """
    sheets = list(_sheets(batch, pages or {}, lang))
    # What is written meanwhile stays in the folder of the output: it holds what was submitted.
    with TemporaryDirectory(prefix=".audit.xlsx.", dir=Path(path).parent) as folder:
        book = _begun(path, folder, lang)
        styles = Styles(book, _FONTS[lang])
        names = [sheet.name for sheet in sheets]
        write_summary(styles, batch, names, lang)
        for sheet in sheets:
            write_sheet(styles, sheet, lang)
        _close(book)


def _begun(path: str | os.PathLike[str], folder: str, lang: str) -> Any:
    from xlsxwriter import Workbook

    book = Workbook(os.fspath(path), {**_OPTIONS, "tmpdir": folder})
    book.set_properties({"title": own_words("title", lang), "created": _NO_TIME, "author": "govreport"})
    return book


def _sheets(batch: Batch, pages: Mapping[str, str], lang: str) -> Iterator[Sheet]:
    yield flag_sheet(batch, pages, lang)
    yield passage_sheet(batch.comparison, pages, lang)
    yield commitment_sheet(batch, pages, lang)
    yield area_sheet(batch, pages, lang)
    yield report_sheet(batch, pages)
    if batch.comparison.revisions:
        yield revision_sheet(batch.comparison, pages, lang)
    if batch.desk.standings:
        yield roster_sheet(batch, pages, lang)
    if batch.failures:
        yield failure_sheet(batch.failures)


def _close(book: Any) -> None:
    from xlsxwriter.exceptions import FileCreateError

    try:
        book.close()
    except FileCreateError as error:
        raise error.args[0] if isinstance(error.args[0], OSError) else OSError(str(error)) from error
