"""A Word file of headings, paragraphs and tables of two columns, in the fonts of a language.

Nothing that was submitted can become a field or a link: all of it is text. The file says nothing of who made
it or when.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from govreport.export.displayed import displayable

__all__ = ["Piece", "Sheet"]

_FONTS = {"zh-Hant": "PMingLiU", "zh-Hans": "SimSun", "en": "SimSun"}
_LATIN = "Times New Roman"
_WIDTH = 17.0
_NO_TIME = datetime(1980, 1, 1)


class Piece(NamedTuple):
    """A piece of text in a cell, marked or not."""

    text: str
    is_marked: bool


class Sheet:
    """A paper in the making; widths are in centimetres."""

    def __init__(self, lang: str) -> None:
        from docx import Document
        from docx.shared import Cm, Pt

        self._paper: Any = Document()
        self._font = _FONTS[lang]
        section = self._paper.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2.2)
        normal = self._paper.styles["Normal"]
        self._write_in(normal, Pt(10.5))
        self._forget_the_maker()

    def title(self, text: str) -> None:
        """Add the title."""
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Pt

        paragraph = self._paper.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._run(paragraph, text, Pt(20), bold=True)

    def heading(self, text: str) -> None:
        """Add a heading that a table of contents would list."""
        self._headed(text, 1, 14)

    def subheading(self, text: str) -> None:
        """Add a heading of the second level."""
        self._headed(text, 2, 12)

    def text(self, text: str) -> None:
        """Add a paragraph."""
        self._run(self._paper.add_paragraph(), text)

    def table(self, rows: Iterable[tuple[str, str | Sequence[Piece]]], *, first: float = 2.8) -> None:
        """Add a table; ``first`` is the width of its first column."""
        from docx.shared import Cm

        table = self._paper.add_table(rows=0, cols=2, style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, (first, _WIDTH - first), strict=True):
            column.width = Cm(width)
        for name, value in rows:
            cells = table.add_row().cells
            for cell, width in zip(cells, (first, _WIDTH - first), strict=True):
                cell.width = Cm(width)
            self._run(cells[0].paragraphs[0], name, bold=True)
            self._fill(cells[1], [Piece(value, False)] if isinstance(value, str) else value)
        self._paper.add_paragraph()

    def save(self, path: Path) -> None:
        """Write the file; raises OSError where it can't be."""
        self._paper.save(str(path))

    def _fill(self, cell: Any, pieces: Sequence[Piece]) -> None:
        """Write each line as a paragraph, what is marked in bold and underlined."""
        paragraph = cell.paragraphs[0]
        for piece in pieces:
            for number, line in enumerate(piece.text.replace("\r\n", "\n").split("\n")):
                paragraph = cell.add_paragraph() if number else paragraph
                if line:
                    self._run(paragraph, line, bold=piece.is_marked).underline = piece.is_marked

    def _headed(self, text: str, level: int, size: float) -> None:
        from docx.shared import Pt, RGBColor

        paragraph = self._paper.add_heading(level=level)
        paragraph.paragraph_format.keep_with_next = True
        run = self._run(paragraph, text, Pt(size), bold=True)
        run.font.color.rgb = RGBColor(0, 0, 0)

    def _run(self, paragraph: Any, text: str, size: Any = None, *, bold: bool = False) -> Any:
        run = paragraph.add_run(displayable(text))
        run.bold = bold
        self._write_in(run, size)
        return run

    def _write_in(self, holder: Any, size: Any = None) -> None:
        """Set the font of a style or a run, that of Chinese characters too."""
        from docx.oxml.ns import qn

        holder.font.name = _LATIN
        if size is not None:
            holder.font.size = size
        holder.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), self._font)

    def _forget_the_maker(self) -> None:
        known = self._paper.core_properties
        known.author = known.last_modified_by = "govreport"
        known.comments = ""
        known.created = known.modified = _NO_TIME
