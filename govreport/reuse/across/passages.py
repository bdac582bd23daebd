"""From shared shingles to passages: equal pieces that follow one another in both texts, and what joins them.

>>> import numpy as np
>>> a, b = "开场白组织妇女干部集中开展业务培训结束", "前言组织妇女骨干集中开展业务培训完"
>>> found = passages(a, b, np.array([9]), np.array([8]))
>>> [(piece.left, piece.length) for piece in found[0].pieces]
[(3, 4), (9, 8)]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.together import Stretch, together
from govreport.reuse.alike.passage import Passage
from govreport.text.align import Piece, beyond, grown, pieces
from govreport.text.shingles import SHINGLE

__all__ = ["is_interleaved", "passages"]

_WIDEST_GAP = 16
_LARGEST_SHIFT = 14
_OVERLAP = 8
# Passages this near to each other on both sides are one whose sentences were moved.
_MOVED = 12
# Parts of a passage between which sentences were put in: so near in the one text, no farther in the other.
_BESIDE, _PUT_IN = 4, 100
# So many equal characters are a sentence, or the most part of one, and no chance.
_SENTENCE = 18
# So many sentences behind and before a chain are looked at for one that was moved there.
_PARTED = 4
# How far one looks backwards from the first piece.
_REACH = 2000


def passages(
    a: str, b: str, left: NDArray[np.integer[Any]], right: NDArray[np.integer[Any]]
) -> list[Passage]:
    """Return the passages around shared shingles: one begins at ``left[i]`` in a and ``right[i]`` in b."""
    stretches = _apart(_stretches(a, b, left, right))
    long = [piece for piece in stretches if piece.length >= _SENTENCE]
    begins = [piece.right for piece in long]
    chains = [_filled(a, b, chain, *_room(long, begins, chain, len(b))) for chain in _chained(stretches)]
    return [Passage(tuple(chain)) for chain in _with_moved(_disjoint(chains))]


def is_interleaved(passage: Passage, parts: Iterable[Passage]) -> bool:
    """Whether another part stands right beside a passage in one text, and a sentence away in the other."""
    return any(_is_beside(passage, part) for part in parts)


def _is_beside(one: Passage, other: Passage) -> bool:
    """Whether a sentence was put in between, or moved: in whatever order the two come."""
    gaps = [max(a[0] - b[1], b[0] - a[1]) for a, b in zip(one.sides, other.sides, strict=True)]
    return 0 <= min(gaps) <= _BESIDE < max(gaps) <= _PUT_IN


def _stretches(
    a: str, b: str, left: NDArray[np.integer[Any]], right: NDArray[np.integer[Any]]
) -> list[Piece]:
    """Join shingles that overlap, and let each stretch grow as far as the texts agree."""
    shift = right.astype(np.int64) - left
    order = np.lexsort((left, shift))
    left, shift = left[order], shift[order]
    starts = np.flatnonzero(
        (np.diff(shift, prepend=shift[0] - 1) != 0) | (np.diff(left, prepend=-99) > SHINGLE)
    )
    found: dict[Piece, None] = {}
    ends = np.append(starts[1:], len(left)) - 1
    rows = zip(left[starts].tolist(), left[ends].tolist(), shift[starts].tolist(), strict=True)
    for start, last, shifted in rows:
        length = min(last + SHINGLE - start, len(a) - start)
        piece = Piece(start, start + shifted, length)
        if piece.right >= 0 and a[start : start + length] == b[piece.right : piece.right + length]:
            found[grown(a, b, piece)] = None
    return list(found)


def _apart(stretches: list[Piece]) -> list[Piece]:
    """Each place of the later text belongs to its longest stretch; shorter ones lose what they share."""
    taken: list[Piece] = []
    owned = np.zeros(max((p.right + p.length for p in stretches), default=0), dtype=bool)
    for piece in sorted(stretches, key=lambda piece: (-piece.length, piece.right, piece.left)):
        free = np.flatnonzero(~owned[piece.right : piece.right + piece.length])
        if len(free) < SHINGLE // 2:
            continue
        start, length = int(free[0]), int(free[-1] - free[0]) + 1
        taken.append(Piece(piece.left + start, piece.right + start, length))
        owned[piece.right : piece.right + piece.length] = True
    return sorted(taken, key=lambda piece: piece.right)


def _chained(stretches: Iterable[Piece]) -> list[list[Piece]]:
    """Put stretches in a row that follow one another on both sides."""
    chains: list[list[Piece]] = []
    for piece in stretches:
        home = next((chain for chain in reversed(chains[-8:]) if _follows(chain[-1], piece)), None)
        if home is None:
            chains.append([piece])
        else:
            home.append(piece)
    return chains


def _follows(last: Piece, piece: Piece) -> bool:
    left = piece.left - last.left - last.length
    right = piece.right - last.right - last.length
    return (
        min(left, right) >= -_OVERLAP
        and max(left, right) <= _WIDEST_GAP
        and abs(left - right) <= _LARGEST_SHIFT
        and piece.left > last.left
    )


def _room(long: Sequence[Piece], begins: Sequence[int], chain: Sequence[Piece], size: int) -> tuple[int, int]:
    """Return from where to where a chain may reach in the later text: to a sentence that was moved there.

    One that goes on where the chain ends in the earlier text as well was parted from it, and not moved.
    """
    low, high = 0, size
    last = chain[-1]
    behind = bisect_right(begins, last.right)
    for piece in long[behind : behind + _PARTED]:
        if not 0 <= piece.left - last.left - last.length + _OVERLAP <= _PUT_IN:
            high = piece.right
            break
        last = piece
    first = chain[0]
    before = bisect_left(begins, first.right)
    for piece in reversed(long[max(before - _PARTED, 0) : before]):
        if not 0 <= first.left - piece.left - piece.length + _OVERLAP <= _PUT_IN:
            low = piece.right + piece.length
            break
        first = piece
    return low, high


def _filled(a: str, b: str, chain: list[Piece], low: int, high: int) -> list[Piece]:
    """Add the short equal pieces between the stretches of a chain and beyond its ends.

    Beyond these one looks in the later text from ``low`` to ``high``.
    """
    found = chain[:1]
    for piece in chain[1:]:
        last = found[-1]
        end, other = last.left + last.length, last.right + last.length
        shared = max(end - piece.left, other - piece.right, 0)
        if shared >= piece.length:
            continue
        piece = Piece(piece.left + shared, piece.right + shared, piece.length - shared)
        found += [p.shifted(end, other) for p in pieces(a[end : piece.left], b[other : piece.right])]
        found.append(piece)
    return (
        _before(a, b, found[0], low)
        + found
        + beyond(a, b, found[-1].left + found[-1].length, found[-1].right + found[-1].length, high)
    )


def _before(a: str, b: str, first: Piece, low: int) -> list[Piece]:
    """Look backwards from the first piece: the same as forwards in the mirrored texts."""
    head, other = (
        a[max(0, first.left - _REACH) : first.left][::-1],
        b[max(low, first.right - _REACH) : first.right][::-1],
    )
    mirrored = beyond(head, other, 0, 0)
    return [
        Piece(first.left - p.left - p.length, first.right - p.right - p.length, p.length)
        for p in mirrored[::-1]
    ]


def _disjoint(chains: list[list[Piece]]) -> list[list[Piece]]:
    """Chains that grew into one another: the later one loses the pieces that the earlier has."""
    found: list[list[Piece]] = []
    end = -1
    for chain in sorted(chains, key=lambda chain: chain[0].right):
        kept = [piece for piece in chain if piece.right >= end]
        if kept:
            found.append(kept)
            end = kept[-1].right + kept[-1].length
    return found


def _with_moved(chains: list[list[Piece]]) -> list[list[Piece]]:
    """Join chains that are neighbours in both texts, in whatever order: their sentences were moved."""
    reaches = [Stretch(*Passage(tuple(chain)).sides) for chain in chains]
    return [[piece for number in those for piece in chains[number]] for those in together(reaches, _MOVED)]
