"""The statements of a report in numbers: their characters, words, tags and marks, one behind the other.

>>> one = Told("加强,领导", "measure", [Marked("action", 0, 2)])
>>> told = ToldArrays.of([one], {"加强": 1}, {"v": 1, "^": 2})
>>> told.edge.tolist(), told.words[told.word].tolist(), told.from_stop.tolist()
([0, 1, 0, 0, 1], [1, 1, 0, 0, 0], [1, 2, 3, 1, 2])
>>> [told.mark_names[mark] for mark in told.mark.tolist()]
['actionB', 'actionI', '', '', '']
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from govreport.extract.characters import STOPS, Marked, Word, agents_of, marks_of, words_in

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

__all__ = ["Told", "ToldArrays"]

_Name = TypeVar("_Name", str, tuple[str, ...])

# Two characters and two words that are none stand on each side of a statement.
_BEFORE, _BEHIND, _NO_WORD = "^^", "$$", Word("", "^")


class Told(NamedTuple):
    """A statement: its text, its kind, and what rules found in it."""

    text: str
    kind: str
    ruled: Sequence[Marked]


@dataclass(frozen=True, eq=False)
class ToldArrays:
    """Arrays with a number for each character, but for those of which it is said otherwise."""

    codes: Array
    """The characters of all statements with those around them: ``place`` tells where each is among them."""
    place: Array
    words: Array
    """The number of each word and of those around the statements: ``word`` tells in which a character is."""
    tags: Array
    word: Array
    edge: Array
    """0 where a word begins, 1 inside it."""
    letter: Array
    """Which of ``letters`` tags the word."""
    letters: list[str]
    mark: Array
    """Which of ``mark_names`` stands at the character, before it and behind it."""
    mark_before: Array
    mark_behind: Array
    mark_names: list[str]
    agent: Array
    """Which of ``agent_names`` are told of the character: whether it stands in who may act."""
    agent_names: list[tuple[str, ...]]
    kind: Array
    kinds: list[str]
    from_start: Array
    to_end: Array
    from_stop: Array
    """How far it is from the mark before it, or from the beginning."""
    side: Array
    """0 where rules find no action, 1 before the first, 2 from there on."""

    @classmethod
    def of(
        cls, statements: Sequence[Told], word_of: Mapping[str, int], tag_of: Mapping[str, int]
    ) -> ToldArrays:
        """Return the arrays; ``word_of`` and ``tag_of`` number words and tags, 0 stands for any other."""
        import numpy as np

        sizes = np.array([len(one.text) for one in statements])
        starts = np.cumsum(sizes) - sizes
        own = np.repeat(np.arange(len(statements)), sizes)
        at = np.arange(len(own))
        padded = "".join(f"{_BEFORE}{one.text}{_BEHIND}" for one in statements)
        codes = np.frombuffer(padded.encode("utf-32-le", "surrogatepass"), "<u4").astype(np.int64)
        place = at + len(_BEFORE) + own * len(_BEFORE + _BEHIND)
        every = [words_in(one.text) for one in statements]
        found = [word for own_ in every for word in (_NO_WORD, _NO_WORD, *own_, _NO_WORD, _NO_WORD)]
        lengths = np.array([len(word) for word, _ in found])
        letters = sorted({tag for _, tag in found})
        letter_of = {tag: number for number, tag in enumerate(letters)}
        word = np.repeat(np.arange(len(found)), lengths)
        marks, names = _marks(statements)
        agents, agent_names = _agents(statements, every)
        kinds = sorted({one.kind for one in statements})
        actions = np.array([_first_action(one) for one in statements])[own]
        from_start = at - starts[own]
        stops = np.where(np.isin(codes[place], [ord(stop) for stop in STOPS]), at, -1)
        last_stop = np.concatenate([[-1], np.maximum.accumulate(stops)[:-1]])
        return cls(
            codes,
            place,
            np.array([word_of.get(word, 0) for word, _ in found]),
            np.array([tag_of.get(tag, 0) for _, tag in found]),
            word,
            (at > (np.cumsum(lengths) - lengths)[word]).astype(np.int64),
            np.array([letter_of[tag] for _, tag in found])[word],
            letters,
            marks[place],
            marks[place - 1],
            marks[place + 1],
            names,
            agents,
            agent_names,
            np.array([kinds.index(one.kind) for one in statements])[own],
            kinds,
            from_start,
            (starts + sizes)[own] - at,
            at - np.maximum(last_stop, starts[own] - 1),
            np.where(actions < 0, 0, np.where(from_start < actions, 1, 2)),
        )


def _marks(statements: Sequence[Told]) -> tuple[Array, list[str]]:
    """Return a number for each character, and for those around the statements, and what each stands for."""
    before, behind = ((beside[0], len(beside)) for beside in (_BEFORE, _BEHIND))
    return _numbered(run for one in statements for run in (before, *marks_of(one.text, one.ruled), behind))


def _agents(
    statements: Sequence[Told], words: Sequence[Sequence[Word]]
) -> tuple[Array, list[tuple[str, ...]]]:
    """Return a number for each character, and which names each stands for."""
    return _numbered(
        run for one, own in zip(statements, words, strict=True) for run in agents_of(one.text, one.ruled, own)
    )


def _numbered(runs: Iterable[tuple[_Name, int]]) -> tuple[Array, list[_Name]]:
    """Return a number for each character of some runs with their lengths, and what each stands for."""
    import numpy as np

    number_of: dict[_Name, int] = {}
    found = [(number_of.setdefault(name, len(number_of)), length) for name, length in runs]
    numbers, lengths = np.array(found, dtype=np.int64).reshape(-1, 2).T
    return np.repeat(numbers, lengths), list(number_of)


def _first_action(told: Told) -> int:
    return min((mark.start for mark in told.ruled if mark.name == "action"), default=-1)
