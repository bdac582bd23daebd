"""Passages that say the same in other words: no eight characters in a row are equal, but the rare ones recur.

Sentences are compared by the pairs of characters that they share, in whatever order, each weighed by how few
submitters use it; set phrases count nothing. Two rare runs of four characters lead to the sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.alike.candidate import Candidate
from govreport.reuse.alike.sentences import Sentences
from govreport.text.align import Piece
from govreport.text.keys import Key

__all__ = ["Reworded", "is_promising", "reworded"]

# So many pairs of characters must be shared so near to the anchors; a figure counts as some.
_PAIRS, _AROUND, _OF_FIGURE = 20, 60, 4
# So many characters are equal where an anchor is none.
_FOLLOWING = 4
_LONGEST = 4
_LEAST_PIECE = 2
_SHORTEST = 28
# A passage full of figures has fewer characters that count: down to so many, where so much more is shared.
_FEW, _MOST_SHARED = 20, 0.4
# From what share of the weight of both sides on two passages say the same, and how much that must weigh.
_LEAST_SHARE = 0.12
_LEAST_WEIGHT = 60.0
# Who rewords a passage keeps words all along it; two that speak of one thing have its name in common, or a
# phrase. So many equal pieces there are for a character; with fewer, what is shared weighs less. Who leaves
# out clauses and keeps the others keeps long pieces: beyond so many characters one counts as several.
_PIECES = 0.17
_PIECE = 7
# From what share on more sentences are worth taking in.
_PRICE = 0.1


@dataclass(frozen=True, slots=True)
class Reworded:
    """From where to where a reworded passage reaches in both keys, and what stands in both of its texts.

    ``share`` is how much of the weight of both sides is shared, ``weight`` how much that is, the less the
    more it is a word or two; ``rarity`` is the weight of a shared pair of characters, or figure, in the mean.
    """

    left: tuple[int, int]
    right: tuple[int, int]
    pieces: tuple[Piece, ...]
    share: float
    weight: float
    rarity: float


def is_promising(a: Key, b: Key, candidate: Candidate) -> bool:
    """Whether enough pairs of characters around the anchors are shared to look closer."""
    one, other = _around(a, candidate.left), _around(b, candidate.right)
    return len(np.intersect1d(one, other)) + _OF_FIGURE * _figures(a, b, candidate) >= _PAIRS


def _figures(a: Key, b: Key, candidate: Candidate) -> int:
    """Return how many anchors are figures: the characters of the key that follow them are others."""
    following = np.arange(_FOLLOWING)
    one, other = (
        key.codes.take(places[:, np.newaxis] + following, mode="clip")
        for key, places in ((a, candidate.left), (b, candidate.right))
    )
    return len(np.unique(candidate.left[np.any(one != other, axis=1)]))


def _around(key: Key, places: NDArray[np.int32]) -> NDArray[np.uint64]:
    near = np.zeros(len(key), dtype=bool)
    for place in np.unique(places // _AROUND).tolist():
        near[max(place - 1, 0) * _AROUND : (place + 2) * _AROUND] = True
    codes = key.codes.astype(np.uint64)
    return np.unique((codes[:-1] << np.uint64(32) | codes[1:])[near[:-1]])


def reworded(a: Sentences, b: Sentences, candidate: Candidate) -> Iterator[Reworded]:
    """Yield the passages of which one is the other in new words, each once."""
    taken: set[int] = set()
    for one, other in _neighbours(a, b, candidate):
        window = None if other in taken else _best(a, b, one, other)
        if window is None:
            continue
        (first, last), (start, end) = window
        if taken.isdisjoint(range(start, end + 1)):
            left, right = (a.borders[first], a.borders[last + 1]), (b.borders[start], b.borders[end + 1])
            found = _pieces(a.key.text[slice(*left)], b.key.text[slice(*right)])
            pieces = tuple(piece.shifted(left[0], right[0]) for piece in found)
            weight = _spread(a, pieces, left, right) * _shared(a, b, window)
            if weight >= _LEAST_WEIGHT:
                taken |= set(range(start, end + 1))
                yield Reworded(left, right, pieces, _score(a, b, window), weight, _rarity(a, b, window))


def _spread(a: Sentences, found: Sequence[Piece], left: tuple[int, int], right: tuple[int, int]) -> float:
    """Return from 0 to 1 how far equal pieces stand all along both passages."""
    length = (left[1] - left[0] + right[1] - right[0]) / 2
    return min(1.0, sum(_count(a, piece) for piece in found) / (_PIECES * length))


def _count(a: Sentences, piece: Piece) -> float:
    """Return as how many a piece counts: the longer, the more, as far as it is no set phrase."""
    if piece.length <= _PIECE:
        return 1.0
    telling = a.telling.characters(a.key, piece.left, piece.left + piece.length)
    return max(1.0, float(telling.sum()) / _PIECE)


def _neighbours(a: Sentences, b: Sentences, candidate: Candidate) -> list[tuple[int, int]]:
    """Return the pairs of sentences that share anchors, those that share most first."""
    places = zip(candidate.left.tolist(), candidate.right.tolist(), strict=True)
    shared = Counter((a.sentence(left), b.sentence(right)) for left, right in places)
    return sorted(shared, key=lambda pair: (-shared[pair], pair))


Window = tuple[tuple[int, int], tuple[int, int]]


def _best(a: Sentences, b: Sentences, one: int, other: int) -> Window | None:
    """Return the sentences around two that share an anchor which have most in common."""
    window: Window = (one, one), (other, other)
    worth = _worth(a, b, window)
    while True:
        grown = [(_worth(a, b, other), other) for other in _wider(a, b, window) if _is_apart(a, b, other)]
        best = max(grown, default=(0.0, window))
        if best[0] <= worth:
            break
        worth, window = best
    share = _score(a, b, window)
    if share < _LEAST_SHARE or _shared(a, b, window) < _LEAST_WEIGHT:
        return None
    sizes = [s.borders[last + 1] - s.borders[first] for s, (first, last) in zip((a, b), window, strict=True)]
    return window if min(sizes) >= (_FEW if share >= _MOST_SHARED else _SHORTEST) else None


def _wider(a: Sentences, b: Sentences, window: Window) -> Iterator[Window]:
    """Yield the windows with one more sentence, or one more on either side, in whatever order."""
    lefts, rights = _one_more(a, *window[0]), _one_more(b, *window[1])
    yield from ((left, window[1]) for left in lefts)
    yield from ((window[0], right) for right in rights)
    yield from ((left, right) for left in lefts for right in rights)


def _is_apart(a: Sentences, b: Sentences, window: Window) -> bool:
    """Whether the windows lie apart where both are of one text."""
    return a is not b or window[0][1] < window[1][0]


def _one_more(sentences: Sentences, first: int, last: int) -> list[tuple[int, int]]:
    if last - first + 1 >= _LONGEST:
        return []
    before = [(first - 1, last)] if first else []
    return before + ([(first, last + 1)] if last + 2 < len(sentences.borders) else [])


def _worth(a: Sentences, b: Sentences, window: Window) -> float:
    """Return the shared weight less what all of both texts must share to be worth it."""
    return (1 + _PRICE) * _shared(a, b, window) - _PRICE * _both(a, b, window)


def _score(a: Sentences, b: Sentences, window: Window) -> float:
    """Return the shared weight over that of both sides together."""
    shared = _shared(a, b, window)
    whole = _both(a, b, window) - shared
    return shared / whole if whole else 0.0


def _both(a: Sentences, b: Sentences, window: Window) -> float:
    return a.weights(*window[0])[1] + b.weights(*window[1])[1]


def _rarity(a: Sentences, b: Sentences, window: Window) -> float:
    number = len(a.weights(*window[0])[0].keys() & b.weights(*window[1])[0].keys())
    return _shared(a, b, window) / max(number, 1)


def _shared(a: Sentences, b: Sentences, window: Window) -> float:
    one, other = a.weights(*window[0])[0], b.weights(*window[1])[0]
    return sum(map(one.__getitem__, one.keys() & other.keys()))


def _pieces(one: str, other: str) -> list[Piece]:
    """Return what stands in both texts, in whatever order: the longest equal pieces first."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, one, other, autojunk=False)
    found = [Piece(*block) for block in matcher.get_matching_blocks() if block.size >= _LEAST_PIECE]
    return sorted(found + _moved(one, other, found), key=lambda piece: piece.right)


def _moved(one: str, other: str, found: list[Piece]) -> list[Piece]:
    """Return equal pieces among what the order left over: of words that changed places."""
    taken = {i for piece in found for i in range(piece.left, piece.left + piece.length)}
    used = {i for piece in found for i in range(piece.right, piece.right + piece.length)}
    places: dict[str, int] = {}
    for i in range(len(one) - 1):
        if i not in taken and i + 1 not in taken:
            places.setdefault(one[i : i + 2], i)
    moved: list[Piece] = []
    for j in range(len(other) - 1):
        i = places.get(other[j : j + 2], -1)
        if i < 0 or j in used or j + 1 in used:
            continue
        last = moved[-1] if moved else None
        if last and last.left + last.length - 1 == i and last.right + last.length - 1 == j:
            moved[-1] = Piece(last.left, last.right, last.length + 1)
        elif not last or last.right + last.length <= j:
            moved.append(Piece(i, j, 2))
    return moved
