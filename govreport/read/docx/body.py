"""The paragraphs of a Word document in reading order: tables, text boxes and content controls included.

Deleted and moved-away text is left out, inserted text stays: tracked changes are taken as accepted. Hidden,
white and tiny text is left out and told of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from govreport.read.docx.numbering import Numbering
from govreport.read.docx.package import attribute, local
from govreport.read.docx.styles import Outlines, hidden_styles

__all__ = ["Body", "Heading"]

_LEFT_OUT = ("del", "moveFrom", "Fallback", "pPr", "rPr", "instrText", "delText", "rt", "annotationRef")
_TRACKED = ("ins", "del", "moveFrom", "moveTo")
_BLOCKS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "body", "smartTag")
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

    def __init__(self, numbering: Numbering, notes: Sequence[Any] = (), styles: Any = None) -> None:
        """Take the lists, the parts of the footnotes and endnotes, and the styles; any may be missing."""
        self._numbering = numbering
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
            elif name == "altChunk":
                self.warnings.add("embedded")
            elif name in _BLOCKS:
                yield from self._blocks(element)

    def _paragraph(self, paragraph: Any) -> Iterator[str]:
        properties = next((child for child in paragraph if local(child) == "pPr"), None)
        boxes: list[Any] = []
        if self._has_hidden_style(properties, "pStyle"):
            self.warnings.add("hidden-text")
            return
        text = "".join(self._inline(paragraph, boxes))
        number = self._numbering.number(properties) if text.strip() else ""
        level = self._outlines.level(properties) if text.strip() else None
        yield number + text if level is None else Heading.of(number + text, level)
        for box in boxes:
            yield from self._blocks(box)

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
            elif name == "txbxContent":
                boxes.append(element)
            elif name in ("footnoteReference", "endnoteReference"):
                self._cited.append((name.removesuffix("Reference"), attribute(element, "id")))
            elif name == "r" and self._is_hidden(element):
                self.warnings.add("hidden-text")
            elif name not in _LEFT_OUT:
                yield from self._inline(element, boxes)

    def _is_hidden(self, run: Any) -> bool:
        properties = next((child for child in run if local(child) == "rPr"), ())
        found = {local(child): child for child in properties}
        if "vanish" not in found and self._has_hidden_style(properties, "rStyle"):
            return True
        if "vanish" in found and attribute(found["vanish"]) not in ("0", "false"):
            return True
        if "color" in found and attribute(found["color"]).upper() == "FFFFFF":
            return not {"shd", "highlight"} & found.keys()
        size = attribute(found["sz"]) if "sz" in found else ""
        return size.isdigit() and int(size) <= _TINY

    def _has_hidden_style(self, properties: Any, name: str) -> bool:
        style = next((one for one in (() if properties is None else properties) if local(one) == name), None)
        return style is not None and attribute(style) in self._hidden

    def _table(self, table: Any) -> Iterator[str]:
        """Yield a line for each row, cells apart by tabs; a cell of several paragraphs has its own lines."""
        self._depth += 1
        if self._depth > _DEEPEST:
            self.warnings.add("deep-nesting")
        yield from self._rows_of(table)
        self._depth -= 1

    def _rows_of(self, table: Any) -> Iterator[str]:
        for row in self._rows(table):
            cells = [list(self._blocks(cell)) for cell in self._cells(row)]
            if all(len([line for line in cell if line.strip()]) <= 1 for cell in cells):
                yield "\t".join("".join(cell) for cell in cells)
            else:
                for cell in cells:
                    yield from cell

    def _rows(self, table: Any) -> Iterator[Any]:
        for element in table:
            if local(element) == "tr":
                yield element
            elif local(element) in _BLOCKS:
                yield from self._rows(element)

    def _cells(self, row: Any) -> Iterator[Any]:
        """Yield the cells; one that only goes on a cell above is left out."""
        for element in row:
            if local(element) == "tc":
                if not _goes_on(element):
                    yield element
            elif local(element) in _BLOCKS:
                yield from self._cells(element)


def _goes_on(cell: Any) -> bool:
    properties = next((child for child in cell if local(child) == "tcPr"), ())
    merge = next((child for child in properties if local(child) == "vMerge"), None)
    return merge is not None and attribute(merge) != "restart"
