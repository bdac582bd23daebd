"""How unsure a model has to be for the rules to decide, learned on reports that it has not seen.

>>> margin([Said(0.3, "rule"), Said(0.4, "model"), Said(0.5, "rule"), Said(0.6, "model"), Said(0.7, "model")])
0.6
>>> margin([Said(0.3, "model")]), margin([])
(0.3, 0.0)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.text.linear import LinearModel
from govreport.train.linear import Example, fit_linear

__all__ = ["Ruled", "Said", "held_out", "margin"]

_FOLDS = 3


class Ruled(NamedTuple):
    """An example, what the rules say of it, and the number of the report that it comes from."""

    example: Example
    rule: str | None
    report: int


class Said(NamedTuple):
    """How sure the model was where it and the rules differ, and which of them was right."""

    chance: float
    right: str


def held_out(ruled: Sequence[Ruled], strength: float) -> Iterator[Said]:
    """Yield what was said of each example by a model that has not seen its report, where the rules differ."""
    for fold in range(_FOLDS):
        seen = [one.example for one in ruled if one.report % _FOLDS != fold]
        held = [one for one in ruled if one.report % _FOLDS == fold and one.rule is not None]
        if not held or len({example.label for example in seen}) < 2:
            continue
        model = LinearModel.of(fit_linear(seen, strength))
        for one in held:
            label, chance = model.best(one.example.names)
            if label != one.rule and one.example.label in (label, one.rule):
                yield Said(chance, "rule" if one.rule == one.example.label else "model")


def margin(said: Sequence[Said]) -> float:
    """Return the chance below which it is best to follow the rules; the highest of those that are as good."""
    most = gained = 0
    below = 0.0
    for one in sorted(said):
        if gained >= most:
            most, below = gained, one.chance
        gained += 1 if one.right == "rule" else -1
    return below
