"""Equal pieces of two strings, from places where they are known to be equal to the passage around them.

>>> pieces("组织妇女干部开展培训", "组织全体妇女干部进行培训")
[Piece(left=0, right=0, length=2), Piece(left=2, right=4, length=4), Piece(left=8, right=10, length=2)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Piece", "beyond", "grown", "pieces"]

# Single equal characters are chance.
_LEAST = 2
# How far beyond a known piece one looks at once.
_WINDOW = 48
# What a differing character costs, where an equal one counts 1.
_COST = 1.0
# What follows must be worth this much, or it is chance.
_START = 1.5
# The same for text that was edited character by character: what differs costs less, but more must be equal.
_EDITED_COST = 0.5
_EDITED_START = 5.0


class Piece(NamedTuple):
    """``length`` characters from ``left`` on in the one string equal those from ``right`` on in the other."""

    left: int
    right: int
    length: int

    def shifted(self, left: int, right: int) -> Piece:
        """Return the same piece of strings that begin earlier."""
        return Piece(self.left + left, self.right + right, self.length)


def pieces(a: str, b: str, least: int = _LEAST) -> list[Piece]:
    """Return the equal pieces of a cheapest alignment, of at least ``least`` characters each."""
    from rapidfuzz.distance import Levenshtein

    if not a or not b:
        return []
    blocks = Levenshtein.opcodes(a, b).as_matching_blocks()
    return [Piece(block.a, block.b, block.size) for block in blocks if block.size >= least]


def grown(a: str, b: str, piece: Piece) -> Piece:
    """Return the longest equal piece around an equal one."""
    left, right, end, other = piece.left, piece.right, piece.left + piece.length, piece.right + piece.length
    while left and right and a[left - 1] == b[right - 1]:
        left, right = left - 1, right - 1
    while end < len(a) and other < len(b) and a[end] == b[other]:
        end, other = end + 1, other + 1
    return Piece(left, right, end - left)


def beyond(a: str, b: str, left: int, right: int, end: int | None = None) -> list[Piece]:
    """Return pieces behind ``left`` and ``right``, as long as equal text outweighs what differs.

    In b one looks no farther than to ``end``.
    """
    found: list[Piece] = []
    last_place = len(b) if end is None else end
    while True:
        one, other = a[left : left + _WINDOW], b[right : min(right + _WINDOW, last_place)]
        more = _worth(pieces(one, other)) or _worth(pieces(one, other, 1), _EDITED_COST, _EDITED_START)
        if not more:
            return found
        found += [piece.shifted(left, right) for piece in more]
        last = found[-1]
        left, right = last.left + last.length, last.right + last.length


def _worth(found: Iterable[Piece], cost: float = _COST, start: float = _START) -> list[Piece]:
    """Return the pieces up to where the balance of equal and differing characters is best."""
    kept: list[Piece] = []
    best, number = start, 0
    for balance, piece in _balances(found, cost):
        kept.append(piece)
        if balance > best:
            best, number = balance, len(kept)
    return kept[:number]


def _balances(found: Iterable[Piece], cost: float) -> Iterator[tuple[float, Piece]]:
    balance, left, right = 0.0, 0, 0
    for piece in found:
        balance += piece.length - cost * max(piece.left - left, piece.right - right)
        left, right = piece.left + piece.length, piece.right + piece.length
        yield balance, piece
