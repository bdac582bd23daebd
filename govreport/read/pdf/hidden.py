"""Text of a page that nobody sees: drawn without ink, white on white, tiny, or outside the page.

The exception is a scan that was recognized before: its text lies unseen under the picture of the page.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Hidden", "hidden_of"]

_MOST_OBJECTS = 100_000
_DEEPEST = 4
_INVISIBLE = 3
_WHITE = 250
# In points: what no reader sees.
_TINY = 1.5
# A picture that covers this share of a page is a scan of it.
_COVERS = 0.5
# So many grounds are looked at for each white text.
_MOST_SHADES = 500

Box = tuple[float, float, float, float]


@dataclass
class Hidden:
    """The text objects of a page that are not seen, by their address."""

    objects: set[int] = field(default_factory=set)
    texts: int = 0
    """How many text objects there are, seen or not."""
    under_picture: bool = False

    def holds(self, textpage: Any, index: int) -> bool:
        """Return whether a character belongs to one of them."""
        import pypdfium2.raw as pdfium

        if not self.objects:
            return False
        return _address(pdfium.FPDFText_GetTextObject(textpage, index)) in self.objects


def hidden_of(page: Any) -> Hidden:
    """Find what is not seen on a page."""
    import pypdfium2.raw as pdfium

    box: Box = tuple(page.get_cropbox())
    shades: list[Box] = []
    unseen: set[int] = set()
    outside: set[int] = set()
    scanned, texts = False, 0
    for number, piece in enumerate(page.get_objects(max_depth=_DEEPEST)):
        if number > _MOST_OBJECTS:
            break
        if piece.type == pdfium.FPDF_PAGEOBJ_TEXT:
            texts += 1
            if piece.level == 0 and _is_outside(piece, box):
                outside.add(_address(piece.raw))
            elif _is_unseen(piece, shades):
                unseen.add(_address(piece.raw))
        elif piece.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            bounds = _bounds(piece)
            shades.append(bounds)
            scanned = scanned or _covers(bounds, box)
        elif piece.type == pdfium.FPDF_PAGEOBJ_PATH and _is_dark(piece):
            shades.append(_bounds(piece))
    if scanned and unseen:
        return Hidden(outside, texts, under_picture=True)
    return Hidden(unseen | outside, texts)


def _address(pointer: Any) -> int:
    return ctypes.cast(pointer, ctypes.c_void_p).value or 0


def _bounds(piece: Any) -> Box:
    try:
        left, bottom, right, top = piece.get_bounds()
    except Exception:  # pdfium has no bounds for objects without any extent
        return 0.0, 0.0, 0.0, 0.0
    return left, bottom, right, top


def _is_outside(piece: Any, page: Box) -> bool:
    left, bottom, right, top = _bounds(piece)
    return (right > left) and (right < page[0] or left > page[2] or top < page[1] or bottom > page[3])


def _is_unseen(piece: Any, shades: list[Box]) -> bool:
    """Return whether a text has no ink, or that of the paper with nothing darker behind it, or is tiny."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFTextObj_GetTextRenderMode(piece.raw) == _INVISIBLE:
        return True
    left, bottom, right, top = _bounds(piece)
    if 0 < top - bottom < _TINY and right - left > _TINY:
        return _size(piece) < _TINY
    if min(_ink(piece)) < _WHITE:
        return False
    middle = (left + right) / 2, (bottom + top) / 2
    return not any(a <= middle[0] <= c and b <= middle[1] <= d for a, b, c, d in shades[:_MOST_SHADES])


def _size(piece: Any) -> float:
    import pypdfium2.raw as pdfium

    size = ctypes.c_float()
    pdfium.FPDFTextObj_GetFontSize(piece.raw, ctypes.byref(size))
    a, b = piece.get_matrix().get()[:2]
    return float(size.value * (a * a + b * b) ** 0.5)


def _ink(piece: Any) -> tuple[int, int, int]:
    import pypdfium2.raw as pdfium

    parts = [ctypes.c_uint() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetFillColor(piece.raw, *map(ctypes.byref, parts)):
        return 0, 0, 0
    red, green, blue, cover = (part.value for part in parts)
    return (255, 255, 255) if cover == 0 else (red, green, blue)


def _is_dark(piece: Any) -> bool:
    """Return whether a shape is filled with more than the white of the paper."""
    import pypdfium2.raw as pdfium

    filled, drawn = ctypes.c_int(), ctypes.c_int()
    if not pdfium.FPDFPath_GetDrawMode(piece.raw, ctypes.byref(filled), ctypes.byref(drawn)):
        return False
    return bool(filled.value) and min(_ink(piece)) < _WHITE


def _covers(picture: Box, page: Box) -> bool:
    """Return whether a picture covers most of a page."""
    wide = min(picture[2], page[2]) - max(picture[0], page[0])
    high = min(picture[3], page[3]) - max(picture[1], page[1])
    return wide > 0 < high and wide * high > _COVERS * (page[2] - page[0]) * (page[3] - page[1])
