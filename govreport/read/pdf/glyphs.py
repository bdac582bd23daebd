"""The characters of a page with their places, hidden ones left out.

In goes a page of pdfium, out come glyphs whose edges are counted from the upper left corner as the page is
read: a page whose text runs upwards is turned. What pdfium adds of its own (blanks, line ends) is left out.
"""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from govreport.read.pdf.annotations import written_over
from govreport.read.pdf.hidden import hidden_of
from govreport.read.pdf.unsized import give_size

__all__ = ["Glyph", "PageGlyphs", "glyphs_of"]

# Text objects for each character that is seen.
_OFTEN = 10
_SAMPLE = 200
_QUARTER = math.pi / 2
# How far text may slant and still be a line of print.
_SLANT = math.radians(8)


class Glyph(NamedTuple):
    """A character and its edges in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass
class PageGlyphs:
    """What stands on a page: glyphs, how many have no known character, and what was left out."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    slanting: str = ""
    unmapped: int = 0
    hidden: int = 0
    overprinted: bool = False
    """Whether text was drawn on top of itself again and again, which pdfium gives once."""
    written_over: tuple[str, ...] = ()
    """What was typed onto the page: into the fields of a form, and as text that lies on it."""
    under_picture: bool = False
    """Whether text lies unseen under a picture of the page: a scan that was recognized before."""


def glyphs_of(page: Any) -> PageGlyphs:
    """Return the glyphs of a page."""
    import pypdfium2.raw as pdfium

    give_size(page)
    textpage = page.get_textpage()
    number = pdfium.FPDFText_CountChars(textpage)
    width, height = page.get_size()
    hidden = hidden_of(page)
    found = PageGlyphs(
        width, height, under_picture=hidden.under_picture, written_over=tuple(written_over(page))
    )
    turn = _Turn.of(textpage, number, _box(page))
    if turn.quarter % 2:
        found.width, found.height = height, width
    slanting = []
    for index in range(number):
        glyph = _glyph(textpage, index, turn)
        if glyph is None:
            continue
        if hidden.holds(textpage, index):
            found.hidden += not glyph.text.isspace()
        elif turn.mixed and not turn.fits(textpage, index):
            slanting.append(glyph.text)
        else:
            found.unmapped += pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1
            found.glyphs.append(glyph)
    found.slanting = "".join(slanting)
    found.overprinted = hidden.texts > _OFTEN * (len(found.glyphs) + found.hidden + _OFTEN)
    return found


def _box(page: Any) -> tuple[float, float, float, float]:
    """Return the visible box of a page in its own coordinates: left, bottom, right, top."""
    left, bottom, right, top = page.get_cropbox()
    return left, bottom, right, top


class _Turn(NamedTuple):
    """How often the text of a page is turned by a quarter, with the clock."""

    quarter: int
    mixed: bool
    box: tuple[float, float, float, float]

    @classmethod
    def of(cls, textpage: Any, number: int, box: tuple[float, float, float, float]) -> _Turn:
        import pypdfium2.raw as pdfium

        step = max(1, number // _SAMPLE)
        angles = [pdfium.FPDFText_GetCharAngle(textpage, index) for index in range(0, number, step)]
        quarters = Counter(round(angle / _QUARTER) % 4 for angle in angles if angle >= 0)
        usual = quarters.most_common(1)[0][0] if quarters else 0
        mixed = any(_off(angle, usual) for angle in angles if angle >= 0)
        return cls(usual, mixed, box)

    def fits(self, textpage: Any, index: int) -> bool:
        """Return whether a character stands upright with the others."""
        import pypdfium2.raw as pdfium

        angle = pdfium.FPDFText_GetCharAngle(textpage, index)
        return angle < 0 or not _off(angle, self.quarter)

    def edges(
        self, left: float, bottom: float, right: float, top: float
    ) -> tuple[float, float, float, float]:
        """Return left, top, right and bottom, from the upper left corner of the page as it is read."""
        x0, y0, x1, y1 = self.box
        if self.quarter == 3:
            return bottom - y0, left - x0, top - y0, right - x0
        if self.quarter == 2:
            return x1 - right, bottom - y0, x1 - left, top - y0
        if self.quarter == 1:
            return y1 - top, x1 - right, y1 - bottom, x1 - left
        return left - x0, y1 - top, right - x0, y1 - bottom


def _off(angle: float, quarter: int) -> bool:
    difference = (angle - quarter * _QUARTER) % (2 * math.pi)
    return min(difference, 2 * math.pi - difference) > _SLANT


def _glyph(textpage: Any, index: int, turn: _Turn) -> Glyph | None:
    import pypdfium2.raw as pdfium

    code = pdfium.FPDFText_GetUnicode(textpage, index)
    if code in (0, 10, 13) or pdfium.FPDFText_IsGenerated(textpage, index) == 1:
        return None
    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(textpage, index, ctypes.byref(box)):
        return None
    return Glyph(_character(code), *turn.edges(box.left, box.bottom, box.right, box.top))


def _character(code: int) -> str:
    """Return the character of a code; a soft hyphen, which pdfium gives as 2 or U+FFFE, is a hyphen.

    >>> _character(0x4E00), _character(2), _character(0xD800)
    ('一', '-', '\\ufffd')
    """
    if code in (2, 0xFFFE, 0xAD):
        return "-"
    if code < 32 or 0x7F <= code < 0xA0 or code in (0x2028, 0x2029):
        return " "
    return chr(code) if code < 0xD800 or 0xDFFF < code <= 0x10FFFF else "\ufffd"
