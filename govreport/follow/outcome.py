"""What became of a commitment: by how probable answers of each kind are, what they lack, and their figures.

>>> sorted(outcome_weights()) == sorted(OUTCOMES)
True
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache

from govreport.follow.telling import counted, quantities
from govreport.follow.weights import outcome_weights
from govreport.model import OUTCOMES, ComparedFigure, Quantity, Statement
from govreport.text.lexicon import load_table
from govreport.text.script import to_simplified

__all__ = ["EVIDENCE", "figures_of", "likely_answers", "outcome_evidence", "outcome_of"]

EVIDENCE = (
    *("answered", "done", "promised", "problem", "lacking", "done of best", "promised of best"),
    *("problem of best", "lacking of best", "has figure", "compared", "met", "short", "far short"),
)
Scored = Sequence[tuple[Statement, float]]

# How far below the best answer a further one may be, and how many are kept.
_BESIDE_BEST = 0.35
_LEAST = 0.1
_MOST_ANSWERS = 4
# Rounding is no shortfall.
_ENOUGH = 0.97
_FAR_SHORT = 0.75
_SURE = 0.999
# What has one of these can't be added up.
_SHARES = ("%", "‰")


def likely_answers(scored: Scored) -> tuple[Statement, ...]:
    """Return the best of the statements that may answer, the most probable first."""
    best = scored[0][1] if scored else 0.0
    return tuple(one for one, p in scored[:_MOST_ANSWERS] if p >= max(_LEAST, _BESIDE_BEST * best))


def outcome_of(promise: Statement, scored: Scored) -> tuple[str, float]:
    """Return the most probable outcome with its probability; where nothing answers none else is possible."""
    if not likely_answers(scored):
        return "not-mentioned", round(1 - (scored[0][1] if scored else 0.0), 4)
    row = outcome_evidence(promise, scored)
    scores = {
        name: intercept + sum(weights[one] * value for one, value in zip(EVIDENCE, row, strict=True))
        for name, (weights, intercept) in outcome_weights().items()
    }
    whole = sum(math.exp(score) for score in scores.values())
    best = max(OUTCOMES, key=lambda name: scores[name])
    return best, round(math.exp(scores[best]) / whole, 4)


def outcome_evidence(promise: Statement, scored: Scored) -> list[float]:
    """Return the values of EVIDENCE: probabilities of the best answers of each sort, and figures."""
    best = scored[0][1]
    sorts = dict.fromkeys(("done", "promised", "problem", "lacking"), 0.0)
    for statement, p in scored:
        sorts[_sort(statement)] = max(sorts[_sort(statement)], p)
    compared = figures_of(promise, likely_answers(scored))
    least = min((one.reported / one.promised for one in compared if one.promised > 0), default=None)
    return [
        math.log(max(best, 1 - _SURE) / (1 - min(best, _SURE))),
        *sorts.values(),
        *(p / best for p in sorts.values()),
        float(any(quantities(promise))),
        float(least is not None),
        float(least is not None and least >= _ENOUGH),
        float(least is not None and least < _ENOUGH),
        float(least is not None and least < _FAR_SHORT),
    ]


def figures_of(promise: Statement, answers: Sequence[Statement]) -> tuple[ComparedFigure, ...]:
    """Return the promised figures beside the reported one of the same unit in the most probable answer.

    What each of several has (各开1场) is no total, and is compared only with what was promised for each.
    """
    reported: dict[str, float] = {}
    for answer in answers:
        if _sort(answer) in ("done", "lacking") and (_is_of_each(promise) or not _is_of_each(answer)):
            for unit, figure in _told(answer, promise).items():
                reported.setdefault(unit, figure)
    return tuple(
        ComparedFigure(value.unit, value.minimum, reported[counted(value.unit)])
        for value in _whole(promise)
        if counted(value.unit) in reported
    )


def _told(answer: Statement, promise: Statement) -> dict[str, float]:
    """Return the figure of each unit in an answer: the sum where the promise has one and it tells several."""
    promised = [counted(value.unit) for value in _whole(promise)]
    told: dict[str, float] = {}
    for value in _whole(answer):
        unit = counted(value.unit)
        is_sum = unit in told and promised.count(unit) == 1 and value.unit not in _SHARES
        told[unit] = told[unit] + value.maximum if is_sum else told.get(unit, value.maximum)
    return told


def _whole(statement: Statement) -> Iterator[Quantity]:
    """Yield the figures of a statement, without those of a part of what it has just counted."""
    seen: set[str] = set()
    for slot in statement.slots.get("quantity", ()):
        if isinstance(slot.value, Quantity) and slot.span is not None:
            unit, before = counted(slot.value.unit), slot.span.start - statement.span.start
            if unit not in seen or not _pattern("part").search(to_simplified(statement.text[:before])):
                yield slot.value
            seen.add(unit)


def _sort(statement: Statement) -> str:
    if statement.kind in ("commitment", "target"):
        return "promised"
    if statement.kind == "problem":
        return "problem"
    return "lacking" if _pattern("lacking").search(to_simplified(statement.text)) else "done"


def _is_of_each(statement: Statement) -> bool:
    return bool(_pattern("each").search(to_simplified(statement.text)))


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_table("follow")[name])
