"""The shipped model of slots: where act, who is helped, object, actor, partner and occasion stand.

Each slot has a score for each character to begin it, to stand inside it, or to stand outside; of the
sequences of whole words in which nothing is inside that did not begin the best is found exactly (Viterbi).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate, pairwise
from typing import Any

from govreport.extract.characters import Marked, words_in
from govreport.extract.pieces import edges, is_something, of_pieces, whole
from govreport.extract.slot_tables import SlotTables
from govreport.extract.told_arrays import Told
from govreport.text.shipped_models import numbers_only, of_one_length, shipped_model

__all__ = ["SlotModel", "load_slot_model", "ranges"]

# Characters of the statements that are looked up at once: some 20 MB of arrays.
_TOGETHER = 20_000


@dataclass(frozen=True)
class SlotModel:
    """``weights`` holds for each name two hundredths a slot: to begin it, to stand inside."""

    slots: tuple[str, ...]
    bias: Sequence[int]
    weights: Mapping[str, Sequence[int]]

    def find(self, statements: Sequence[Told]) -> Iterator[list[Marked]]:
        """Yield the slots of each statement by name and place; none stands in another."""
        for some in _in_batches(statements):
            borders = [edges(one.text, words_in(one.text), one.ruled) for one in some]
            begins, inside = of_pieces(self._tables.sums(some) + self.bias, borders)
            ends = list(accumulate(len(own) - 1 for own in borders))
            gaining = self._gaining(begins, inside, ends)
            for one, own, places, (start, end) in zip(
                some, borders, gaining, pairwise([0, *ends]), strict=True
            ):
                scores = ((place, begins[start:end, place], inside[start:end, place]) for place in places)
                yield self._slots(one, own, scores)

    def _gaining(self, begins: Any, inside: Any, ends: Sequence[int]) -> list[list[int]]:
        """Return for each statement the slots that can gain anything: others stand outside, most of most."""
        import numpy as np

        more = np.cumsum(np.maximum(inside, 0), axis=0)
        found: list[list[int]] = [[] for _ in ends]
        starts = [0, *ends[:-1]]
        held = [place for place, (start, end) in enumerate(zip(starts, ends, strict=True)) if start < end]
        if not held:
            return found
        best = np.maximum.reduceat(begins, [starts[place] for place in held], axis=0)
        last = more[[ends[place] - 1 for place in held]]
        gains = best + last - np.concatenate([np.zeros((1, last.shape[1]), last.dtype), last[:-1]]) > 0
        for at, slot in zip(*(found_.tolist() for found_ in np.nonzero(gains)), strict=True):
            found[held[at]].append(slot)
        return found

    def _slots(
        self, told: Told, borders: Sequence[int], scores: Iterable[tuple[int, Any, Any]]
    ) -> list[Marked]:
        """Return the slots of one statement; ``scores`` are of those that can gain: of each of its pieces."""
        found: list[Marked] = []
        for place, opening, going in scores:
            begins, inside = opening.tolist(), going.tolist()
            for _, start, end in found:
                first, last = bisect_right(borders, start) - 1, bisect_left(borders, end)
                begins[first:last] = inside[first:last] = [float("-inf")] * (last - first)
            for first, last in ranges(begins, inside):
                kept = whole(told.text, borders[first], borders[last])
                if kept and is_something(told.text, *kept):
                    found.append(Marked(self.slots[place], *kept))
        return sorted(found)

    @cached_property
    def _tables(self) -> SlotTables:
        return SlotTables(self.weights, len(self.bias))


def _in_batches(statements: Iterable[Told]) -> Iterator[list[Told]]:
    """Yield statements together while they are short: the arrays of all of a long report take too much."""
    some: list[Told] = []
    size = 0
    for one in statements:
        if some and size + len(one.text) > _TOGETHER:
            yield some
            some, size = [], 0
        some.append(one)
        size += len(one.text)
    if some:
        yield some


def ranges(begins: Sequence[float], inside: Sequence[float]) -> list[tuple[int, int]]:
    """Return the best ranges, given the scores to begin one and to stand inside, against 0 for neither.

    >>> ranges([-1, 2, -3, 1], [5, -1, 1, -2])
    [(1, 3), (3, 4)]
    """
    outside, began, within = 0.0, float("-inf"), float("-inf")
    back: list[tuple[int, int]] = []
    for begin, stay in zip(begins, inside, strict=True):
        # The state before that is best, and the better of those that a range can go on from.
        last, best = (1, began) if began > outside else (0, outside)
        if within > best:
            last, best = 2, within
        opened, going = (1, began) if began >= within else (2, within)
        back.append((last, opened))
        outside, began, within = best, best + begin, going + stay
    state = max(range(3), key=(outside, began, within).__getitem__)
    found: list[tuple[int, int]] = []
    end = len(back)
    for at in range(len(back) - 1, -1, -1):
        if state == 1:
            found.append((at, end))
        if state != 2:
            end = at
        state = back[at][state == 2]
    return found[::-1]


@cache
def load_slot_model() -> SlotModel | None:
    """Return the shipped model, None in a package that has none: then rules alone decide."""
    try:
        return shipped_model("slots.json", _of)
    except FileNotFoundError:
        return None


def _of(stored: Mapping[str, Any]) -> SlotModel:
    slots, bias, weights = tuple(stored["slots"]), stored["bias"], stored["weights"]
    of_one_length([bias, *weights.values()], 2 * len(slots))
    return SlotModel(slots, numbers_only(bias), numbers_only(weights))
