"""A linear model as data: weights of names for each label, read from JSON, scored without any package.

>>> model = LinearModel.of({"labels": ["no", "yes"], "weights": {"a": [0.0, 2.0]}, "bias": [0.0, -1.0]})
>>> model.best(["a", "unknown"])
('yes', 0.7311)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any

__all__ = ["EMPHASIZED", "LinearModel", "probabilities"]

# What a name begins with that counts as much as several: what a rule says, beside what single words say.
EMPHASIZED = "!"
# Weights are shipped with three decimals.
_ONE = 1000


class LinearModel:
    """``weights`` holds for each name one weight per label, in thousandths; others weigh nothing.

    The weights of a name are kept as one whole number, a field of its bits for each label: so the sums of all
    labels are one sum, and exact, whatever its order, which is that of a set: another in every process.
    """

    __slots__ = ("_bits", "_nothing", "_packed", "labels")

    def __init__(
        self, labels: Sequence[str], weights: Mapping[str, Sequence[float]], bias: Sequence[float]
    ) -> None:
        self.labels = tuple(labels)
        # No sum of names, each counted once, fills its field.
        most = math.fsum(map(abs, chain(bias, *weights.values())))
        self._bits = 2 + math.ceil(_ONE * most + 1).bit_length()
        self._nothing = self._half() + self._number(bias)
        self._packed = {name: self._number(values) for name, values in weights.items()}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> LinearModel:
        """Return the model that was stored as plain data."""
        return cls(stored["labels"], stored["weights"], stored["bias"])

    def scores(self, names: Iterable[str]) -> list[float]:
        """Return the score of each label; a name that is given twice counts once."""
        total = sum(map(self._packed.get, set(names), repeat(0)), self._nothing)
        bits = self._bits
        field, half = (1 << bits) - 1, 1 << (bits - 1)
        return [((total >> bits * place & field) - half) / _ONE for place in range(len(self.labels))]

    def best(self, names: Iterable[str]) -> tuple[str, float]:
        """Return the label with the highest score and its probability."""
        chances = probabilities(self.scores(names))
        place = max(range(len(chances)), key=chances.__getitem__)
        return self.labels[place], round(chances[place], 4)

    def _number(self, values: Sequence[float]) -> int:
        """Return the weights of one name as one number."""
        places = zip(range(len(self.labels)), values, strict=True)
        return sum(round(_ONE * value) << self._bits * place for place, value in places)

    def _half(self) -> int:
        """Return what makes all fields positive."""
        return sum(1 << self._bits * (place + 1) - 1 for place in range(len(self.labels)))


def probabilities(scores: Sequence[float]) -> list[float]:
    """Return the softmax of scores."""
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
