"""The first sheet: the audit in a few figures, what each sheet holds, and what was flagged how often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from govreport.export.figures import batch_summary
from govreport.export.labels import label
from govreport.export.records import version
from govreport.export.untold import untold_counts, untold_rules
from govreport.export.workbook.cells import cell_text, sheet_name
from govreport.export.workbook.sheets import own_words, sheet_title
from govreport.export.workbook.styles import Styles
from govreport.model import SEVERITIES, Batch, Comparison, Findings
from govreport.text.area_names import area_name

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

__all__ = ["write_summary"]

_WIDTHS = (38, 16, 90)
_FIGURES = ("reports", "flagged", "flags", "matches", "failures")


def write_summary(styles: Styles, batch: Batch, sheets: Sequence[str], lang: str) -> None:
    """Write the sheet; ``sheets`` follow it."""
    worksheet = styles.book.add_worksheet(sheet_name(sheet_title("summary", lang)))
    _set_up(worksheet)
    worksheet.write_string(0, 0, own_words("title", lang), styles.of("title"))
    row = 1
    for block in (
        _figures(batch_summary(batch), lang),
        _sheets(sheets, lang),
        _codes(batch.findings, lang),
        _untold(batch.comparison, lang),
        _areas(batch.findings, lang),
    ):
        lines = list(block)
        row = _block(worksheet, styles, row + 1, lines) if lines else row


def _set_up(worksheet: Worksheet) -> None:
    for place, width in enumerate(_WIDTHS):
        worksheet.set_column(place, place, width)
    worksheet.set_landscape()
    worksheet.set_paper(9)
    worksheet.fit_to_pages(1, 0)
    worksheet.hide_gridlines(2)


def _block(worksheet: Worksheet, styles: Styles, row: int, lines: list[tuple[Any, ...]]) -> int:
    """Write a heading and the lines below it; return the row that follows."""
    for number, line in enumerate(lines):
        for place, cell in enumerate(line):
            style = styles.of("head" if number == 0 else "number" if isinstance(cell, int) else "")
            if isinstance(cell, int):
                worksheet.write_number(row + number, place, cell, style)
            else:
                worksheet.write_string(row + number, place, cell_text(cell), style)
    return row + len(lines)


def _figures(figures: Mapping[str, int], lang: str) -> Iterator[tuple[Any, ...]]:
    yield own_words("figure", lang), own_words("number", lang), own_words("note", lang)
    for name in _FIGURES:
        if name in figures:
            yield label("audit", name, lang), figures[name], own_words(f"of_{name}", lang)
    yield "govreport", version(), label("word", "made_by", lang)


def _sheets(sheets: Sequence[str], lang: str) -> Iterator[tuple[Any, ...]]:
    yield own_words("sheet", lang), "", own_words("holds", lang)
    for name in sheets:
        yield sheet_title(name, lang), "", own_words(f"sheet_{name}", lang)


def _codes(findings: Sequence[Findings], lang: str) -> Iterator[tuple[Any, ...]]:
    counts = Counter((flag.severity, flag.code) for one in findings for flag in one.flags)
    order = {severity: -rank for rank, severity in enumerate(SEVERITIES)}
    yield own_words("flag", lang), own_words("number", lang), label("audit", "severity", lang)
    for (severity, code), number in sorted(counts.items(), key=lambda c: (order[c[0][0]], -c[1], c[0][1])):
        yield label("code", code, lang), number, label("severity", severity, lang)


def _untold(comparison: Comparison, lang: str) -> Iterator[tuple[Any, ...]]:
    """Why some rules could tell nothing, of how many reports, and which; nothing where all could."""
    found = untold_counts(comparison)
    if found:
        yield own_words("untold", lang), label("audit", "reports", lang), own_words("untold_rules", lang)
    for reason, number in found.items():
        yield label("untold", reason, lang), number, untold_rules(reason, lang)


def _areas(findings: Sequence[Findings], lang: str) -> Iterator[tuple[Any, ...]]:
    held = [
        (area_name(s.areas[0].area_id, lang, read_by=one.outline.area_names), s.kind)
        for one in findings
        for s in one.statements
        if s.areas and s.duplicate_of is None
    ]
    counts, kinds = Counter(area for area, _ in held), Counter(held)
    yield label("word", "area", lang), label("word", "statements", lang), own_words("of_which", lang)
    for area, number in counts.most_common():
        parts = (f"{label('kinds', k, lang)} {n}" for (a, k), n in sorted(kinds.items()) if a == area)
        yield area, number, " · ".join(parts)
