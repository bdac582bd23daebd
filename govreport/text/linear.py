"""A linear model as data: weights of names for each label, read from JSON, scored without any package.

>>> model = LinearModel.of({"labels": ["no", "yes"], "weights": {"a": [0.0, 2.0]}, "bias": [0.0, -1.0]})
>>> model.best(["a", "unknown"])
('yes', 0.7311)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

__all__ = ["EMPHASIZED", "LinearModel", "probabilities"]

# What a name begins with that counts as much as several: what a rule says, beside what single words say.
EMPHASIZED = "!"


@dataclass(frozen=True, slots=True)
class LinearModel:
    """``weights`` holds for each name one weight per label; a name that is not there weighs nothing."""

    labels: tuple[str, ...]
    weights: Mapping[str, Sequence[float]]
    bias: tuple[float, ...]

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> LinearModel:
        """Return the model that was stored as plain data."""
        return cls(tuple(stored["labels"]), stored["weights"], tuple(stored["bias"]))

    def scores(self, names: Iterable[str]) -> list[float]:
        """Return the score of each label; a name that is given twice counts once."""
        known = filter(None, map(self.weights.get, set(names)))
        # The sum must not depend on the order of a set, which is another in every process.
        return [math.fsum(column) for column in zip(self.bias, *known, strict=True)]

    def best(self, names: Iterable[str]) -> tuple[str, float]:
        """Return the label with the highest score and its probability."""
        chances = probabilities(self.scores(names))
        place = max(range(len(chances)), key=chances.__getitem__)
        return self.labels[place], round(chances[place], 4)


def probabilities(scores: Sequence[float]) -> list[float]:
    """Return the softmax of scores."""
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
