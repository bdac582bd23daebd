"""The weights of the names of characters as arrays, looked up for all statements of a report at once.

The names are those of ``characters.character_names``, which tells what each of them means. Here few of them
are written out, which takes a twentieth of the time; a test holds both to the same sums.
"""

from __future__ import annotations

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
        self._alone = {sort: self._by_characters(sort, 1) for sort in _ALONE}
        self._pairs = {sort: self._by_characters(sort, 2) for sort in _PAIRS}
        self._word_of, self._words = self._by_parts(_WORDS, lambda rest: [rest])
        self._tag_of, self._tags = self._by_parts(_TAGS, list)

    def sums(self, statements: Sequence[Told]) -> Array:
        """Return for each character the sums of what its names weigh, one statement's behind the other's."""
        told = ToldArrays.of(statements, self._word_of, self._tag_of)
        sums: Array = self._weights[0]
        for rows in chain(self._of_characters(told), self._of_words(told), self._of_places(told)):
            sums = sums + self._weights[rows]
        return sums

    def _by_characters(self, sort: str, number: int) -> tuple[Array, Array]:
        """Return the characters of all names of a sort, as sorted numbers, with their rows."""
        import numpy as np

        found = {
            _code(name[len(sort) :]): row
            for name, row in self._row_of.items()
            if name.startswith(sort) and len(name) == len(sort) + number
        }
        codes = [-1, *sorted(found)]
        return np.array(codes), np.array([found.get(code, 0) for code in codes])

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

        def rows(known: Array, row: Array, codes: Array) -> Array:
            found = np.minimum(np.searchsorted(known, codes), len(known) - 1)
            return np.where(known[found] == codes, row[found], 0)

        for sort, step in _ALONE.items():
            yield rows(*self._alone[sort], told.codes[told.place + step])
        for sort, step in _PAIRS.items():
            first, second = told.codes[told.place + step], told.codes[told.place + step + 1]
            yield rows(*self._pairs[sort], (first << _BITS) + second)

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
        distinct, where = np.unique(code, return_inverse=True)
        places = np.unravel_index(distinct, [len(told) for _, told in parts])
        said = zip(
            *([told[n] for n in place] for place, (_, told) in zip(places, parts, strict=True)), strict=True
        )
        rows = [self._row_of.get(name.format(*one), 0) for one in said]
        return np.array(rows, dtype=np.intp)[where]


def _code(characters: str) -> int:
    first, *rest = map(ord, characters)
    return (first << _BITS) + rest[0] if rest else first


def _up_to(most: int, numbers: Array) -> tuple[Array, Sequence[object]]:
    import numpy as np

    return np.minimum(numbers, most), range(most + 1)
