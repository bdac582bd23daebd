"""What the other headings of a report say of a candidate: their ends, their bodies' openings, their lengths.

Every run's candidates weigh by their probability, so that one doubtful heading does not decide another.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field

__all__ = ["joint_rows", "softmax"]

Found = list[tuple[str, list[int]]]
_OPENINGS = (2, 3, 4)
_CLOSES = (1, 2)
# Columns of the answer "no heading", and of a row in all.
_NONE = 5
WIDTH = 20
# Runs are cut at 90 characters; a space may be lost at the end.
_CUT = 88


def softmax(values: list[float]) -> list[float]:
    """Return probabilities for scores; an empty list for none."""
    if not values:
        return []
    top = max(values)
    weights = [math.exp(value - top) for value in values]
    total = sum(weights)
    return [weight / total for weight in weights]


def joint_rows(found: Found, scores: list[list[float]]) -> list[list[list[float]]]:
    """Return one table per run; its first row is that of "no heading"."""
    chances = [softmax(values) for values in scores]
    all_ = _Expected()
    for (run, offsets), own in zip(found, chances, strict=True):
        all_.add(run, offsets, own)
    means = [_mean(offsets, own) for (_, offsets), own in zip(found, chances, strict=True)]
    singles = [_single_sentence(run) for run, _ in found]
    bests = [max(values, default=0.0) for values in scores]
    sums = (sum(means), sum(singles), sum(bests))
    tables = []
    for index, ((run, offsets), values, own) in enumerate(zip(found, scores, chances, strict=True)):
        best, others = bests[index], max(1, len(found) - 1)
        single_share = (sums[1] - singles[index]) / others
        other_best = (sums[2] - best) / others
        none = [0.0] * WIDTH
        none[0], none[-_NONE:] = -best, _without_heading(singles[index], single_share, other_best)
        table = [none]
        for offset, value, chance in zip(offsets, values, own, strict=True):
            row = _row(run, offset, chance, value - best, all_) + _lengths(offset, means, index, sums[0])
            table.append([*row, chance, *([0.0] * _NONE)])
        tables.append(table)
    return tables


def _without_heading(single: float, share: float, other_best: float) -> list[float]:
    """What speaks for a run without heading: it is one sentence, and so are the others of the report.

    Where the best borders of the others are good, they have headings, and this one has.
    """
    return [1.0, single, -other_best, share, share * single]


def _mean(offsets: list[int], chances: list[float]) -> float:
    return sum(offset * chance for offset, chance in zip(offsets, chances, strict=True))


@dataclass
class _Expected:
    """How probable each opening, each end and each number of clauses is, summed over all runs."""

    opening: Counter[str] = field(default_factory=Counter)
    closing: Counter[str] = field(default_factory=Counter)
    clauses: Counter[int] = field(default_factory=Counter)
    shapes: Counter[tuple[int, ...]] = field(default_factory=Counter)
    runs: int = 0

    def add(self, run: str, offsets: list[int], chances: list[float]) -> None:
        self.runs += 1
        for offset, chance in zip(offsets, chances, strict=True):
            body = _body(run, offset)
            for n in _OPENINGS:
                self.opening[body[:n]] += chance  # type: ignore[assignment]
            for n in _CLOSES:
                self.closing[run[max(0, offset - n) : offset]] += chance  # type: ignore[assignment]
            self.clauses[_number_of_clauses(run, offset)] += chance  # type: ignore[assignment]
            self.shapes[_shape(run, offset)] += chance  # type: ignore[assignment]


def _body(run: str, offset: int) -> str:
    return run[offset:].lstrip(".。 ")


def _number_of_clauses(run: str, offset: int) -> int:
    return min(3, 1 + sum(run.count(mark, 0, offset) for mark in ",、"))


def _shape(run: str, offset: int) -> tuple[int, ...]:
    """Two clauses that are alike in length to a character are one shape, whatever their length."""
    lengths = [len(clause) for clause in re.split("[,、]", run[:offset])]
    return (len(lengths), lengths[-1] - lengths[-2]) if len(lengths) == 2 else (len(lengths), 0)


def _row(run: str, offset: int, chance: float, score: float, all_: _Expected) -> list[float]:
    body = _body(run, offset)
    opened = [_more(all_.opening[body[:n]], chance) for n in _OPENINGS]
    closed = [_more(all_.closing[run[max(0, offset - n) : offset]], chance) for n in _CLOSES]
    alike = all_.clauses[_number_of_clauses(run, offset)] - chance
    shape = _shape(run, offset)
    same = (all_.shapes[shape] - chance) / max(1, all_.runs - 1)
    paired = same if shape[0] == 2 else 0.0
    return [score, *opened, *closed, alike / max(1, all_.runs - 1), same, paired, float(score == 0.0)]


def _more(count: float, own: float) -> float:
    return math.log1p(max(0.0, count - own))


def _lengths(offset: int, means: list[float], index: int, total: float) -> list[float]:
    """Compare with the expected lengths of all others, and of the ones before and after."""
    others = (total - means[index]) / (len(means) - 1) if len(means) > 1 else None
    away = 0.0 if others is None else min(2.0, abs(offset - others) / 8)
    beside = [means[place] for place in (index - 1, index + 1) if 0 <= place < len(means)]
    nearest = min([2.0, *(abs(offset - mean) / 6 for mean in beside)]) if beside else 1.0
    return [away, nearest, math.log1p(len(means)) * away, 1.0 if others is None else 0.0]


def _single_sentence(run: str) -> float:
    """A list item that is one sentence, or the start of a long one, may have no heading."""
    goes_on = any(mark in run[:-1] for mark in "。;!?")
    return float(not goes_on and (run[-1:] in tuple("。;!?") or len(run) >= _CUT))
