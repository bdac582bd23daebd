"""What was typed onto the pages of a PDF: the fields of a form, and text that was laid over a page.

It is no part of the page's own text, and a reader sees it all the same. Notes that open at a click are none.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

__all__ = ["written_over"]

_MOST = 2000
_LONGEST = 200_000
_TEXT_FIELDS = ("Tx", "Ch")


def written_over(page: Any) -> Iterator[str]:
    """Yield the text of each such field or annotation that is shown, its lines apart by blanks."""
    import pypdfium2.raw as pdfium

    keys = {pdfium.FPDF_ANNOT_FREETEXT: b"Contents", pdfium.FPDF_ANNOT_WIDGET: b"V"}
    for place in range(min(_MOST, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, place)
        if not annotation:
            continue
        try:
            key = keys.get(pdfium.FPDFAnnot_GetSubtype(annotation))
            if key is None or pdfium.FPDFAnnot_GetFlags(annotation) & pdfium.FPDF_ANNOT_FLAG_HIDDEN:
                continue
            if key == b"V" and _value(annotation, b"FT") not in _TEXT_FIELDS:
                continue
            text = " ".join(_value(annotation, key).split())
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
        if text:
            yield text


def _value(annotation: Any, key: bytes) -> str:
    import pypdfium2.raw as pdfium

    size = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < size <= _LONGEST:
        return ""
    held = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(annotation, key, ctypes.cast(held, ctypes.POINTER(ctypes.c_ushort)), size)
    return held.raw[: size - 2].decode("utf-16-le", "replace")
