"""Glyphs to lines: by their places, whatever the order in which they were drawn.

Characters of one height make a line; a wide gap in it parts the cells of a table, or two columns of print,
which are read one after the other.

>>> from govreport.read.pdf.glyphs import Glyph
>>> glyphs = [Glyph(c, 10 * x, 0, 10 * x + 10, 10) for c, x in (("四", 1), ("个", 2), ("“", 0), ("”", 3))]
>>> [line.text for line in lines_of(glyphs, 100)]
['“四个”']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from govreport.read.layout import PlacedLine, lead_length
from govreport.read.pdf.columns import gutter_of
from govreport.read.pdf.glyphs import Glyph
from govreport.text.characters import is_cjk

__all__ = ["lines_of"]

# In characters: how far the middles of a line's glyphs may lie apart; what gap is a blank between letters and
# between others; what gap parts cells; how close a glyph is the shadow of another.
_SAME_LINE = 0.4
_BLANK = 0.2
_WIDE_BLANK = 0.6
_CELL = 1.8
_SHADOW = 0.2
_UPRIGHT = 2.0

Row = list[Glyph]


def lines_of(glyphs: Sequence[Glyph], width: float) -> list[PlacedLine]:
    """Return the lines of a page in reading order."""
    cells = [_cells(_without_shadows(row)) for row in _rows(glyphs) if not all(map(_is_unseen, row))]
    edges = [[(cell[0].left, cell[-1].right) for cell in row] for row in cells]
    gutter = gutter_of(edges, width, _usual_size(glyphs))
    if gutter is None:
        return [_line(row) for row in cells if row]
    return list(_by_columns(cells, gutter))


def _rows(glyphs: Sequence[Glyph]) -> Iterator[Row]:
    """Yield the glyphs line by line from the top, each from left to right."""
    row: Row = []
    middle = 0.0
    for glyph in sorted(
        (one for one in glyphs if one.bottom > one.top), key=lambda one: one.top + one.bottom
    ):
        here = (glyph.top + glyph.bottom) / 2
        if row and here - middle > _SAME_LINE * max(_size(row[0]), _size(glyph)):
            yield sorted(row, key=lambda one: one.left)
            row = []
        if not row:
            middle = here
        row.append(glyph)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _is_unseen(glyph: Glyph) -> bool:
    """Return whether a character has no form, as where a line may break; some stand beside the line."""
    return unicodedata.category(glyph.text) == "Cf"


def _size(glyph: Glyph) -> float:
    return min(glyph.bottom - glyph.top, _UPRIGHT * max(glyph.right - glyph.left, 0.1))


def _usual_size(glyphs: Sequence[Glyph]) -> float:
    """Return the width of a Chinese character; where there is none, what it would be beside the letters."""
    wide = [one.right - one.left for one in glyphs if is_cjk(one.text) and one.right > one.left]
    return median(wide or [(one.bottom - one.top) * 0.7 for one in glyphs] or [1.0])


def _without_shadows(row: Row) -> Row:
    """Leave out what is drawn again on the same place, as bold letters sometimes are."""
    kept: Row = []
    for glyph in row:
        near = (one for one in kept[-3:] if one.text == glyph.text)
        if not any(abs(one.left - glyph.left) < _SHADOW * (glyph.bottom - glyph.top) for one in near):
            kept.append(glyph)
    return kept


def _cells(row: Row) -> list[Row]:
    """Cut a row at wide gaps; blanks at the edges of a cell go."""
    size = _usual_size(row)
    printed = [glyph for glyph in row if not glyph.text.isspace()]
    starts = {id(after) for one, after in pairwise(printed) if after.left - one.right > _CELL * size}
    cells: list[Row] = [[]]
    for glyph in row:
        if id(glyph) in starts:
            cells.append([])
        cells[-1].append(glyph)
    return [cell for cell in map(_stripped, cells) if cell]


def _stripped(cell: Row) -> Row:
    filled = [place for place, glyph in enumerate(cell) if not glyph.text.isspace()]
    return cell[filled[0] : filled[-1] + 1] if filled else []


def _by_columns(rows: Sequence[Sequence[Row]], gutter: float) -> Iterator[PlacedLine]:
    """Yield what crosses the gutter where it stands, and between that the left column before the right."""
    for crosses, group in groupby(rows, key=lambda row: any(_crosses(cell, gutter) for cell in row)):
        kept = list(group)
        if crosses:
            yield from (_line(row) for row in kept if row)
            continue
        for column in (1, 2):
            for row in kept:
                cells = [cell for cell in row if (cell[0].left >= gutter) == (column == 2)]
                if cells:
                    yield _line(cells)._replace(column=column)


def _crosses(cell: Row, gutter: float) -> bool:
    return cell[0].left < gutter < cell[-1].right


def _line(cells: Sequence[Row]) -> PlacedLine:
    every = [glyph for cell in cells for glyph in cell]
    size = _usual_size(every)
    return PlacedLine(
        "\t".join(_text(cell, size) for cell in cells),
        every[0].left,
        every[-1].right,
        median(glyph.top for glyph in every),
        median(glyph.bottom for glyph in every),
        size,
        _lead(every),
    )


def _text(cell: Row, size: float) -> str:
    pieces = [cell[0].text]
    for one, after in pairwise(cell):
        gap = after.left - one.right
        letters = all(glyph.text.isalnum() and not is_cjk(glyph.text) for glyph in (one, after))
        wide = gap > (_BLANK if letters else _WIDE_BLANK) * size
        pieces.append(" " + after.text if wide and not (one.text + after.text).isspace() else after.text)
    return " ".join("".join(pieces).split(" "))


def _lead(line: Sequence[Glyph]) -> float:
    """Return the width of what stays together at the beginning: a number, or a character and its marks."""
    size = lead_length("".join(glyph.text for glyph in line))
    return line[max(1, min(size, len(line))) - 1].right - line[0].left
