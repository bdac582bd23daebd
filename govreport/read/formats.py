"""From the bytes of a file, and what they are, to its pages and what is known of them.

>>> pages_of("txt", "一、加强领导".encode("gb18030"), "a.txt")
Pages(pages=['一、加强领导'], encoding='gb18030', replacements=0, warnings=(), confidences=())
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from govreport.errors import InputError
from govreport.read.encodings import decode
from govreport.read.files import CONVERTED, SLIDES, SUFFIXES
from govreport.text.characters import is_cjk

if TYPE_CHECKING:
    from govreport.read.ocr import RecognizedPage

__all__ = ["Pages", "pages_of"]


class Pages(NamedTuple):
    """The pages (one where the format has none), what is known of them, how sure recognized lines are."""

    pages: Sequence[str]
    encoding: str | None = None
    replacements: int = 0
    warnings: tuple[str, ...] = ()
    confidences: tuple[float, ...] = ()


def pages_of(format: str, data: bytes, path: str | os.PathLike[str]) -> Pages:
    """Return what a file of this format holds."""
    name = os.fspath(path)
    if format == "docx":
        from govreport.read.docx import read_docx

        text, warnings = read_docx(data, name)
        return Pages([text], warnings=warnings)
    if format == "pdf":
        return _of_pdf(data, name)
    if format == "picture":
        from govreport.read.ocr import recognize_picture

        return _with_doubt(recognize_picture(data, name), ())
    if format in CONVERTED:
        return _converted(format, data, name)
    if format in ("html", "mhtml"):
        return _page_of_html(format, data, name)
    text, encoding, replacements = decode(data, path)
    if Path(path).suffix.lower() not in SUFFIXES and not any(map(is_cjk, text)):
        given, wanted = Path(path).suffix or "no suffix", " ".join(SUFFIXES)
        reason = f"can't be read ({given}), wanted {wanted}"
        raise InputError("unknown-format", reason, path=path, hint="save it as text")
    return Pages([text], encoding, replacements)


def _converted(format: str, data: bytes, name: str) -> Pages:
    """Read what another program made of the file; what antiword prints may lack automatic numbers."""
    from govreport.read.office import convert, plain_text

    made = convert(data, format, name)
    if made is None:
        text = plain_text(data, format, name).decode("utf-8", "replace")
        return Pages([text], warnings=("converted-as-text",))
    found = pages_of("pdf" if format in SLIDES else "docx", made, name)
    return found._replace(warnings=("converted", *found.warnings))


def _of_pdf(data: bytes, name: str) -> Pages:
    """Read the text of the pages, and recognize those that hold none where the extra is there."""
    from govreport.read.ocr import RecognizedPage, is_installed, recognize_pdf
    from govreport.read.pdf import read_pdf

    pages, warnings = read_pdf(data, name, may_be_empty=is_installed())
    empty = [number for number, page in enumerate(pages) if not page.strip()]
    if not empty or not is_installed():
        return Pages(pages, warnings=warnings)
    seen = recognize_pdf(data, empty, name)
    written = [RecognizedPage(page, (1.0,) * len(page.splitlines())) for page in pages]
    blank = all(not page.text.strip() for page in seen.values())
    if blank:
        return Pages(pages, warnings=warnings)
    kept = tuple(code for code in warnings if code != "pages-without-text")
    return _with_doubt([seen.get(number, page) for number, page in enumerate(written)], kept)


def _with_doubt(pages: Sequence[RecognizedPage], warnings: tuple[str, ...]) -> Pages:
    """Say that pages were recognized, which is never complete, and whether some lines are in doubt."""
    from govreport.read.ocr import DOUBTFUL

    sure = tuple(chain.from_iterable(page.confidences for page in pages))
    doubt = ("low-confidence",) if min(sure) < DOUBTFUL else ()
    return Pages([page.text for page in pages], None, 0, (*warnings, "recognized", *doubt), sure)


def _page_of_html(format: str, data: bytes, name: str) -> Pages:
    from govreport.read.html import declared_encoding, read_html
    from govreport.read.mhtml import html_part

    source = html_part(data, name) if format == "mhtml" else data
    decoded, encoding, replacements = decode(source, name, declared_encoding(source))
    text, warnings = read_html(decoded, name)
    return Pages([text], encoding, replacements, warnings)
