"""A linear model as data: weights of names for each label, read from JSON, scored without any package.

>>> model = LinearModel.of({"labels": ["no", "yes"], "weights": {"a": [0.0, 2.0]}, "bias": [0.0, -1.0]})
>>> model.best(["a", "unknown"])
('yes', 0.7311)
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import accumulate, chain, repeat
from typing import Any

from govreport.text.shipped_models import numbers_only, of_one_length

__all__ = ["EMPHASIZED", "Group", "LinearModel", "SideBySide", "probabilities", "written_out"]

# What a name begins with that counts as much as several: what a rule says, beside what single words say.
EMPHASIZED = "!"
# Weights are shipped with three decimals.
_ONE = 1000

Group = tuple[str, Collection[str]]
"""What several names begin with, and how each of them goes on."""


class LinearModel:
    """``weights`` holds for each name one weight per label, in thousandths; others weigh nothing.

    The weights of a name are kept as one whole number, a field of its bits for each label: so the sums of all
    labels are one sum, and exact, whatever its order, which is that of a set: another in every process.
    """

    __slots__ = ("_bits", "_by_prefix", "_nothing", "labels")

    def __init__(
        self, labels: Sequence[str], weights: Mapping[str, Sequence[float]], bias: Sequence[float]
    ) -> None:
        self.labels = tuple(labels)
        # No sum of names, each counted once, fills its field.
        most = math.fsum(map(abs, chain(bias, *weights.values())))
        self._bits = 2 + math.ceil(_ONE * most + 1).bit_length()
        self._nothing = self._half() + self._number(bias)
        self._by_prefix = {"": {name: self._number(values) for name, values in weights.items()}}

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> LinearModel:
        """Return the model that was stored as plain data."""
        of_one_length([*stored["weights"].values(), stored["bias"]], len(stored["labels"]))
        return cls(stored["labels"], numbers_only(stored["weights"]), numbers_only(stored["bias"]))

    def scores(self, names: Iterable[str]) -> list[float]:
        """Return the score of each label; a name that is given twice counts once."""
        return self.scores_of([("", set(names))])

    def scores_of(self, groups: Iterable[Group], known: int = 0) -> list[float]:
        """Return the same of names in groups: most of them need not be written out then.

        A name that begins as one group does may stand in no other. ``known`` is the sum of other names.
        """
        distinct: dict[str, set[str]] = {}
        for prefix, names in groups:
            distinct.setdefault(prefix, set()).update(names)
        total = self._nothing + known
        for prefix, rests in distinct.items():
            total = sum(map(self.under(prefix).get, rests, repeat(0)), total)
        bits = self._bits
        field, half = (1 << bits) - 1, 1 << (bits - 1)
        return [((total >> bits * place & field) - half) / _ONE for place in range(len(self.labels))]

    def best(self, names: Iterable[str]) -> tuple[str, float]:
        """Return the label with the highest score and its probability."""
        return self.best_of([("", set(names))])

    def best_of(self, groups: Iterable[Group], known: int = 0) -> tuple[str, float]:
        """Return the same of names in groups."""
        chances = probabilities(self.scores_of(groups, known))
        place = max(range(len(chances)), key=chances.__getitem__)
        return self.labels[place], round(chances[place], 4)

    @property
    def width(self) -> int:
        """How many bits a sum of names takes, its sign included."""
        return self._bits * len(self.labels) + 1

    def under(self, prefix: str) -> Mapping[str, int]:
        """Return what the names weigh that begin so, by how they go on."""
        if prefix not in self._by_prefix:
            self._by_prefix[prefix] = {
                name.removeprefix(prefix): number
                for name, number in self._by_prefix[""].items()
                if name.startswith(prefix)
            }
        return self._by_prefix[prefix]

    def _number(self, values: Sequence[float]) -> int:
        """Return the weights of one name as one number."""
        places = zip(range(len(self.labels)), values, strict=True)
        return sum(round(_ONE * value) << self._bits * place for place, value in places)

    def _half(self) -> int:
        """Return what makes all fields positive."""
        return sum(1 << self._bits * (place + 1) - 1 for place in range(len(self.labels)))


class SideBySide:
    """What the same names say in several models, or behind several beginnings, for one look-up each.

    >>> no_yes = LinearModel(["no", "yes"], {"a": [0, 2], "1:a": [1, 0], "b": [-3, 0]}, [0, 0])
    >>> alone, behind = SideBySide([(no_yes, ""), (no_yes, "1:")]).sums_of([("", ["a", "b", "c"])])
    >>> no_yes.scores_of([], alone), no_yes.scores_of([], behind)
    ([-3.0, 2.0], [1.0, 0.0])
    """

    def __init__(self, parts: Sequence[tuple[LinearModel, str]]) -> None:
        self._parts = tuple(parts)
        widths = [model.width for model, _ in parts]
        self._places = [0, *accumulate(widths)][:-1]
        self._fields = [
            (place, (1 << bits) - 1, 1 << bits - 1) for place, bits in zip(self._places, widths, strict=True)
        ]
        self._nothing = sum(half << place for place, _, half in self._fields)
        self._by_prefix: dict[str, dict[str, int]] = {}

    def sums_of(self, groups: Iterable[Group]) -> tuple[int, ...]:
        """Return for each part the sum of the names, as ``LinearModel.scores_of`` takes it.

        No two groups may begin in the same way.
        """
        total = self._nothing
        for prefix, names in groups:
            total = sum(map(self._under(prefix).get, set(names), repeat(0)), total)
        return tuple((total >> place & field) - half for place, field, half in self._fields)

    def _under(self, prefix: str) -> Mapping[str, int]:
        if prefix not in self._by_prefix:
            packed: dict[str, int] = {}
            for place, (model, beginning) in zip(self._places, self._parts, strict=True):
                for name, number in model.under(beginning + prefix).items():
                    packed[name] = packed.get(name, 0) + (number << place)
            self._by_prefix[prefix] = packed
        return self._by_prefix[prefix]


def written_out(groups: Iterable[Group]) -> list[str]:
    """Return the names of groups.

    >>> written_out([("", ["first"]), ("c=", ["加强", "领导"])])
    ['first', 'c=加强', 'c=领导']
    """
    return [prefix + name for prefix, names in groups for name in names]


def probabilities(scores: Sequence[float]) -> list[float]:
    """Return the softmax of scores."""
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]
