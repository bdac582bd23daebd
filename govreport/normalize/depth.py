"""Outline levels deeper than any report has: they count as the deepest that is looked at, and that is told.

>>> from dataclasses import replace
>>> from govreport.model import HeadingLine, Span
>>> from govreport.read import from_text
>>> document = replace(from_text("一、抓培训"), headings=(HeadingLine(Span(0, 5), 5000),))
>>> bounded = within_depth(document)
>>> bounded.headings[0].level, bounded.provenance.warnings
(100, ('deep-nesting',))
"""

from __future__ import annotations

from dataclasses import replace

from govreport.model import Document

__all__ = ["DEEPEST", "within_depth"]

# Word knows nine levels, and a text numbers with two dozen styles. Time grows with the square of levels.
DEEPEST = 100


def within_depth(document: Document) -> Document:
    """Return the document with no heading deeper than the bound, with a warning where one was."""
    if all(heading.level <= DEEPEST for heading in document.headings):
        return document
    bounded = tuple(one._replace(level=min(one.level, DEEPEST)) for one in document.headings)
    return replace(document, headings=bounded).warned("deep-nesting")
