"""A line of print with its place on the page."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["ASIDE", "PlacedLine", "PlacedPage", "lead_length"]

# The column of what belongs to no running text.
ASIDE = -1

# Opening marks stay with what follows them, closing ones with what they follow; numbers are not broken, and
# neither are letters from a quotation mark or a narrow comma before them.
_LEAD = re.compile(
    r"[「『“‘（(《〈【〔\[]*(?:[A-Za-z0-9.,%/+\-]+|.)?[」』”’）)》〉】〕\]，。、；：！？,.;:!?%…—]*"
    r"(?:(?<=[”’,.;:])[A-Za-z0-9%/+\-]+[」』”’）)》〉】〕\]，。、；：！？,.;:!?%…—]*)?"
)


def lead_length(text: str) -> int:
    """Return how many characters at the beginning of a line can't be parted.

    >>> [lead_length(text) for text in ("全年", "「四个", "2022年", "（2022—2025年", "期，")]
    [1, 2, 4, 6, 2]
    >>> [lead_length(text) for text in ("妈”12名", "屋,XX乡")]
    [4, 4]
    """
    found = _LEAD.match(text)
    return len(found[0]) if found else 1


class PlacedLine(NamedTuple):
    """Edges in one unit (points or pixels), counted from the upper left corner of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    """The width of a Chinese character."""
    lead: float
    """The width of what can't be parted from the beginning of the line: a character or a whole number."""
    column: int = 0
    sure: float = 1.0
    """How sure the line was recognized, 1 where it was read."""


_LENGTHS = ("left", "right", "top", "bottom", "size", "lead")


class PlacedPage(NamedTuple):
    """The lines of a page in reading order, and its size in the same unit."""

    lines: list[PlacedLine]
    width: float
    height: float

    def scaled(self, factor: float) -> PlacedPage:
        """Return the page in another unit."""
        lines = [
            line._replace(**{name: factor * getattr(line, name) for name in _LENGTHS}) for line in self.lines
        ]
        return PlacedPage(lines, factor * self.width, factor * self.height)
