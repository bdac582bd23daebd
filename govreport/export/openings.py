"""How a section without a heading begins, so that an outline tells it from its neighbours."""

from __future__ import annotations

from govreport.export.displayed import displayable, seen
from govreport.model import Section

__all__ = ["opening"]

_LONGEST = 24


def opening(section: Section, text: str) -> str:
    """Return the first words of the body in ``text``, the submitted one; nothing where there is a heading."""
    if section.heading:
        return ""
    start, end = section.body_span.start, section.body_span.end
    words = " ".join(displayable(seen(text[start : min(end, start + 2 * _LONGEST)])).split())
    return words if len(words) <= _LONGEST and end <= start + 2 * _LONGEST else words[:_LONGEST] + "…"
