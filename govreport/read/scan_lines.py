"""What was recognized on a scanned page, piece by piece, to its lines; a page that slants is set level.

>>> places = {"乙": (50, 0), "甲": (0, 2), "丙": (0, 12)}
>>> box = lambda x, y: [(x, y), (x + 9, y), (x + 9, y + 9), (x, y + 9)]
>>> rows = rows_of([Piece(box(*place), text, 1) for text, place in places.items()])
>>> ["".join(piece.text for piece in row) for row in rows]
['甲乙', '丙']
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from govreport.read.layout import PlacedLine, lead_length
from govreport.read.line_starts import Box

__all__ = ["Piece", "placed", "rows_of"]

# Boxes that overlap by this share of the lower one's height stand in the same line.
_OVERLAP = 0.5
# In characters: what gap parts cells. A piece of so many tells how far the page slants.
_CELL = 1.8
_LONG = 8


class Piece(NamedTuple):
    """A box of four corners, clockwise from the upper left, and what stands in it."""

    box: Box
    text: str
    score: float
    slant: float = 0.0
    """How far the lines of the page fall, per pixel to the right."""

    @property
    def slope(self) -> float:
        """How far its upper edge falls, per pixel to the right."""
        (x, y), (right, upper) = self.box[0], self.box[1]
        return (upper - y) / max(1.0, right - x)

    @property
    def top(self) -> float:
        """Where its upper edge lies on the level page."""
        return self._down((self.box[0], self.box[1]))

    @property
    def bottom(self) -> float:
        """Where its lower edge lies on the level page."""
        return self._down((self.box[2], self.box[3]))

    @property
    def left(self) -> float:
        """Where its left edge lies on the level page."""
        return self._along((self.box[0], self.box[3]))

    @property
    def right(self) -> float:
        """Where its right edge lies on the level page."""
        return self._along((self.box[1], self.box[2]))

    @property
    def size(self) -> float:
        """The width of a Chinese character, by how many stand in the box."""
        width = sum(
            1.0 if unicodedata.east_asian_width(character) in "WF" else 0.5 for character in self.text
        )
        return (self.right - self.left) / max(width, 1.0)

    def _down(self, corners: Iterable[Sequence[float]]) -> float:
        return sum(y - self.slant * x for x, y in corners) / 2

    def _along(self, corners: Iterable[Sequence[float]]) -> float:
        return sum(x + self.slant * y for x, y in corners) / 2


def rows_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces line by line, each from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(
        (piece for piece in _level(pieces) if piece.text), key=lambda one: one.top + one.bottom
    ):
        if rows and _same_row(rows[-1][-1], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _same_row(one: Piece, other: Piece) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _OVERLAP * min(one.bottom - one.top, other.bottom - other.top)


def placed(row: Sequence[Piece]) -> PlacedLine:
    """Join the pieces of a line; wide gaps part the cells of a table."""
    text = row[0].text
    for one, after in pairwise(row):
        text += ("\t" if after.left - one.right > _CELL * one.size else "") + after.text
    size = median(piece.size for piece in row)
    lead = size * min(len(row[0].text), lead_length(row[0].text))
    edges = row[0].left, row[-1].right, min(one.top for one in row), max(one.bottom for one in row)
    return PlacedLine(text, *edges, size, lead, sure=round(min(piece.score for piece in row), 3))


def _level(pieces: Sequence[Piece]) -> list[Piece]:
    """Tell each piece how far the page slants, so that its places are those on a page that is level."""
    wide = [one for one in pieces if len(one.text) >= _LONG]
    slope = median(one.slope for one in wide) if wide else 0.0
    return [one._replace(slant=slope) for one in pieces]
