"""Text whose font is not in the file, and whose characters the font that takes its place does not have.

pdfium gives such characters no size and leaves a text of them alone out of the page: a number or
a quotation mark between two stretches of Chinese is then lost in silence. A stroke around it gives it a size.
"""

from __future__ import annotations

from typing import Any

__all__ = ["give_size"]

_MOST_OBJECTS = 100_000
_DEEPEST = 4
# In points: below this width pdfium takes a text for none.
_NOTHING = 0.001
# The ways to draw a text: filled, or with a stroke around it as well.
_FILLED, _FILLED_AND_STROKED = 0, 2


def give_size(page: Any) -> None:
    """Let each text of the page that is drawn, and has no size, have one; to be called before it is read."""
    import pypdfium2.raw as pdfium

    for number, piece in enumerate(page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,), max_depth=_DEEPEST)):
        if number > _MOST_OBJECTS:
            break
        if _is_unsized(piece):
            pdfium.FPDFTextObj_SetTextRenderMode(piece.raw, _FILLED_AND_STROKED)
            pdfium.FPDFPageObj_SetStrokeWidth(piece.raw, 1.0)
            # Moving it nowhere has its size computed anew.
            pdfium.FPDFPageObj_Transform(piece.raw, 1, 0, 0, 1, 0, 0)


def _is_unsized(piece: Any) -> bool:
    import pypdfium2
    import pypdfium2.raw as pdfium

    if pdfium.FPDFTextObj_GetTextRenderMode(piece.raw) != _FILLED:
        return False
    try:
        left, _, right, _ = piece.get_bounds()
    except pypdfium2.PdfiumError:
        return False
    return bool(right - left < _NOTHING)
