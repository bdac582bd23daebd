"""Where a passage is cut: at sentences that only one text has, and at scraps of another line.

What comes out are passages of one kind as far as may be: an exact copy beside one with other figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govreport.reuse.across.texts import Text
from govreport.reuse.alike.passage import Passage
from govreport.text.align import Piece
from govreport.text.characters import SENTENCE_END, fold

__all__ = ["cut"]

# So few equal characters in another line are chance.
_SCRAP = 12
_ENDS = (*SENTENCE_END, ":")
# From this many characters on a part of a passage is a passage of its own.
_PART = 24


def cut(left: Text, right: Text, passage: Passage) -> Iterator[Passage]:
    """Yield the parts of a passage."""
    part: list[Piece] = []
    kept = Passage(tuple(_without_scraps(left, right, list(passage.pieces))))
    for piece, is_moved in zip(kept.pieces, (True, *kept.jumps), strict=True):
        if part and _is_parted(left, right, part[-1], piece, is_moved) and _size(part) >= _PART:
            yield Passage(tuple(part))
            part = []
        part.append(piece)
    if part:
        yield Passage(tuple(part))


def _size(pieces: list[Piece]) -> int:
    return sum(piece.length for piece in pieces)


def _is_parted(left: Text, right: Text, one: Piece, other: Piece, is_moved: bool) -> bool:
    """Whether a whole sentence stands between two pieces, on one side at least.

    On the left other pieces of the passage stand between two of which one was moved.
    """
    gaps = _between(left, right, one, other)[is_moved:]
    return any(sum(fold(c) in tuple(SENTENCE_END) for c in gap) > 1 for gap in gaps)


def _without_scraps(left: Text, right: Text, pieces: list[Piece]) -> list[Piece]:
    """Leave out a few equal characters at the ends that another line holds: a title, the next heading."""
    first: int | None = 0
    while first is not None:
        pieces = _split_at_lines(left, right, pieces[first:])
        few = _few(pieces)
        first = next((n for n in few if _ends_line(left, right, pieces[n - 1], pieces[n])), None)
    few = _few(pieces[::-1])
    last = next((n for n in few if _ends_line(left, right, pieces[-n - 1], pieces[-n])), 0)
    return pieces[: len(pieces) - last]


def _few(pieces: list[Piece]) -> Iterator[int]:
    """Yield the numbers of pieces from the first on that together are a scrap, and not all."""
    size = 0
    for number, piece in enumerate(pieces[:-1], 1):
        size += piece.length
        if size >= _SCRAP:
            return
        yield number


def _split_at_lines(left: Text, right: Text, pieces: list[Piece]) -> list[Piece]:
    """Split the first and the last piece where a line ends near the end of the passage."""
    found = list(pieces)
    for place in dict.fromkeys((len(found) - 1, 0)):
        piece = found[place]
        reach = range(1, piece.length)
        if not _has_line(left, right, piece):
            continue
        near = [n for n in reach if min(n, piece.length - n) < _SCRAP and _line_at(left, right, piece, n)]
        borders = [0, *near, piece.length]
        found[place : place + 1] = [
            Piece(piece.left + a, piece.right + a, b - a) for a, b in pairwise(borders)
        ]
    return found


def _has_line(left: Text, right: Text, piece: Piece) -> bool:
    """Whether a line ends within a piece in either text."""
    one = left.raw(piece.left, piece.left + piece.length)
    other = right.raw(piece.right, piece.right + piece.length)
    return "\n" in one.of(left.text) or "\n" in other.of(right.text)


def _line_at(left: Text, right: Text, piece: Piece, inside: int) -> bool:
    """Whether a sentence and a line end on either side before the character at ``inside``."""
    at = piece.left + inside, piece.right + inside
    gaps = [text.between(place, place) for text, place in zip((left, right), at, strict=True)]
    return any("\n" in gap and any(fold(c) in _ENDS for c in gap) for gap in gaps)


def _ends_line(left: Text, right: Text, one: Piece, other: Piece) -> bool:
    """Whether the texts differ between two pieces and a line ends there, or a sentence in both."""
    gaps = _between(left, right, one, other)
    differ = any(character.isalnum() for gap in gaps for character in gap)
    return gaps[0] != gaps[1] and (
        any("\n" in gap for gap in gaps)
        or (differ and all(any(fold(character) in _ENDS for character in gap) for gap in gaps))
    )


def _between(left: Text, right: Text, one: Piece, other: Piece) -> tuple[str, str]:
    return (
        left.between(one.left + one.length, other.left),
        right.between(one.right + one.length, other.right),
    )
