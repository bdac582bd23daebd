"""The stretches of a report that can hold statements: bodies, without title, headings and lead-ins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from govreport.model import NormalizedText, Outline, Section, Span

_SHORTEST_HEADING = 8


class Zone(NamedTuple):
    """A stretch of the normalized view that no heading interrupts."""

    start: int
    end: int


def find_zones(text: NormalizedText, outline: Outline) -> Iterator[Zone]:
    """Yield the zones in reading order."""
    position = 0
    for start, end in sorted(_excluded(text, outline)):
        if position < start:
            yield Zone(position, start)
        position = max(position, end)
    if position < len(text.text):
        yield Zone(position, len(text.text))


def _excluded(text: NormalizedText, outline: Outline) -> Iterator[Span]:
    if outline.title_span:
        yield text.normalized(outline.title_span)
    for lead in outline.lead_ins:
        yield text.normalized(lead.span)
    # What the view leaves out (a gloss in a word, a page number in a sentence) interrupts nothing.
    left_out = {span for span, _ in text.left_out}
    for aside in outline.asides:
        if aside.span not in left_out:
            yield text.normalized(aside.span)
    for section in outline.sections:
        yield text.normalized(_head(section))


def _head(section: Section) -> Span:
    """Marker and heading; a long heading with nothing below it is all that the item says."""
    if section.heading_span is None:
        return section.marker_span
    says_all = section.body_span.length == 0 and not section.children
    if says_all and len(section.heading) >= _SHORTEST_HEADING:
        return section.marker_span
    return section.heading_span
