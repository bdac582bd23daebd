"""PDF files: the running text page by page, from the places of its characters.

Heads, feet and page numbers are left out; lines are joined to paragraphs, over columns and pages too. Text
that is not seen is left out and told of. Pages without text, and pages whose fonts don't tell what characters
they show, stay empty: they need to be recognized.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from govreport.errors import InputError
from govreport.read.encodings import LEAST_PLAUSIBLE, plausibility
from govreport.read.layout import ASIDE, PlacedLine, PlacedPage
from govreport.read.pdf.actions import active_content
from govreport.read.pdf.glyphs import PageGlyphs, glyphs_of
from govreport.read.pdf.rows import lines_of
from govreport.read.pdf.streams import holds_bomb
from govreport.read.pdf.upright import set_level

__all__ = ["read_pdf"]

_MOST_PAGES = 2000
_NONSENSE = re.compile("[\ue000-\uf8ff\ufffd\ufffe\u0000-\u0008]")
_MOST_NONSENSE = 0.05
_MOST_UNMAPPED = 0.3


def read_pdf(data: bytes, path: str) -> tuple[list[PlacedPage], tuple[str, ...]]:
    """Return the lines of each page in reading order, and warnings as stable codes.

    Pages without text, and those whose text is nonsense (``unmapped-font``), have no lines. Raises InputError
    where the file is broken, encrypted or too large.
    """
    found, active = _glyphs(data, path)
    repeated = Counter(page.slanting for page in found)
    pages = [_placed(page, repeated[page.slanting] > 1) for page in found]
    return pages, tuple(sorted({*active, *_warnings(found)}))


def _placed(page: PageGlyphs, stamped: bool) -> PlacedPage:
    """Return the lines of a page; what stands aslant comes last, unless it is stamped on several pages."""
    page = set_level(page)
    lines = [] if _is_nonsense(page) else lines_of(page.glyphs, page.width)
    for number, text in enumerate(page.written_over):
        below = page.height + number
        lines.append(PlacedLine(text, 0, 0, below, below, 1, 1, column=ASIDE))
    aside = "" if stamped else page.slanting.strip()
    if aside:
        lines.append(PlacedLine(aside, 0, 0, page.height, page.height, 1, 1, column=ASIDE))
    return PlacedPage(lines, page.width, page.height)


def _is_nonsense(page: PageGlyphs) -> bool:
    """Return whether much of a page's text has no known meaning.

    That a font has no map is not enough: with some its numbers happen to be the right characters.
    """
    text = "".join(glyph.text for glyph in page.glyphs)
    if len(_NONSENSE.findall(text)) > _MOST_NONSENSE * len(text):
        return True
    foreign = "".join(character for character in text if not character.isascii())
    return page.unmapped > _MOST_UNMAPPED * len(text) and plausibility(foreign) < LEAST_PLAUSIBLE


def _warnings(found: Sequence[PageGlyphs]) -> set[str]:
    met = {
        "hidden-text": any(page.hidden for page in found),
        "recognized": any(page.under_picture for page in found),
        "overprinted": any(page.overprinted for page in found),
        "unmapped-font": any(_is_nonsense(page) for page in found),
    }
    return {code for code, is_met in met.items() if is_met}


def _glyphs(data: bytes, path: str) -> tuple[list[PageGlyphs], set[str]]:
    import pypdfium2
    import pypdfium2.raw as pdfium

    if holds_bomb(data):
        reason = "holds a part that unpacks to more than any page needs"
        raise InputError("too-large", reason, path=path, hint="export it anew")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            hint = "remove the password"
            raise InputError("encrypted-file", "is password-protected", path=path, hint=hint) from None
        reason = f"is damaged or no PDF ({error})"
        raise InputError("damaged-file", reason, path=path, hint="export it anew") from None
    try:
        if len(document) > _MOST_PAGES:
            reason = f"has {len(document):,} pages, wanted {_MOST_PAGES:,} at most"
            raise InputError("too-large", reason, path=path, hint="split it")
        scripts = pdfium.FPDFDoc_GetJavaScriptActionCount(document)
        attached = pdfium.FPDFDoc_GetAttachmentCount(document)
        active = active_content(data, scripts, attached)
        return [_page(document, number) for number in range(len(document))], active
    finally:
        document.close()


def _page(document: Any, number: int) -> PageGlyphs:
    """Return what stands on a page; one that can't be read is empty and not the end of the file."""
    import pypdfium2

    try:
        return glyphs_of(document[number])
    except pypdfium2.PdfiumError:
        return PageGlyphs(1.0, 1.0)
