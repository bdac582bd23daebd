"""The lines that a Word file itself calls headings: by their style or by their outline level.

In go the spans that the reader kept, out comes for each place where such a line begins how far it runs and
which level it has. A whole paragraph that was given a heading's style by mistake is none.

>>> from dataclasses import replace
>>> from govreport.model import HeadingLine, Span
>>> from govreport.normalize import normalize
>>> from govreport.read import from_text
>>> document = replace(from_text("一、抓培训"), headings=(HeadingLine(Span(0, 5), 1),))
>>> outlined_lines(normalize(document))
{0: OutlinedLine(end=5, level=1)}
"""

from __future__ import annotations

from typing import NamedTuple

from govreport.model import NormalizedText
from govreport.segment.lines import next_content, strip_end

__all__ = ["OutlinedLine", "outlined_lines"]

_LONGEST = 80


class OutlinedLine(NamedTuple):
    """Where a heading's line ends in the normalized view, and its level from 1."""

    end: int
    level: int


def outlined_lines(text: NormalizedText) -> dict[int, OutlinedLine]:
    """Return the headings by where their first character stands in the normalized view."""
    found: dict[int, OutlinedLine] = {}
    for heading in text.document.headings:
        span = text.normalized(heading.span)
        start, end = next_content(text.text, span.start), strip_end(text.text, span.start, span.end)
        if 0 < end - start <= _LONGEST and "。" not in text.text[start : end - 1]:
            found[start] = OutlinedLine(end, heading.level)
    return found
