"""Passages of a report that say again in other words what stands before.

A plan repeats the names of projects, a summary some figures of what it sums up; who pastes a passage and
rewords it keeps most of its words, or all of its figures. Rare runs of four characters and figures that stand
twice lead to the sentences.

>>> one = "街道设立“老大姐说事屋”，每周三由退休女法官坐堂，全年接待来访53件次，调处纠纷38起，劝和31起。"
>>> other = "社区开办“老大姐说事屋”，请退休女法官逢星期三值守，一年接访53件次，化解38起，31起言归于好。"
>>> [pair[:2] == (Span(0, 49), Span(50, 98)) for pair in in_other_words(one + other)]
[True]
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from govreport.model import Span
from govreport.reuse.alike.candidate import Candidate
from govreport.reuse.alike.figures import figures
from govreport.reuse.alike.reworded import Reworded, reworded
from govreport.reuse.alike.sentences import Sentences
from govreport.reuse.alike.telling import Telling
from govreport.text.common import common_shingles
from govreport.text.keys import Key, comparison_key
from govreport.text.shingles import shingle_hashes

__all__ = ["in_other_words"]

# How many characters lead from one passage to the other, as across submissions.
_ANCHOR = 4
# So many figures of two digits or more must recur for what has all of them to be said again.
_FIGURES = 2
# And so much of the weight of both passages: in a report everything is about one place and one year.
_LEAST_SHARE = 0.25
# Where not all figures recur a plan may take up a project: then more must be shared, and have more weight,
# most of all where the figures are others.
_MORE, _LEAST_WEIGHT, _OTHER_FIGURES = 0.4, 90.0, 100.0
# A sentence is compared with three more before or behind it: texts without marks are left alone.
_NEIGHBOURS, _LONGEST = 3, 4000
# What is written three times is the report's subject and leads nowhere.
_TWICE = 2


def in_other_words(text: str, copies: Sequence[Span] = ()) -> Iterator[tuple[Span, Span, float]]:
    """Yield the raw spans of a passage and of its rewording, and the share of equal characters.

    ``copies`` are those that are known, in reading order: what stands in them leads nowhere.
    """
    key = comparison_key(text)
    known = figures([text])
    recurring = _twice(known.hashes, known.place)
    anchors = shingle_hashes(key.codes, _ANCHOR)
    rare = np.flatnonzero(common_shingles().count(anchors) == 0)
    pairs = sorted({*recurring, *_twice(anchors[rare], rare)})
    pairs = _outside(pairs, [key.at(span).tolist() for span in copies])
    if len(pairs) < _TWICE:
        return
    sentences = Sentences(text, key, Telling([(np.empty(0, np.uint64), np.empty(0, np.float32))], 1))
    pairs = [(a, b) for a, b in pairs if _may_be_said_again(sentences, a, b)]
    if len(pairs) < _TWICE:
        return
    left, right = (np.array(side, dtype=np.int32) for side in zip(*pairs, strict=True))
    everywhere = sorted(known.place.tolist())
    for found in reworded(sentences, sentences, Candidate((0, 0), left, right)):
        apart = found.left[1] <= found.right[0]
        if apart and _is_said_again(found, recurring, everywhere):
            equal = sum(piece.length for piece in found.pieces)
            longer = max(found.left[1] - found.left[0], found.right[1] - found.right[0])
            yield _raw(key, found.left), _raw(key, found.right), round(equal / longer, 4)


def _outside(pairs: list[tuple[int, int]], copies: Sequence[Sequence[int]]) -> list[tuple[int, int]]:
    """Return the pairs of which the second place lies in no copy."""
    if not copies:
        return pairs
    begins = [begin for begin, _ in copies]
    reach = list(accumulate((end for _, end in copies), max))
    return [(a, b) for a, b in pairs if not (n := bisect_right(begins, b)) or reach[n - 1] <= b]


def _twice(values: NDArray[np.uint64], places: NDArray[np.integer[Any]]) -> list[tuple[int, int]]:
    """Return the two places of each value that stands just twice."""
    order = np.argsort(values, kind="stable")
    values, places = values[order], places[order]
    starts = np.flatnonzero(np.concatenate(([True], values[1:] != values[:-1]))[: len(values)])
    two = starts[np.diff(starts, append=len(values)) == _TWICE]
    return list(zip(places[two].tolist(), places[two + 1].tolist(), strict=True))


def _may_be_said_again(sentences: Sentences, one: int, other: int) -> bool:
    """Whether two places lie in sentences that are compared: two, and not too long with their neighbours."""
    first, second = sentences.sentence(one), sentences.sentence(other)
    return first != second and all(_around(sentences, number) <= _LONGEST for number in (first, second))


def _around(sentences: Sentences, number: int) -> int:
    borders = sentences.borders
    last = min(number + 1 + _NEIGHBOURS, len(borders) - 1)
    return borders[last] - borders[max(number - _NEIGHBOURS, 0)]


def _is_said_again(found: Reworded, recurring: list[tuple[int, int]], everywhere: list[int]) -> bool:
    """Whether enough is shared: the less, the more figures of both passages stand in the other."""
    shared = sum(
        found.left[0] <= a < found.left[1] and found.right[0] <= b < found.right[1] for a, b in recurring
    )
    counts = [
        bisect_left(everywhere, last) - bisect_left(everywhere, first)
        for first, last in (found.left, found.right)
    ]
    if shared >= _FIGURES and counts == [shared, shared]:
        return found.share >= _LEAST_SHARE
    are_others = min(counts) >= _FIGURES and 2 * shared < min(counts)
    return found.share >= _MORE and found.weight >= (_OTHER_FIGURES if are_others else _LEAST_WEIGHT)


def _raw(key: Key, stretch: tuple[int, int]) -> Span:
    return Span(int(key.positions[stretch[0]]), int(key.positions[stretch[1] - 1]) + 1)
