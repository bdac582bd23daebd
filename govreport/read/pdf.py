"""PDF files: the text page by page, what runs through the pages at their heads and feet left out.

A page that holds no text is a picture: such a file needs to be recognized first, and is refused rather than
taken for empty. Fonts that don't tell which characters they show give nonsense, which is refused as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from govreport.errors import InputError

__all__ = ["read_pdf"]

_MOST_PAGES = 2000
_NUMBER = re.compile(r"[\s—–\-·第页頁共/0-9０-９]{1,14}$")
# A line that stands at the head or foot of this share of the pages belongs to none of them.
_RUNNING = 0.5
_LEAST_PAGES = 3
# A page of so few lines has neither head nor foot.
_EDGES = 4
_NONSENSE = re.compile("[\ue000-\uf8ff\ufffd\ufffe\u0000-\u0008]")
_MOST_NONSENSE = 0.05


def read_pdf(data: bytes, path: str, *, may_be_empty: bool = False) -> tuple[list[str], tuple[str, ...]]:
    """Return the text of each page and warnings as stable codes.

    Raises InputError where the file is broken, encrypted, or hides what its fonts mean; also where it holds
    pictures only, unless it ``may_be_empty`` because its pages can be recognized.
    """
    pages = [_lines(page) for page in _page_texts(data, path)]
    if not may_be_empty and not any(line.strip() for page in pages for line in page):
        reason = "holds pictures of pages and no text"
        hint = "install the extra govreport[ocr], or submit the text"
        raise InputError("no-text", reason, path=path, hint=hint)
    whole = "".join(line for page in pages for line in page)
    if len(_NONSENSE.findall(whole)) > _MOST_NONSENSE * len(whole):
        reason = "has fonts that don't tell which characters they show, so its text is nonsense"
        raise InputError("unmapped-font", reason, path=path, hint="submit the file that it was made from")
    running = _running_lines(pages)
    kept = ["\n".join(_without(page, running)) + "\n" for page in pages]
    empty = any(not page.strip() for page in kept)
    return kept, ("pages-without-text",) if empty else ()


def _page_texts(data: bytes, path: str) -> list[str]:
    import pypdfium2

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
        return [_text_of(document, number) for number in range(len(document))]
    finally:
        document.close()


def _text_of(document: object, number: int) -> str:
    """Return the text of a page; one that can't be read is empty and not the end of the file."""
    import pypdfium2

    try:
        page = document[number].get_textpage()  # type: ignore[index]
        return str(page.get_text_range())
    except pypdfium2.PdfiumError:
        return ""


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]


def _running_lines(pages: Sequence[list[str]]) -> frozenset[str]:
    """Return the heads and feet that most pages have, figures aside."""
    counts: Counter[str] = Counter()
    for page in pages:
        filled = [line for line in page if line.strip()]
        if len(filled) > _EDGES:
            counts.update({_shape(line) for line in (*filled[:2], *filled[-2:])})
    least = max(_LEAST_PAGES, _RUNNING * len(pages))
    return frozenset(shape for shape, number in counts.items() if shape and number >= least)


def _shape(line: str) -> str:
    return re.sub("[0-9０-９]+", "0", line.strip())


def _without(page: list[str], running: frozenset[str]) -> list[str]:
    """Leave out running lines and page numbers at the head and the foot of a page."""
    filled = [number for number, line in enumerate(page) if line.strip()]
    edges = {*filled[:2], *filled[-2:]} if len(filled) > _EDGES else set()
    return [
        line
        for number, line in enumerate(page)
        if line.strip()
        and not (number in edges and (_shape(line) in running or _NUMBER.fullmatch(line.strip())))
    ]
