"""Word files (.docx, .docm, .dotx): the text as Word shows it, automatic numbers included.

In goes the bytes of a package, out come its paragraphs and what should be known of them: hidden text that was
left out, tracked changes that were taken as accepted, notes at the end.
"""

from __future__ import annotations

from govreport.read.docx.body import Body
from govreport.read.docx.numbering import Numbering
from govreport.read.docx.package import Package

__all__ = ["read_docx"]


def read_docx(data: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """Return the text, one paragraph a line, and warnings as stable codes.

    Raises InputError, with the file's name and what part of it is damaged, where it is no Word file.
    """
    package = Package.open(data, path)
    numbering = Numbering.of(package.related("numbering"), package.related("styles"))
    body = Body(numbering, package.related("footnotes"))
    lines = list(body.lines(package.main))
    return "\n".join(lines) + "\n", tuple(sorted(package.warnings | body.warnings))
