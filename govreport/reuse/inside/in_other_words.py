"""Passages of a report that say again in other words what stands before: each figure recurs, and most words.

A plan repeats the names of projects with their figures, a summary some figures of what it sums up; who
pastes a passage and rewords it keeps all of them.

>>> one = "街道设立“老大姐说事屋”，每周三由退休女法官坐堂，全年接待来访53件次，调处纠纷38起，劝和31起。"
>>> other = "社区开办“老大姐说事屋”，请退休女法官逢星期三值守，一年接访53件次，化解38起，31起言归于好。"
>>> [pair[:2] == (Span(0, 49), Span(50, 98)) for pair in in_other_words(one + other)]
[True]
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from govreport.model import Span
from govreport.reuse.alike.candidate import Candidate
from govreport.reuse.alike.figures import figures
from govreport.reuse.alike.reworded import Reworded, reworded
from govreport.reuse.alike.sentences import Sentences
from govreport.reuse.alike.telling import Telling
from govreport.text.keys import Key, comparison_key

__all__ = ["in_other_words"]

# So many figures of two digits or more must recur.
_FIGURES = 2
# And so much of the weight of both passages: in a report everything is about one place and one year.
_LEAST_SHARE = 0.25
# A sentence is compared with three more before or behind it: texts without marks are left alone.
_NEIGHBOURS, _LONGEST = 3, 4000
# What is written three times is the report's subject and leads nowhere.
_TWICE = 2


def in_other_words(text: str) -> Iterator[tuple[Span, Span, float]]:
    """Yield the raw spans of a passage and of its rewording, and the share of equal characters."""
    places = defaultdict(list)
    known = figures([text])
    for value, place in zip(known.hashes.tolist(), known.place.tolist(), strict=True):
        places[value].append(place)
    pairs = sorted((those[0], those[1]) for those in places.values() if len(those) == _TWICE)
    if len(pairs) < _FIGURES:
        return
    key = comparison_key(text)
    sentences = Sentences(text, key, Telling([(np.empty(0, np.uint64), np.empty(0, np.float32))], 1))
    pairs = [(a, b) for a, b in pairs if _may_be_said_again(sentences, a, b)]
    if len(pairs) < _FIGURES:
        return
    left, right = (np.array(side, dtype=np.int32) for side in zip(*pairs, strict=True))
    everywhere = sorted(known.place.tolist())
    for found in reworded(sentences, sentences, Candidate((0, 0), left, right)):
        apart = found.left[1] <= found.right[0]
        if apart and found.share >= _LEAST_SHARE and _all_recur(found, pairs, everywhere):
            equal = sum(piece.length for piece in found.pieces)
            longer = max(found.left[1] - found.left[0], found.right[1] - found.right[0])
            yield _raw(key, found.left), _raw(key, found.right), round(equal / longer, 4)


def _may_be_said_again(sentences: Sentences, one: int, other: int) -> bool:
    """Whether two places lie in sentences that are compared: two, and not too long with their neighbours."""
    first, second = sentences.sentence(one), sentences.sentence(other)
    return first != second and all(_around(sentences, number) <= _LONGEST for number in (first, second))


def _around(sentences: Sentences, number: int) -> int:
    borders = sentences.borders
    last = min(number + 1 + _NEIGHBOURS, len(borders) - 1)
    return borders[last] - borders[max(number - _NEIGHBOURS, 0)]


def _all_recur(found: Reworded, pairs: list[tuple[int, int]], everywhere: list[int]) -> bool:
    """Whether each figure of either passage stands in the other."""
    shared = sum(
        found.left[0] <= a < found.left[1] and found.right[0] <= b < found.right[1] for a, b in pairs
    )
    counts = [
        bisect_left(everywhere, last) - bisect_left(everywhere, first)
        for first, last in (found.left, found.right)
    ]
    return shared >= _FIGURES and counts == [shared, shared]


def _raw(key: Key, stretch: tuple[int, int]) -> Span:
    return Span(int(key.positions[stretch[0]]), int(key.positions[stretch[1] - 1]) + 1)
