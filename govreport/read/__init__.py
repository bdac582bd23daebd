"""From a file, or a text at hand, to a Document.

>>> from_text("一、加强领导").lines
(Span(start=0, end=6),)
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from govreport.errors import InputError
from govreport.model import Document, Provenance, Span
from govreport.read.archive import archive_of, is_archive, members, read_member
from govreport.read.encodings import decode
from govreport.read.files import CONVERTED, SLIDES, SUFFIXES, format_of, read_bytes
from govreport.read.lines import split_lines
from govreport.text.characters import is_cjk

__all__ = ["SUFFIXES", "archive_of", "from_text", "is_archive", "members", "read", "read_member"]


def read(path: str | os.PathLike[str]) -> Document:
    """Read one file: text, Word, PDF, a saved web page, or what LibreOffice converts; its id is its name.

    What it is is known by its content. Raises InputError with the file's name where it is missing, empty,
    damaged, encrypted, too large, or of a format that can't be read.
    """
    file = Path(path)
    data = read_bytes(file)
    format = format_of(data, file)
    pages, encoding, replacements, warnings = _pages_of(format, data, path)
    text = "".join(pages)
    if not text.strip():
        raise InputError("empty-file", "holds no text", path=path, hint="check how it was exported")
    provenance = _provenance(path, data, format, encoding, replacements, warnings)
    return _document(file.name, pages, provenance)


def from_text(text: str, *, id: str = "text") -> Document:
    """Return a Document of a text that is already at hand; a leading BOM is removed."""
    if not isinstance(text, str):
        kind = type(text).__name__
        raise InputError(
            "not-text", f"from_text was given {kind}, wanted str", hint="decode it or use read(path)"
        )
    size = len(text.encode("utf-8", "surrogatepass"))
    return _document(id, [text.removeprefix("\ufeff")], Provenance(size=size))


_Pages = tuple[Sequence[str], str | None, int, tuple[str, ...]]


def _pages_of(format: str, data: bytes, path: str | os.PathLike[str]) -> _Pages:
    """Return the pages (one where the format has none), encoding, replaced bytes and warnings."""
    name = os.fspath(path)
    if format == "docx":
        from govreport.read.docx import read_docx

        text, warnings = read_docx(data, name)
        return [text], None, 0, warnings
    if format == "pdf":
        from govreport.read.pdf import read_pdf

        pages, warnings = read_pdf(data, name)
        return pages, None, 0, warnings
    if format in CONVERTED:
        return _converted(format, data, name)
    if format in ("html", "mhtml"):
        return _page_of_html(format, data, name)
    text, encoding, replacements = decode(data, path)
    if Path(path).suffix.lower() not in SUFFIXES and not any(map(is_cjk, text)):
        given, wanted = Path(path).suffix or "no suffix", " ".join(SUFFIXES)
        reason = f"can't be read ({given}), wanted {wanted}"
        raise InputError("unknown-format", reason, path=path, hint="save it as text")
    return [text], encoding, replacements, ()


def _converted(format: str, data: bytes, name: str) -> _Pages:
    """Read what another program made of the file; what antiword prints may lack automatic numbers."""
    from govreport.read.office import convert, plain_text

    made = convert(data, format, name)
    if made is None:
        return [plain_text(data, format, name).decode("utf-8", "replace")], None, 0, ("converted-as-text",)
    pages, _, _, warnings = _pages_of("pdf" if format in SLIDES else "docx", made, name)
    return pages, None, 0, ("converted", *warnings)


def _page_of_html(format: str, data: bytes, name: str) -> _Pages:
    from govreport.read.html import declared_encoding, read_html
    from govreport.read.mhtml import html_part

    source = html_part(data, name) if format == "mhtml" else data
    decoded, encoding, replacements = decode(source, name, declared_encoding(source))
    text, warnings = read_html(decoded, name)
    return [text], encoding, replacements, warnings


def _provenance(
    path: str | os.PathLike[str],
    data: bytes,
    format: str,
    encoding: str | None,
    replacements: int,
    warnings: tuple[str, ...],
) -> Provenance:
    import hashlib

    digest = hashlib.sha256(data).hexdigest()
    if replacements:
        warnings = (*warnings, "damaged-encoding")
    return Provenance(os.fspath(path), format, encoding, len(data), digest, replacements, warnings)


def _document(id: str, pages: Sequence[str], provenance: Provenance) -> Document:
    text = "".join(pages)
    lines = tuple(Span(start, end) for start, end in split_lines(text))
    spans, start = [], 0
    for page in pages:
        spans.append(Span(start, start + len(page)))
        start += len(page)
    shown = tuple(spans) if provenance.format in ("pdf", *SLIDES) else ()
    return Document(id=id, text=text, pages=shown, lines=lines, provenance=provenance)
