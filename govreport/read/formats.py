"""From the bytes of a file, and what they are, to its pages and what is known of them.

>>> pages_of("txt", "一、加强领导".encode("gb18030"), "a.txt")
Pages(pages=['一、加强领导'], encoding='gb18030', replacements=0, warnings=(), confidences=(), headings=())
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from govreport.errors import InputError
from govreport.model import HeadingLine
from govreport.read.files import CONVERTED, SLIDES, SUFFIXES
from govreport.read.layout import Paragraph, PlacedPage
from govreport.read.texts import text_of
from govreport.text.characters import is_cjk

__all__ = ["Pages", "pages_of"]

_OCR_OR_TEXT = "install the extra govreport[ocr], or submit the text"
_READ_IN_VAIN = "scan it anew, or submit the file that it was made from"


class Pages(NamedTuple):
    """The pages (one where the format has none), what is known of them, how sure recognized lines are.

    ``headings`` are the paragraphs of a Word file that it calls so itself.
    """

    pages: Sequence[str]
    encoding: str | None = None
    replacements: int = 0
    warnings: tuple[str, ...] = ()
    confidences: tuple[float, ...] = ()
    headings: tuple[HeadingLine, ...] = ()


def pages_of(format: str, data: bytes, path: str | os.PathLike[str]) -> Pages:
    """Return what a file of this format holds."""
    name = os.fspath(path)
    if format == "docx":
        from govreport.read.docx import read_docx

        text, warnings, headings = read_docx(data, name)
        found = Pages([text], warnings=warnings, headings=headings)
        return found if text.strip() else _of_pictures(data, name, warnings)
    if format == "pdf":
        return _of_pdf(data, name)
    if format == "picture":
        from govreport.read.ocr import recognize_picture

        return _flowing(recognize_picture(data, name), (), recognized=True)
    if format in CONVERTED:
        return _converted(format, data, name)
    if format in ("html", "mhtml"):
        return _page_of_html(format, data, name)
    text, encoding, replacements, warnings = text_of(data, path)
    if Path(path).suffix.lower() not in SUFFIXES and not any(map(is_cjk, text)):
        given, wanted = Path(path).suffix or "no suffix", " ".join(SUFFIXES)
        reason = f"can't be read ({given}), wanted {wanted}"
        raise InputError("unknown-format", reason, path=path, hint="save it as text")
    return Pages([text], encoding, replacements, warnings)


def _converted(format: str, data: bytes, name: str) -> Pages:
    """Read what another program made of the file; what antiword prints may lack automatic numbers."""
    from govreport.read.office import convert, plain_text

    made = convert(data, format, name)
    if made is None:
        text = plain_text(data, format, name).decode("utf-8", "replace")
        return Pages([text], warnings=("converted-as-text",))
    found = pages_of("pdf" if format in SLIDES else "docx", made, name)
    return found._replace(warnings=("converted", *found.warnings))


def _of_pictures(data: bytes, name: str, warnings: tuple[str, ...]) -> Pages:
    """Recognize the pictures of a Word file that holds no text; empty where it has none."""
    from govreport.read.docx import pictures_of
    from govreport.read.ocr import is_installed, recognize_picture

    pictures = pictures_of(data, name)
    if not pictures:
        return Pages([""], warnings=warnings)
    if not is_installed():
        raise InputError("no-text", "holds pictures and no text", path=name, hint=_OCR_OR_TEXT)
    pages = [page for picture in pictures for page in recognize_picture(picture, name)]
    found = _flowing(pages, warnings, recognized=True)
    return found._replace(pages=["".join(found.pages)])


def _of_pdf(data: bytes, name: str) -> Pages:
    """Read the text of the pages, and recognize those that hold none where the extra is there."""
    from govreport.read.ocr import is_installed, recognize_pdf
    from govreport.read.pdf import read_pdf

    pages, warnings = read_pdf(data, name)
    empty = [number for number, page in enumerate(pages) if not page.lines]
    seen = recognize_pdf(data, empty, name) if empty and is_installed() else {}
    pages = [seen.get(number, page) for number, page in enumerate(pages)]
    if not any(page.lines for page in pages):
        _refuse_empty(name, "unmapped-font" in warnings)
    return _flowing(pages, warnings, recognized=any(page.lines for page in seen.values()))


def _refuse_empty(name: str, is_nonsense: bool) -> NoReturn:
    from govreport.read.ocr import is_installed

    if is_nonsense:
        reason = "has fonts that don't tell which characters they show, so its text is nonsense"
        hint = _READ_IN_VAIN if is_installed() else "install the extra govreport[ocr], or submit the original"
        raise InputError("unmapped-font", reason, path=name, hint=hint)
    if is_installed():
        reason = "holds no text, and none is seen on its pages"
        raise InputError("no-text", reason, path=name, hint=_READ_IN_VAIN)
    raise InputError("no-text", "holds pictures of pages and no text", path=name, hint=_OCR_OR_TEXT)


def _flowing(pages: Sequence[PlacedPage], warnings: Sequence[str], *, recognized: bool) -> Pages:
    """Return the running text; what was recognized is never complete, which is told, and doubts with it."""
    from govreport.read.layout import paragraphs, without_furniture
    from govreport.read.ocr import DOUBTFUL

    found = paragraphs(without_furniture(pages))
    texts = ["".join(one.text for one in page) or "\n" for page in found]
    sure = _by_line(one for page in found for one in page or [Paragraph("\n")])
    worst = min(sure, default=1.0)
    met = {
        "recognized": recognized,
        "low-confidence": worst < DOUBTFUL,
        "pages-without-text": not all(page.lines for page in pages),
    }
    codes = dict.fromkeys([*warnings, *(code for code, is_met in met.items() if is_met)])
    return Pages(texts, None, 0, tuple(codes), sure if recognized else ())


def _by_line(parts: Iterable[Paragraph]) -> tuple[float, ...]:
    """Return the confidence of each line: that of the worst of the parts that make it over several pages."""
    sure: list[float] = []
    goes_on = False
    for part in parts:
        if goes_on:
            sure[-1] = min(sure[-1], part.sure)
        else:
            sure.append(part.sure)
        goes_on = not part.text.endswith("\n")
    return tuple(sure)


def _page_of_html(format: str, data: bytes, name: str) -> Pages:
    from govreport.read.html import declared_encoding, read_html
    from govreport.read.mhtml import html_part

    source = html_part(data, name) if format == "mhtml" else data
    decoded, encoding, replacements, repaired = text_of(source, name, declared_encoding(source))
    text, warnings = read_html(decoded, name)
    if not text.strip() and "<script" in decoded.lower():
        reason = "is a page that writes its text by scripts, and none is run"
        hint = "open it in a browser and save it as PDF or text"
        raise InputError("no-text", reason, path=name, hint=hint)
    return Pages([text], encoding, replacements, tuple(dict.fromkeys((*repaired, *warnings))))
