"""How probable it is that a statement of a later report answers a commitment: shared words, figures, areas.

Pairs of characters are weighed by how few reports use them at large and how few statements use them here.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from govreport.model import Findings, Quantity, Statement
from govreport.text.characters import ends_sentence
from govreport.text.common import common_shingles
from govreport.text.keys import comparison_key
from govreport.text.lexicon import read_data
from govreport.text.shingles import shingle_hashes

__all__ = ["FEATURES", "Likeness", "Telling"]

FEATURES = (
    *("said", "said in the sentence", "said and no more", "said both ways", "longest run", "same unit"),
    *("same figure", "same area", "is promise", "is problem", "length"),
)
_LONGEST_RUN = 8
_LONG = 30


@dataclass(frozen=True, slots=True)
class Likeness:
    """The statements of a later report, prepared to be compared with."""

    statements: tuple[Statement, ...]
    pairs: tuple[Mapping[int, float], ...]
    sentences: tuple[frozenset[int], ...]
    keys: tuple[str, ...]
    used: Counter[int]

    @classmethod
    def of(cls, later: Findings) -> Likeness:
        """Prepare the statements of a report, copies left out."""
        kept = tuple(s for s in later.statements if s.duplicate_of is None)
        pairs = tuple(_weights(s.text) for s in kept)
        text = later.document.text
        sentences = tuple(frozenset(_weights(_sentence(text, s))) for s in kept)
        keys = tuple(comparison_key(s.text).text for s in kept)
        return cls(kept, pairs, sentences, keys, Counter(pair for weights in pairs for pair in weights))

    def features(self, telling: Telling) -> list[list[float]]:
        """Return a row of FEATURES for each statement."""
        return [self._row(telling, number) for number in range(len(self.statements))]

    def scored(self, telling: Telling) -> Iterator[tuple[Statement, float]]:
        """Yield each statement with the probability that it answers."""
        weights, intercept = _model()
        for statement, row in zip(self.statements, self.features(telling), strict=True):
            score = intercept + sum(w * value for w, value in zip(weights, row, strict=True))
            yield statement, 1 / (1 + math.exp(-score))

    def _row(self, telling: Telling, number: int) -> list[float]:
        statement, pairs = self.statements[number], self.pairs[number]
        said = _share(telling.weights, pairs)
        back = _share(pairs, telling.weights)
        figures = _figures(statement)
        return [
            said,
            _share(telling.weights, self.sentences[number]),
            back,
            said * back,
            _longest_run(telling.key, self.keys[number]) / _LONGEST_RUN,
            float(any(unit in figures for unit in telling.figures)),
            float(any(figures.get(unit) == value for unit, value in telling.figures.items())),
            float(not telling.areas.isdisjoint(area.area_id for area in statement.areas)),
            float(statement.kind in ("commitment", "target")),
            float(statement.kind == "problem"),
            min(len(telling.key), _LONG) / _LONG,
        ]


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a commitment tells: its words without the deadline, its figures and areas."""

    key: str
    weights: Mapping[int, float]
    figures: Mapping[str, float]
    areas: frozenset[str]

    @classmethod
    def of(cls, promise: Statement, later: Likeness) -> Telling:
        """Weigh the words of a commitment by how few statements of the later report use them."""
        text = promise.text
        for slot in promise.slots.get("deadline", ()):
            text = text.replace(slot.text, "") if slot.span else text
        number = len(later.statements) + 1
        weights = {
            pair: weight * math.log(number / (later.used[pair] + 0.5) if later.used[pair] else number)
            for pair, weight in _weights(text).items()
        }
        areas = frozenset(area.area_id for area in promise.areas)
        return cls(comparison_key(text).text, weights, _figures(promise), areas)


def _share(weights: Mapping[int, float], others: Any) -> float:
    """Return which share of the weight belongs to pairs that are among the others."""
    whole = sum(weights.values())
    return sum(weight for pair, weight in weights.items() if pair in others) / whole if whole else 0.0


def _weights(text: str) -> dict[int, float]:
    """Return the pairs of characters of a text, each with how much it tells at large."""
    found = np.unique(shingle_hashes(comparison_key(text).codes, 2))
    return dict(zip(found.tolist(), common_shingles().rarity(found).tolist(), strict=True))


def _figures(statement: Statement) -> dict[str, float]:
    values = (slot.value for slot in statement.slots.get("quantity", ()))
    return {value.unit: value.maximum for value in values if isinstance(value, Quantity)}


def _sentence(text: str, statement: Statement) -> str:
    """Return the sentence that a statement stands in."""
    start, end = statement.span
    while start > 0 and not ends_sentence(text[start - 1]):
        start -= 1
    while end < len(text) and not ends_sentence(text[end]):
        end += 1
    return text[start:end]


def _longest_run(one: str, other: str) -> int:
    """Return how many characters in a row both hold, up to eight; single ones are chance."""
    for size in range(min(_LONGEST_RUN, len(one)), 1, -1):
        if any(one[i : i + size] in other for i in range(len(one) - size + 1)):
            return size
    return 0


@cache
def _model() -> tuple[tuple[float, ...], float]:
    import json

    model = json.loads(read_data("follow.json"))
    return tuple(model["weights"][name] for name in FEATURES), model["intercept"]
