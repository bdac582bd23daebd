"""From a file, or a text at hand, to a Document.

>>> from_text("一、加强领导").lines
(Span(start=0, end=6),)
"""

from __future__ import annotations

import os
from pathlib import Path

from govreport.errors import InputError
from govreport.model import Document, Provenance, Span
from govreport.read.encodings import decode
from govreport.read.files import read_bytes
from govreport.read.lines import split_lines

__all__ = ["from_text", "read"]

SUFFIXES = (".txt",)


def read(path: str | os.PathLike[str]) -> Document:
    """Read one file; its id is its name.

    Raises InputError with the file's name where it is missing, empty, binary or of an unknown format.
    """
    data = read_bytes(Path(path), SUFFIXES)
    text, encoding, replacements = decode(data, path)
    if not text.strip():
        raise InputError("empty-file", "holds no text", path=path, hint="check how it was exported")
    provenance = _provenance(path, data, encoding, replacements)
    return _document(Path(path).name, text, provenance)


def from_text(text: str, *, id: str = "text") -> Document:
    """Return a Document of a text that is already at hand; a leading BOM is removed."""
    if not isinstance(text, str):
        kind = type(text).__name__
        raise InputError(
            "not-text", f"from_text was given {kind}, wanted str", hint="decode it or use read(path)"
        )
    return _document(
        id, text.removeprefix("\ufeff"), Provenance(size=len(text.encode("utf-8", "surrogatepass")))
    )


def _provenance(path: str | os.PathLike[str], data: bytes, encoding: str, replacements: int) -> Provenance:
    import hashlib

    digest = hashlib.sha256(data).hexdigest()
    return Provenance(os.fspath(path), "txt", encoding, len(data), digest, replacements)


def _document(id: str, text: str, provenance: Provenance) -> Document:
    lines = tuple(Span(start, end) for start, end in split_lines(text))
    return Document(id=id, text=text, pages=(), lines=lines, provenance=provenance)
