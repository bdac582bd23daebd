"""Word files (.docx, .docm, .dotx): the text as Word shows it, automatic numbers included.

In goes the bytes of a package, out come its paragraphs and what should be known of them: hidden text that was
left out, tracked changes that were taken as accepted, notes at the end.
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.model import HeadingLine, Span
from govreport.read.docx.body import Body, Heading
from govreport.read.docx.numbering import Numbering
from govreport.read.docx.package import Package

__all__ = ["pictures_of", "read_docx"]


def read_docx(data: bytes, path: str) -> tuple[str, tuple[str, ...], tuple[HeadingLine, ...]]:
    """Return the text, one paragraph a line, warnings as stable codes, and the lines that are headings.

    Raises InputError, with the file's name and what part of it is damaged, where it is no Word file.
    """
    package = Package.open(data, path)
    styles = package.related("styles")
    numbering = Numbering.of(package.related("numbering"), styles)
    body = Body(numbering, (package.related("footnotes"), package.related("endnotes")), styles, package.part)
    lines = list(body.lines(package.main))
    warnings = tuple(sorted(package.warnings | body.warnings))
    return "\n".join(lines) + "\n", warnings, tuple(_headings(lines))


def _headings(lines: list[str]) -> Iterator[HeadingLine]:
    start = 0
    for line in lines:
        if isinstance(line, Heading):
            yield HeadingLine(Span(start, start + len(line)), line.level)
        start += len(line) + 1


def pictures_of(data: bytes, path: str) -> list[bytes]:
    """Return the pictures of a package in the order in which the document shows them."""
    return Package.open(data, path).pictures()
