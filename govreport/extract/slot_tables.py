"""The weights of the names of characters as arrays, looked up for all statements of a report at once.

The names are those of ``characters.character_names``, which tells what each of them means. Here few of them
are written out, which takes a twentieth of the time; a test holds both to the same sums.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

from govreport.extract.characters import FAR_FROM_START, FAR_FROM_STOP, FAR_TO_END, SIDES
from govreport.extract.told_arrays import Told, ToldArrays

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

__all__ = ["SlotTables"]

_EDGES = "BI"
# Sorts of names: where the first of their one or two characters, their word and their tags stand.
_ALONE = {"-2": -2, "-1": -1, "0": 0, "1": 1, "2": 2}
_PAIRS = {"--": -2, "-0": -1, "0+": 0, "++": 1}
_WORDS: dict[str, tuple[int, ...]] = {"w": (0,), "w-": (-1,), "w+": (1,)}
_TAGS = {"t": (0,), "t-": (-1, 0), "t+": (0, 1), "t--": (-2, -1, 0), "t++": (0, 1, 2)}
# As many bits as a character has.
_BITS = 21


class SlotTables:
    """A row of numbers for each name; the first is what a name weighs that was not learned: nothing."""

    def __init__(self, weights: Mapping[str, Sequence[int]], width: int) -> None:
        import numpy as np

        self._weights = np.array([[0] * width, *weights.values()], dtype=np.int32)
        self._row_of = {name: row for row, name in enumerate(weights, start=1)}
        self._characters, self._alone = self._by_characters(_ALONE, 1)
        self._neighbours, self._pairs = self._by_characters(_PAIRS, 2)
        self._word_of, self._words = self._by_parts(_WORDS, lambda rest: [rest])
        self._tag_of, self._tags = self._by_parts(_TAGS, list)

    def sums(self, statements: Sequence[Told]) -> Array:
        """Return for each character the sums of what its names weigh, one statement's behind the other's."""
        import numpy as np

        told = ToldArrays.of(statements, self._word_of, self._tag_of)
        sums: Array = np.zeros((len(told.place), self._weights.shape[1]), dtype=np.int32)
        for rows in chain(self._of_characters(told), self._of_words(told), self._of_places(told)):
            sums += self._weights.take(rows, axis=0)
        return sums

    def _by_characters(self, sorts: Mapping[str, int], number: int) -> tuple[Array, dict[str, Array]]:
        """Return the characters of all names of the sorts, as sorted numbers, and the rows of each sort.

        Row and number of what is in no name stand last.
        """
        import numpy as np

        found = {
            sort: {
                _code(name[len(sort) :]): row
                for name, row in self._row_of.items()
                if name.startswith(sort) and len(name) == len(sort) + number
            }
            for sort in sorts
        }
        codes = sorted(set().union(*found.values()))
        rows = {sort: np.array([*(of.get(code, 0) for code in codes), 0]) for sort, of in found.items()}
        return np.array([*codes, -1]), rows

    def _by_parts(
        self, sorts: Mapping[str, tuple[int, ...]], parts: Callable[[str], list[str]]
    ) -> tuple[dict[str, int], dict[str, Array]]:
        """Return a number for each word or tag, and for each sort the rows by edge and numbers."""
        import numpy as np

        found = {
            (sort, edge, *parts(name[len(sort) + 1 :])): row
            for name, row in self._row_of.items()
            for sort in sorts
            for edge in _EDGES
            if name.startswith(sort + edge)
        }
        known = sorted({part for _, _, *those in found for part in those})
        number_of = {part: number for number, part in enumerate(known, start=1)}
        tables = {
            sort: np.zeros((len(_EDGES), *(len(known) + 1 for _ in steps)), dtype=np.int32)
            for sort, steps in sorts.items()
        }
        for (sort, edge, *those), row in found.items():
            tables[sort][(_EDGES.index(edge), *(number_of[part] for part in those))] = row
        return number_of, tables

    def _of_characters(self, told: ToldArrays) -> Iterator[Array]:
        import numpy as np

        def placed(known: Array, codes: Array) -> Array:
            found = np.searchsorted(known[:-1], codes)
            return np.where(known[found] == codes, found, len(known) - 1)

        alone = placed(self._characters, told.codes)
        for sort, step in _ALONE.items():
            yield self._alone[sort][alone[told.place + step]]
        pairs = placed(self._neighbours, (told.codes[:-1] << _BITS) + told.codes[1:])
        for sort, step in _PAIRS.items():
            yield self._pairs[sort][pairs[told.place + step]]

    def _of_words(self, told: ToldArrays) -> Iterator[Array]:
        for sort, (step,) in _WORDS.items():
            yield self._words[sort][told.edge, told.words[told.word + step]]
        for sort, steps in _TAGS.items():
            yield self._tags[sort][(told.edge, *(told.tags[told.word + step] for step in steps))]

    def _of_places(self, told: ToldArrays) -> Iterator[Array]:
        """Yield the rows of names of which there are few: these are written out."""
        edges, letters, marks = list(_EDGES), told.letters, told.mark_names
        yield self._named("r={}", (told.mark, marks))
        yield self._named("r-={}", (told.mark_before, marks))
        yield self._named("r+={}", (told.mark_behind, marks))
        yield self._named("r|t={}{}{}", (told.mark, marks), (told.edge, edges), (told.letter, letters))
        yield self._named("kind={}{}{}", (told.kind, told.kinds), (told.edge, edges), (told.letter, letters))
        yield self._named("at={}{}", _up_to(FAR_FROM_START, told.from_start), (told.edge, edges))
        yield self._named("stop={}", _up_to(FAR_FROM_STOP, told.from_stop))
        yield self._named("left={}", _up_to(FAR_TO_END, told.to_end))
        yield self._named("action={}", (told.side, list(SIDES)))
        for place in range(max(map(len, told.agent_names), default=0)):
            yield self._of_agents(told, place)

    def _of_agents(self, told: ToldArrays, place: int) -> Array:
        """Return the rows of the first, second or third name of each character's agent."""
        import numpy as np

        named = [names[place] if place < len(names) else "" for names in told.agent_names]
        return np.array([self._row_of.get(name, 0) for name in named], dtype=np.intp)[told.agent]

    def _named(self, name: str, *parts: tuple[Array, Sequence[object]]) -> Array:
        """Return the rows of names that are made of parts; each is numbers, and what they stand for."""
        import numpy as np

        code = parts[0][0]
        for numbers, told in parts[1:]:
            code = code * len(told) + numbers
        rows = np.zeros(math.prod(len(told) for _, told in parts), dtype=np.intp)
        for one in np.flatnonzero(np.bincount(code)).tolist():
            rows[one] = self._row_of.get(name.format(*_said(one, [told for _, told in parts])), 0)
        return rows[code]


def _said(code: int, told: Sequence[Sequence[object]]) -> list[object]:
    """Return what a number of several parts stands for."""
    found = []
    for names in reversed(told):
        code, place = divmod(code, len(names))
        found.append(names[place])
    return found[::-1]


def _code(characters: str) -> int:
    first, *rest = map(ord, characters)
    return (first << _BITS) + rest[0] if rest else first


def _up_to(most: int, numbers: Array) -> tuple[Array, Sequence[object]]:
    import numpy as np

    return np.minimum(numbers, most), range(most + 1)
