"""The shipped model of slots: where act, object, actor, partner and occasion stand in a statement.

Each slot has a score for each character to begin it, to stand inside it, or to stand outside; of the
sequences of whole words in which nothing is inside that did not begin the best is found exactly (Viterbi).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from govreport.extract.characters import Marked, character_names, words_in
from govreport.extract.pieces import edges, is_something, of_pieces
from govreport.text.lexicon import read_data

__all__ = ["SlotModel", "load_slot_model", "ranges"]


@dataclass(frozen=True)
class SlotModel:
    """``weights`` holds for each name two hundredths a slot: to begin it, to stand inside."""

    slots: tuple[str, ...]
    bias: Sequence[int]
    weights: Mapping[str, Sequence[int]]

    def find(self, told: str, kind: str, ruled: Sequence[Marked]) -> list[Marked]:
        """Return the slots of a statement by name and place; none stands in another."""
        if not told:
            return []
        words = words_in(told)
        scores = self._scores([*character_names(told, words, kind, ruled)])
        borders = edges(told, words, ruled)
        found: list[Marked] = []
        for place, slot in enumerate(self.slots):
            begins, inside = scores[:, 2 * place].tolist(), scores[:, 2 * place + 1].tolist()
            for _, start, end in found:
                begins[start:end] = inside[start:end] = [float("-inf")] * (end - start)
            for first, last in ranges(*of_pieces(begins, inside, borders)):
                if is_something(told, borders[first], borders[last]):
                    found.append(Marked(slot, borders[first], borders[last]))
        return sorted(found)

    def _scores(self, names: Sequence[Sequence[str]]) -> Any:
        """Return an array (characters, two a slot): the scores against standing outside."""
        import numpy as np

        places = self._places
        rows = [[0, *(places[name] for name in found if name in places)] for found in names]
        starts = np.cumsum([0, *(len(row) for row in rows)])[:-1]
        flat = self._table[[place for row in rows for place in row]]
        return np.add.reduceat(flat, starts, axis=0) / 100

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.weights, start=1)}

    @cached_property
    def _table(self) -> Any:
        import numpy as np

        # The bias comes first: each character has it, so that no row is empty.
        return np.array([self.bias, *self.weights.values()], dtype=np.int32)


def ranges(begins: Sequence[float], inside: Sequence[float]) -> list[tuple[int, int]]:
    """Return the best ranges, given the scores to begin one and to stand inside, against 0 for neither.

    >>> ranges([-1, 2, -3, 1], [5, -1, 1, -2])
    [(1, 3), (3, 4)]
    """
    last = (0.0, float("-inf"), float("-inf"))
    back: list[tuple[int, int, int]] = []
    for begin, stay in zip(begins, inside, strict=True):
        best = max(range(3), key=last.__getitem__)
        open_ = 1 if last[1] >= last[2] else 2
        back.append((best, best, open_))
        last = (last[best], last[best] + begin, last[open_] + stay)
    state = max(range(3), key=last.__getitem__)
    states = []
    for step in reversed(back):
        states.append(state)
        state = step[state]
    states.reverse()
    found: list[tuple[int, int]] = []
    for at, state in enumerate(states):
        if state == 1:
            found.append((at, at + 1))
        elif state == 2:
            found[-1] = (found[-1][0], at + 1)
    return found


@cache
def load_slot_model() -> SlotModel | None:
    """Return the shipped model, None in a package that has none: then rules alone decide."""
    try:
        stored = json.loads(read_data("slots.json"))
    except FileNotFoundError:
        return None
    return SlotModel(tuple(stored["slots"]), stored["bias"], stored["weights"])
