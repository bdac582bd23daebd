"""How probable it is that a statement of a later report answers a commitment: shared words, figures, areas.

Only statements that share a telling pair of characters with the commitment are compared, the most promising
first: a long report costs no more for each commitment than a short one.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from govreport.follow.telling import Telling, figures, pair_weights, sentence_of, words_of
from govreport.follow.weights import answer_weights
from govreport.model import Findings, Outline, Statement

__all__ = ["FEATURES", "Likeness"]

FEATURES = (
    *("said", "said in the sentence", "said just before", "said in the headings", "said and no more"),
    *("said both ways", "characters said", "longest run", "same unit", "same figure", "near figure"),
    *("same area", "is promise", "is problem", "length"),
)
_LONGEST_RUN = 8
_LONG = 30
_JUST_BEFORE = 60
# Pairs that more statements use lead nowhere; and no commitment is compared with more statements than this.
_MOST_USERS = 200
_MOST_COMPARED = 100
# Of ten thousand levels each would hold the words of all above it.
_MOST_HEADINGS = 6


@dataclass(frozen=True, slots=True)
class Likeness:
    """The statements of a later report, prepared to be compared with."""

    statements: tuple[Statement, ...]
    pairs: tuple[Mapping[int, float], ...]
    sentences: tuple[frozenset[int], ...]
    before: tuple[frozenset[int], ...]
    headings: tuple[frozenset[int], ...]
    keys: tuple[str, ...]
    users: Mapping[int, list[int]]
    """The places of the statements in whose sentence a pair stands: they may answer."""
    used: Counter[int]
    """How many statements have a pair, and, below, a character: what few have tells more."""
    characters: Counter[str]

    @classmethod
    def of(cls, later: Findings) -> Likeness:
        """Prepare the statements of a report, copies left out."""
        kept = tuple(s for s in later.statements if s.duplicate_of is None)
        text = later.document.text
        pairs = tuple(pair_weights(s.text) for s in kept)
        sentences = tuple(frozenset(pair_weights(sentence_of(text, s))) for s in kept)
        befores = (text[max(0, s.span.start - _JUST_BEFORE) : s.span.start] for s in kept)
        users: defaultdict[int, list[int]] = defaultdict(list)
        for number, sentence in enumerate(sentences):
            for pair in sentence:
                users[pair].append(number)
        keys = tuple(words_of(s.text) for s in kept)
        headings = _headings(later.outline)
        return cls(
            kept,
            pairs,
            sentences,
            tuple(frozenset(pair_weights(before)) for before in befores),
            tuple(frozenset() if s.section is None else headings[s.section] for s in kept),
            keys,
            users,
            Counter(pair for weights in pairs for pair in weights),
            Counter(one for key in keys for one in set(key)),
        )

    def telling(self, promise: Statement) -> Telling:
        """Return what of a commitment tells, by how few of these statements say it."""
        return Telling.of(promise, len(self.statements), self.used, self.characters)

    def candidates(self, telling: Telling) -> list[int]:
        """Return the places of the statements worth comparing, in reading order."""
        shared: defaultdict[int, float] = defaultdict(float)
        for pair, weight in telling.pairs.items():
            users = self.users.get(pair, ())
            if len(users) <= _MOST_USERS:
                for number in users:
                    shared[number] += weight
        best = sorted(shared, key=lambda number: (-shared[number], number))[:_MOST_COMPARED]
        return sorted(best)

    def features(self, telling: Telling, numbers: list[int]) -> list[list[float]]:
        """Return a row of FEATURES for each of the statements at these places."""
        return [self._row(telling, number) for number in numbers]

    def scored(self, promise: Statement) -> list[tuple[Statement, float]]:
        """Return the statements that may answer, each with its probability, the most probable first."""
        telling = self.telling(promise)
        numbers = self.candidates(telling)
        found = [
            (self.statements[number], _probability(row))
            for number, row in zip(numbers, self.features(telling, numbers), strict=True)
        ]
        return sorted(found, key=lambda pair: (-pair[1], pair[0].id))

    def _row(self, telling: Telling, number: int) -> list[float]:
        statement, pairs = self.statements[number], self.pairs[number]
        said = _share(telling.pairs, pairs)
        back = _share(pairs, telling.pairs)
        told = figures(statement)
        return [
            said,
            _share(telling.pairs, self.sentences[number]),
            _share(telling.pairs, self.before[number]),
            _share(telling.pairs, self.headings[number]),
            back,
            said * back,
            _share(telling.characters, self.keys[number]),
            _longest_run(telling.key, self.keys[number]) / _LONGEST_RUN,
            float(any(unit in told for unit in telling.figures)),
            float(any(told.get(unit) == value for unit, value in telling.figures.items())),
            max((_nearness(value, told.get(unit)) for unit, value in telling.figures.items()), default=0.0),
            float(not telling.areas.isdisjoint(area.area_id for area in statement.areas)),
            float(statement.kind in ("commitment", "target")),
            float(statement.kind == "problem"),
            min(len(telling.key), _LONG) / _LONG,
        ]


def _probability(row: list[float]) -> float:
    weights, intercept = answer_weights()
    score = intercept + sum(weights[name] * value for name, value in zip(FEATURES, row, strict=True))
    return 1 / (1 + math.exp(-score))


def _headings(outline: Outline) -> list[frozenset[int]]:
    """Return for each section the pairs of its heading and of the next ones above it."""
    own = [frozenset(pair_weights(section.heading)) for section in outline.sections]
    return [frozenset().union(*(own[id] for id in _path(outline, id))) for id in range(len(own))]


def _path(outline: Outline, id: int | None) -> Iterator[int]:
    """Yield a section and those above it, as far as a reader keeps them in mind."""
    for _ in range(_MOST_HEADINGS):
        if id is None:
            break
        yield id
        id = outline.sections[id].parent


def _share(weights: Mapping[Any, float], others: Any) -> float:
    """Return which share of the weight belongs to what is among the others."""
    whole = sum(weights.values())
    return sum(weight for one, weight in weights.items() if one in others) / whole if whole else 0.0


def _nearness(promised: float, reported: float | None) -> float:
    """Return the smaller of two figures by the larger, 0 where one is missing."""
    larger = max(promised, reported or 0.0)
    return min(promised, reported) / larger if reported and larger > 0 else 0.0


def _longest_run(one: str, other: str) -> int:
    """Return how many characters in a row both hold, up to eight; single ones are chance."""
    for size in range(min(_LONGEST_RUN, len(one)), 1, -1):
        if any(one[i : i + size] in other for i in range(len(one) - size + 1)):
            return size
    return 0
