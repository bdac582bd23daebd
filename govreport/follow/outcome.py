"""Done, partly or promised again: by what kind the answers are, what they lack, and their figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from govreport.model import ComparedFigure, Quantity, Statement
from govreport.text.lexicon import load_table
from govreport.text.script import to_simplified

__all__ = ["figures_of", "outcome_of"]

_DONE = ("achievement", "measure")
# Rounding is no shortfall.
_ENOUGH = 0.97


def outcome_of(answers: Sequence[Statement], figures: Sequence[ComparedFigure]) -> str:
    """Return the outcome that the answers tell of; there is at least one, the most probable first."""
    done = [one for one in answers if one.kind in _DONE and not _is_lacking(one)]
    promised = [one for one in answers if one.kind in ("commitment", "target")]
    lacking = [one for one in answers if one.kind == "problem" or (one.kind in _DONE and _is_lacking(one))]
    if answers[0] in promised or (not done and promised):
        return "repeated"
    if not done:
        return "partly"
    short = any(figure.reported < _ENOUGH * figure.promised for figure in figures)
    return "partly" if lacking or short else "done"


def figures_of(promise: Statement, answers: Sequence[Statement]) -> tuple[ComparedFigure, ...]:
    """Return the promised figures beside the first reported one of the same unit."""
    reported: dict[str, float] = {}
    for answer in answers:
        if answer.kind in _DONE:
            for value in _quantities(answer):
                reported.setdefault(value.unit, value.maximum)
    return tuple(
        ComparedFigure(value.unit, value.minimum, reported[value.unit])
        for value in _quantities(promise)
        if value.unit in reported
    )


def _quantities(statement: Statement) -> list[Quantity]:
    values = (slot.value for slot in statement.slots.get("quantity", ()))
    return [value for value in values if isinstance(value, Quantity)]


def _is_lacking(statement: Statement) -> bool:
    return bool(_pattern().search(to_simplified(statement.text)))


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(load_table("follow")["lacking"])
