"""What the other headings of a report say of a candidate: their ends, their bodies' openings, their lengths.

Every run's candidates weigh by their probability, so that one doubtful heading does not decide another.
Those with a marker of the same style speak apart from the rest: the items of a list are built alike.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from govreport.segment.boundary.features import Found, single_sentence
from govreport.segment.boundary.signs import Signs, signs

__all__ = ["joint_rows", "softmax"]

# Columns of the answer "no heading".
_NONE = 9


def softmax(values: Sequence[float]) -> list[float]:
    """Return probabilities for scores; an empty list for none."""
    if not values:
        return []
    top = max(values)
    weights = [math.exp(value - top) for value in values]
    total = sum(weights)
    return [weight / total for weight in weights]


def joint_rows(found: Sequence[Found], scores: Sequence[Sequence[float]]) -> Iterator[list[list[float]]]:
    """Yield one table per run; its first row is that of "no heading".

    ``scores`` hold for each run the score of "no heading" and those of its offsets, of the round before.
    """
    chances = [softmax(values) for values in scores]
    scopes = _Scopes(found, chances)
    for place, (one, values, own) in enumerate(zip(found, scores, chances, strict=True)):
        yield _table(one, values, own, scopes, place)


def _table(
    found: Found, scores: Sequence[float], chances: list[float], scopes: _Scopes, place: int
) -> list[list[float]]:
    best = max(scores[1:], default=0.0)
    around, told = scopes.around(found.style), scopes.signs[place]
    rows = []
    for offset, one, value, chance in zip(found.offsets, told, scores[1:], chances[1:], strict=True):
        said = [_said(one, chance, expected) for expected in around]
        lengths = [_lengths(offset, expected, place) for expected in around]
        closed = [_closed(one, expected, place) for expected in around]
        own = [value - best, float(value == best), chance, float(one.is_closed)]
        numbers = [number for part in (*said, *lengths) for number in part]
        rows.append([*own, *numbers, *closed, *([0.0] * _NONE)])
    width = len(rows[0]) - _NONE if rows else 4
    none = [scores[0] - best, *([0.0] * (width - 1)), *_without_heading(told, chances, place, around)]
    return [none, *rows]


@dataclass
class _Expected:
    """How probable each opening, each end and each number of clauses is, summed over some runs."""

    opening: Counter[str] = field(default_factory=Counter)
    closing: Counter[str] = field(default_factory=Counter)
    clauses: Counter[int] = field(default_factory=Counter)
    shapes: Counter[tuple[int, int]] = field(default_factory=Counter)
    means: dict[int, float] = field(default_factory=dict)
    places: list[int] = field(default_factory=list)
    order: dict[int, int] = field(default_factory=dict)
    total: float = 0.0
    single: float = 0.0
    none: float = 0.0
    singles: dict[int, float] = field(default_factory=dict)
    closed: float = 0.0
    closes: dict[int, float] = field(default_factory=dict)

    def add(self, place: int, found: Found, told: list[Signs], chances: list[float]) -> None:
        self.order[place] = len(self.places)
        self.places.append(place)
        self.singles[place] = single_sentence(found.run)
        self.single += self.singles[place]
        self.none += chances[0]
        self.closes[place] = sum(c for one, c in zip(told, chances[1:], strict=True) if one.is_closed)
        self.closed += self.closes[place]
        for one, chance in zip(told, chances[1:], strict=True):
            for string in one.openings:
                self.opening[string] += chance  # type: ignore[assignment]
            for string in one.closings:
                self.closing[string] += chance  # type: ignore[assignment]
            self.clauses[one.clauses] += chance  # type: ignore[assignment]
            self.shapes[one.shape] += chance  # type: ignore[assignment]
        weight = sum(chances[1:])
        mean = sum(o * c for o, c in zip(found.offsets, chances[1:], strict=True)) / max(weight, 1e-6)
        self.means[place] = mean if weight > 1e-6 else 0.0
        self.total += self.means[place]

    @property
    def others(self) -> int:
        return max(1, len(self.places) - 1)


class _Scopes:
    """All runs of a report, and those of each style."""

    def __init__(self, found: Sequence[Found], chances: list[list[float]]) -> None:
        self._all = _Expected()
        self._by_style: dict[str, _Expected] = defaultdict(_Expected)
        self.signs = [[signs(one.run, offset) for offset in one.offsets] for one in found]
        for place, (one, told, own) in enumerate(zip(found, self.signs, chances, strict=True)):
            for expected in (self._all, self._by_style[one.style]):
                expected.add(place, one, told, own)

    def around(self, style: str) -> tuple[_Expected, _Expected]:
        return self._all, self._by_style[style]


def _without_heading(
    told: list[Signs], chances: list[float], place: int, around: tuple[_Expected, _Expected]
) -> list[float]:
    """What speaks for a run without heading: it is one sentence, and so are its siblings.

    Where the bodies of the others open as this one could, they have headings, and this one has.
    """
    single = around[0].singles[place]
    shares = [(expected.single - single) / expected.others for expected in around]
    nones = [(expected.none - chances[0]) / expected.others for expected in around]
    shared = [
        max(
            (
                (expected.opening[one.openings[1]] - chance) / expected.others
                for one, chance in zip(told, chances[1:], strict=True)
            ),
            default=0.0,
        )
        for expected in around
    ]
    return [1.0, single, *shares, single * shares[1], *nones, *shared]


def _said(told: Signs, chance: float, expected: _Expected) -> list[float]:
    others = expected.others
    opened = [max(0.0, expected.opening[string] - chance) for string in told.openings]
    closed = [max(0.0, expected.closing[string] - chance) for string in told.closings]
    alike = (expected.clauses[told.clauses] - chance) / others
    same = (expected.shapes[told.shape] - chance) / others
    paired = same if told.shape[0] == 2 else 0.0
    shares = [opened[1] / others, opened[2] / others, closed[1] / others]
    return [*map(math.log1p, opened), *map(math.log1p, closed), *shares, alike, same, paired]


def _closed(told: Signs, expected: _Expected, place: int) -> float:
    """Where the other headings end with a full stop this one does too, and where they do not, it does not."""
    if len(expected.places) == 1 or not told.is_closed:
        return 0.0
    return (expected.closed - expected.closes[place]) / expected.others - 0.5


def _lengths(offset: int, expected: _Expected, place: int) -> list[float]:
    """Compare with the expected lengths of all others, and of the ones before and after."""
    number, at = len(expected.places), expected.order[place]
    if number == 1:
        return [0.0, 1.0, 0.0, 1.0]
    away = min(2.0, abs(offset - (expected.total - expected.means[place]) / (number - 1)) / 8)
    beside = [expected.means[expected.places[i]] for i in (at - 1, at + 1) if 0 <= i < number]
    nearest = min([2.0, *(abs(offset - mean) / 6 for mean in beside)])
    return [away, nearest, math.log1p(number) * away, 0.0]
