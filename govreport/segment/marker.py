"""A place that looks like a marker, and what stands before it.

>>> before("组织领导。一、", 5), before("组织领导一、", 4)
('sentence', 'character')
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Marker", "before"]


@dataclass(frozen=True, slots=True)
class Marker:
    """A marker in the normalized text. ``number`` is None for bullets, and 0 for 最后 until it is placed."""

    start: int
    end: int
    number: int | None
    style: str
    rank: int
    inline: bool
    at_line_start: bool
    anchored: bool
    """Whether a line start, a sentence end or white space stands before it."""
    doubtful: bool = False
    """Whether it is believed only where the numbers beside it want it."""
    sure: bool = False
    """Whether the order of the numbers has shown already what it is."""


def before(text: str, position: int) -> str:
    """Return what stands before a place: "line", "sentence", "comma" or "character"."""
    index = position
    while index > 0 and text[index - 1] == " ":
        index -= 1
    if index == 0 or text[index - 1] == "\n":
        return "line"
    if text[index - 1] in "。!?;:”)" or index < position:
        return "sentence"
    return "comma" if text[index - 1] in ",、" else "character"
