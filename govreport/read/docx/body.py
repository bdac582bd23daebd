"""The paragraphs of a Word document in reading order: tables, text boxes and content controls included.

Deleted and moved-away text is left out, inserted text stays: tracked changes are taken as accepted. Hidden,
white and tiny text is left out and told of.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from govreport.read.docx.ground import is_dark, lies_on_ground, shading_styles
from govreport.read.docx.numbering import Numbering
from govreport.read.docx.package import attribute, local
from govreport.read.docx.pictures import is_page
from govreport.read.docx.styles import Outlines, hidden_styles
from govreport.read.docx.symbols import symbol
from govreport.read.docx.tables import cells_of, rows_of

__all__ = ["Body", "Heading"]

_LEFT_OUT = ("del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt", "annotationRef")
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_BLOCKS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "smartTag")
# What is shown, and lies in other parts or other files.
_ELSEWHERE = ("altChunk", "subDoc", "OLEObject")
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# In half points: what no reader sees.
_TINY = 4
# Tables within tables; people write three at most.
_DEEPEST = 16


class Heading(str):
    """A line that the document itself calls a heading, with its level from 1."""

    level: int

    @classmethod
    def of(cls, line: str, level: int) -> Heading:
        """Return the line with its level."""
        made = cls(line)
        made.level = level
        return made


class Body:
    """Turns a tree into lines; ``warnings`` tells what was met on the way."""

    def __init__(
        self,
        numbering: Numbering,
        notes: Sequence[Any] = (),
        styles: Any = None,
        part: Callable[[str], Any] = lambda id: None,
    ) -> None:
        """Take the lists, the parts of the footnotes and endnotes, and the styles; any may be missing.

        ``part`` gives the part that the document names by an id, None where there is none.
        """
        self._numbering = numbering
        self._part = part
        self._shading = shading_styles(styles)
        self._shaded = False
        self._joined = ""
        parts = [part for part in notes if part is not None]
        self._notes = {(local(note), attribute(note, "id")): note for part in parts for note in part}
        self._hidden = hidden_styles(styles)
        self._outlines = Outlines.of(styles)
        self._cited: list[tuple[str, str]] = []
        self._depth = 0
        self.warnings: set[str] = set()

    def lines(self, root: Any) -> Iterator[str]:
        """Yield the lines of the document, headings as such, then the notes that it cites."""
        for element in root:
            if local(element) == "body":
                yield from self._blocks(element)
        for note in dict.fromkeys(self._cited):
            if note in self._notes:
                yield from self._blocks(self._notes[note])

    def _blocks(self, parent: Any) -> Iterator[str]:
        for element in parent:
            name = local(element)
            if name in _TRACKED:
                self.warnings.add("tracked-changes")
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name in _ELSEWHERE:
                self.warnings.add("embedded")
            elif name in _BLOCKS:
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        properties = next((child for child in paragraph if local(child) == "pPr"), None)
        boxes: list[Any] = []
        if self._has_hidden_style(properties, "pStyle"):
            self.warnings.add("hidden-text")
            return
        text = "".join(self._on_ground(is_dark(properties), self._inline(paragraph, boxes)))
        if _is_end_deleted(properties) and _is_paragraph(paragraph.getnext()):
            self.warnings.add("tracked-changes")
            self._joined += text
        else:
            text, self._joined = self._joined + text, ""
            number = self._numbering.number(properties)
            level = self._outlines.level(properties) if text.strip() else None
            yield number + text if level is None else Heading.of(number + text, level)
        for box in boxes:
            yield from self._on_ground(lies_on_ground(box), self._blocks(box))

    def _on_ground(self, dark: bool, found: Iterator[str]) -> Iterator[str]:
        """Yield what stands on a ground of a colour, if it does: white letters are seen there."""
        before, self._shaded = self._shaded, self._shaded or dark
        lines = list(found)
        self._shaded = before
        yield from lines

    def _inline(self, parent: Any, boxes: list[Any]) -> Iterator[str]:
        """Yield the text of runs; text boxes are put aside, to follow their paragraph."""
        for element in parent:
            name = local(element)
            if name in _TRACKED:
                self.warnings.add("tracked-changes")
            if name == "t":
                yield element.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name == "sym":
                yield symbol(attribute(element, "char"))
            elif name == "txbxContent":
                boxes.append(element)
            elif name == "relIds":
                boxes += self._of_diagram(element)
            elif name in _ELSEWHERE:
                self.warnings.add("embedded")
            elif name in ("footnoteReference", "endnoteReference"):
                self._cited.append((name.removesuffix("Reference"), attribute(element, "id")))
            elif name == "r" and self._is_hidden(element):
                self.warnings.add("hidden-text")
            elif name not in _LEFT_OUT:
                if name == "drawing" and is_page(element):
                    self.warnings.add("pages-without-text")
                yield from self._inline(element, boxes)

    def _is_hidden(self, run: Any) -> bool:
        properties = next((child for child in run if local(child) == "rPr"), ())
        found = {local(child): child for child in properties}
        if "vanish" not in found and self._has_hidden_style(properties, "rStyle"):
            return True
        if "vanish" in found and attribute(found["vanish"]) not in ("0", "false"):
            return True
        if "color" in found and attribute(found["color"]).upper() == "FFFFFF":
            return not self._shaded and not {"shd", "highlight"} & found.keys()
        size = attribute(found["sz"]) if "sz" in found else ""
        return size.isdigit() and int(size) <= _TINY

    def _has_hidden_style(self, properties: Any, name: str) -> bool:
        style = next((one for one in (() if properties is None else properties) if local(one) == name), None)
        return style is not None and attribute(style) in self._hidden

    def _of_diagram(self, element: Any) -> Iterator[Any]:
        """Yield the paragraphs of a drawing of shapes (SmartArt), each as a block of its own."""
        data = self._part(attribute(element, "dm"))
        yield from (one for one in (() if data is None else data.iter()) if local(one) == "t" and len(one))

    def _table(self, table: Any) -> Iterator[str]:
        """Yield a line for each row, cells apart by tabs; a cell of several paragraphs has its own lines."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self.warnings.add("deep-nesting")
        properties = next((child for child in table if local(child) == "tblPr"), None)
        named = (one for one in (() if properties is None else properties) if local(one) == "tblStyle")
        dark = is_dark(properties) or any(attribute(style) in self._shading for style in named)
        yield from self._on_ground(dark, self._rows_of(table))
        self._depth -= 1

    def _rows_of(self, table: Any) -> Iterator[str]:
        for row in rows_of(table, self.warnings):
            cells = [list(self._cell(cell)) for cell in cells_of(row)]
            if all(len([line for line in cell if line.strip()]) <= 1 for cell in cells):
                yield "\t".join("".join(cell) for cell in cells)
            else:
                for cell in cells:
                    yield from cell

    def _cell(self, cell: Any) -> Iterator[str]:
        properties = next((child for child in cell if local(child) == "tcPr"), None)
        return self._on_ground(is_dark(properties), self._blocks(cell))


def _is_end_deleted(properties: Any) -> bool:
    """Return whether the end of a paragraph was deleted or moved away: the next one goes on with it."""
    marks = next((one for one in (() if properties is None else properties) if local(one) == "rPr"), ())
    return any(local(one) in ("del", "moveFrom") for one in marks)


def _is_paragraph(element: Any) -> bool:
    return element is not None and local(element) == "p"
