"""Passages that say the same in other words: no eight characters in a row are equal, but the rare ones recur.

Sentences are compared by the pairs of characters that they share, in whatever order, each weighed by how few
submitters use it; set phrases count nothing. Two rare runs of four characters lead to the sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from govreport.reuse.across.candidates import Candidate
from govreport.reuse.across.telling import Telling
from govreport.text.align import Piece
from govreport.text.characters import ends_sentence
from govreport.text.common import common_shingles
from govreport.text.keys import Key
from govreport.text.shingles import shingle_hashes

__all__ = ["ANCHOR", "Reworded", "Sentences", "anchors_that_tell", "reworded"]

# How many characters lead from one passage to the other.
ANCHOR = 4
_LONGEST = 4
_LEAST_PIECE = 2
# An anchor that more submissions than these share leads nowhere.
_FEW = 4
_SHORTEST = 28
# From what share of the weight of both sides on two passages say the same, and how much that must weigh,
# for one unit and for two: units that did the same use the same words for it, and so does one over years.
_LEAST_SHARE = {True: 0.2, False: 0.19}
_LEAST_WEIGHT = {True: 42.0, False: 56.0}
# Below this a character belongs to a set phrase.
_TELLING = 0.4


@dataclass(frozen=True)
class Sentences:
    """A submission cut into sentences; ``borders`` are offsets in its key, from 0 to its length."""

    text: str
    key: Key
    telling: Telling

    @cached_property
    def borders(self) -> list[int]:
        """Where sentences begin in the key, and its length."""
        marks = [i + 1 for i, c in enumerate(self.text) if ends_sentence(c)]
        places = np.searchsorted(self.key.positions, marks)
        return sorted({0, len(self.key), *places.tolist()})

    @cached_property
    def pairs(self) -> NDArray[np.uint64]:
        """The hash of each pair of characters; 0 where it belongs to a set phrase."""
        found = shingle_hashes(self.key.codes, 2)
        telling = self.telling.characters(self.key, 0, len(self.key)) >= _TELLING
        return np.where(telling[:-1] & telling[1:], found, np.uint64(0))

    def sentence(self, place: int) -> int:
        """Return the number of the sentence that a place of the key lies in."""
        return int(np.searchsorted(self.borders, place, side="right")) - 1

    @cached_property
    def pair_weights(self) -> NDArray[np.float64]:
        """How much each pair of characters tells: the fewer submitters use it, the more."""
        return common_shingles().rarity(self.pairs)

    @cached_property
    def known(self) -> dict[tuple[int, int], dict[int, float]]:
        """The weights that have been asked for."""
        return {}

    def weights(self, first: int, last: int) -> dict[int, float]:
        """Return the weight of each pair of characters of the sentences from ``first`` to ``last``."""
        found = self.known.get((first, last))
        if found is None:
            part = slice(self.borders[first], self.borders[last + 1])
            found = dict(zip(self.pairs[part].tolist(), self.pair_weights[part].tolist(), strict=True))
            found.pop(0, None)
            self.known[first, last] = found
        return found


@dataclass(frozen=True, slots=True)
class Reworded:
    """From where to where a reworded passage reaches in both keys, and what stands in both of its texts."""

    left: tuple[int, int]
    right: tuple[int, int]
    pieces: tuple[Piece, ...]


def reworded(a: Sentences, b: Sentences, candidate: Candidate, same_unit: bool) -> Iterator[Reworded]:
    """Yield the passages of which one is the other in new words, each once."""
    taken: set[int] = set()
    for one, other in _neighbours(a, b, candidate):
        window = None if other in taken else _best(a, b, one, other, same_unit)
        if window is None:
            continue
        (first, last), (start, end) = window
        if taken.isdisjoint(range(start, end + 1)):
            taken |= set(range(start, end + 1))
            left, right = (a.borders[first], a.borders[last + 1]), (b.borders[start], b.borders[end + 1])
            found = _pieces(a.key.text[slice(*left)], b.key.text[slice(*right)])
            if found:
                yield Reworded(left, right, tuple(piece.shifted(left[0], right[0]) for piece in found))


def _neighbours(a: Sentences, b: Sentences, candidate: Candidate) -> list[tuple[int, int]]:
    """Return the pairs of sentences that share anchors, those that share most first."""
    places = zip(candidate.left.tolist(), candidate.right.tolist(), strict=True)
    shared = Counter((a.sentence(left), b.sentence(right)) for left, right in places)
    return sorted(shared, key=lambda pair: (-shared[pair], pair))


Window = tuple[tuple[int, int], tuple[int, int]]


def _best(a: Sentences, b: Sentences, one: int, other: int, same_unit: bool) -> Window | None:
    """Return the sentences around two that share an anchor which have most in common for their length."""
    window: Window = (one, one), (other, other)
    score = _score(a, b, window)
    while True:
        grown = [(_score(a, b, other), other) for other in _wider(a, b, window)]
        best = max(grown, default=(0.0, window))
        if best[0] <= score:
            break
        score, window = best
    if score < _LEAST_SHARE[same_unit] or _shared(a, b, window) < _LEAST_WEIGHT[same_unit]:
        return None
    sizes = [s.borders[last + 1] - s.borders[first] for s, (first, last) in zip((a, b), window, strict=True)]
    return window if min(sizes) >= _SHORTEST else None


def _wider(a: Sentences, b: Sentences, window: Window) -> Iterator[Window]:
    (first, last), (start, end) = window
    if last - first + 1 < _LONGEST:
        if first:
            yield (first - 1, last), (start, end)
        if last + 2 < len(a.borders):
            yield (first, last + 1), (start, end)
    if end - start + 1 < _LONGEST:
        if start:
            yield (first, last), (start - 1, end)
        if end + 2 < len(b.borders):
            yield (first, last), (start, end + 1)


def _score(a: Sentences, b: Sentences, window: Window) -> float:
    """Return the shared weight over that of both sides together."""
    one, other = a.weights(*window[0]), b.weights(*window[1])
    shared = _shared(a, b, window)
    whole = sum(one.values()) + sum(other.values()) - shared
    return shared / whole if whole else 0.0


def _shared(a: Sentences, b: Sentences, window: Window) -> float:
    one, other = a.weights(*window[0]), b.weights(*window[1])
    return sum(one[pair] for pair in one.keys() & other.keys())


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


def anchors_that_tell(hashes: NDArray[np.uint64], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return 1 for the anchors that few use, in the batch and at large, 0 for the others."""
    telling = (sizes <= _FEW) & (common_shingles().count(hashes) == 0)
    weights: NDArray[np.float64] = telling.astype(np.float64)
    return weights
