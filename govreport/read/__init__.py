"""From a file, or a text at hand, to a Document.

>>> from_text("一、加强领导").lines
(Span(start=0, end=6),)
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from govreport.errors import InputError
from govreport.model import Document, Provenance, Span
from govreport.read.alive import listening
from govreport.read.archive import archive_of, is_archive, members, read_member
from govreport.read.files import PAGED, SUFFIXES, checked, format_of, path_given, read_bytes
from govreport.read.formats import Pages, pages_of
from govreport.read.lines import split_lines
from govreport.read.signs import signs_of
from govreport.read.suffixes import is_named_otherwise

__all__ = [
    "SUFFIXES",
    "archive_of",
    "from_bytes",
    "from_text",
    "is_archive",
    "listening",
    "members",
    "read",
    "read_member",
]

# A text of fewer characters is no report; so much of it is looked at.
_SHORTEST = 2
_SAMPLE = 1000


def read(path: str | os.PathLike[str]) -> Document:
    """Read one file: text, Word, PDF, a web page, a scan, or what LibreOffice converts; its id is its name.

    What it is is known by its content. Raises InputError with the file's name where it is missing, empty,
    damaged, encrypted, too large, or of a format that can't be read.
    """
    file = path_given(path)
    return _of_bytes(read_bytes(file), path, file.name)


def from_bytes(data: bytes, *, id: str = "bytes") -> Document:
    """Return a Document of a file's bytes that are already at hand; errors are those of ``read``.

    >>> from_bytes("一、加强领导".encode("gb18030"), id="a.txt").text
    '一、加强领导'
    """
    return _of_bytes(checked(data, Path(id)), id, id)


def _of_bytes(data: bytes, path: str | os.PathLike[str], id: str) -> Document:
    format = format_of(data, Path(path))
    found = pages_of(format, data, path)
    if not "".join(found.pages).strip():
        raise InputError("empty-file", "holds no text", path=path, hint="check how it was exported")
    return replace(
        _document(id, found.pages, _provenance(path, data, format, found)), headings=found.headings
    )


def from_text(text: str, *, id: str = "text") -> Document:
    """Return a Document of a text that is already at hand; a leading BOM is removed."""
    if not isinstance(text, str):
        kind = type(text).__name__
        raise InputError(
            "not-text", f"from_text was given {kind}, wanted str", hint="decode it or use read(path)"
        )
    size = len(text.encode("utf-8", "surrogatepass"))
    return _document(id, [text.removeprefix("\ufeff")], Provenance(size=size))


def _provenance(path: str | os.PathLike[str], data: bytes, format: str, found: Pages) -> Provenance:
    import hashlib

    digest = hashlib.sha256(data).hexdigest()
    met = {
        "damaged-encoding": found.replacements > 0,
        "named-otherwise": is_named_otherwise(format, path),
        "too-short": sum(map(_is_seen, "".join(found.pages).lstrip()[:_SAMPLE])) < _SHORTEST,
    }
    warnings = (*found.warnings, *(code for code, is_met in met.items() if is_met))
    warnings = (*warnings, *(sign for sign in signs_of("".join(found.pages)) if sign not in warnings))
    return Provenance(
        *(os.fspath(path), format, found.encoding, len(data), digest, found.replacements),
        warnings=warnings,
        confidences=found.confidences,
    )


def _is_seen(character: str) -> bool:
    return character.isprintable() and not character.isspace()


def _document(id: str, pages: Sequence[str], provenance: Provenance) -> Document:
    text = "".join(pages)
    lines = tuple(Span(start, end) for start, end in split_lines(text))
    spans, start = [], 0
    for page in pages:
        spans.append(Span(start, start + len(page)))
        start += len(page)
    shown = tuple(spans) if provenance.format in PAGED else ()
    return Document(id=id, text=text, pages=shown, lines=lines, provenance=provenance)
