"""A half-open range of code points.

>>> span = Span(2, 4)
>>> span.of("甲乙丙丁戊"), span == (2, 4), span.length
('丙丁', True, 2)
"""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """``[start, end)`` in code points of ``document.text``, unless a name says ``normalized``."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many code points it covers."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the quote: the characters of ``text`` that the span covers."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this span (or is equal to it)."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: Span) -> int:
        """How many code points both spans cover."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))

    def shifted(self, by: int) -> Span:
        """Return the same range ``by`` code points later."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, start: int, end: int) -> Span:
    """Return ``[start, end)`` without white space at its ends; empty spans collapse onto ``start``.

    >>> trimmed(" 甲 ", 0, 3)
    Span(start=1, end=2)
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
