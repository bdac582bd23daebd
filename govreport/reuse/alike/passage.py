"""A passage that stands in two texts, in pieces that are equal in both."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from govreport.text.align import Piece

__all__ = ["Passage"]


@dataclass(frozen=True, slots=True)
class Passage:
    """Equal pieces of two keys, in the order of the later text; between them the texts differ."""

    pieces: tuple[Piece, ...]

    @property
    def left(self) -> tuple[int, int]:
        """From where to where it reaches in the key of the earlier text."""
        return min(p.left for p in self.pieces), max(p.left + p.length for p in self.pieces)

    @property
    def right(self) -> tuple[int, int]:
        """From where to where it reaches in the key of the later text."""
        return self.pieces[0].right, max(p.right + p.length for p in self.pieces)

    @property
    def sides(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """From where to where it reaches in both."""
        return self.left, self.right

    @property
    def size(self) -> int:
        """How many characters are equal."""
        return sum(piece.length for piece in self.pieces)

    @property
    def jumps(self) -> list[bool]:
        """Whether behind each piece but the last another one comes next in the earlier text."""
        order = sorted(range(len(self.pieces)), key=lambda number: self.pieces[number].left)
        ranks = [0] * len(order)
        for rank, number in enumerate(order):
            ranks[number] = rank
        return [other != one + 1 for one, other in pairwise(ranks)]
