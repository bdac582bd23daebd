"""The shipped weights: what the evidence for an area is worth; learned by ``govreport.train``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from govreport.classify.features import NONE, SECTION_FEATURES, STATEMENT_FEATURES, WORD_FEATURES, Evidence
from govreport.text.linear import probabilities
from govreport.text.shipped_models import numbers_only, shipped_model

__all__ = ["AreaModel", "Weights", "load_model"]


_NOTHING: Sequence[tuple[str, float]] = ()
# So many taxonomies, in so many years, are in use at once.
_MOST_KEPT = 16


@dataclass(frozen=True, slots=True)
class Weights:
    """``features`` weigh the columns of the rows, ``names`` what single words say of single areas."""

    features: Sequence[float]
    names: Mapping[str, Mapping[str, float]]
    _among: dict[tuple[str, ...], dict[str, tuple[tuple[str, float], ...]]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )
    """What names say of the areas of one taxonomy in one year, which are few of all."""

    def scores(self, evidence: Evidence) -> list[float]:
        """Return the score of each candidate."""
        sums = dict.fromkeys(evidence.areas, 0.0)
        for weight, column in zip(self.features, evidence.columns, strict=True):
            for area, value in column.items():
                if area in sums:
                    sums[area] += weight * value
        told = self._of(evidence.areas)
        for name in evidence.names:
            for area, weight in told.get(name, _NOTHING):
                sums[area] += weight
        return list(sums.values())

    def knows(self, evidence: Evidence) -> bool:
        """Whether any word of the evidence was learned to speak for or against one of the areas."""
        told = self._of(evidence.areas)
        return any(name in told for name in evidence.names if name != "any")

    def _of(self, areas: tuple[str, ...]) -> Mapping[str, Sequence[tuple[str, float]]]:
        """Return what the names say of some areas."""
        if areas not in self._among:
            if len(self._among) >= _MOST_KEPT:
                self._among.clear()
            among = frozenset(areas)
            found = (
                (name, tuple([item for item in weights.items() if item[0] in among]))
                for name, weights in self.names.items()
                if not among.isdisjoint(weights)
            )
            self._among[areas] = dict(found)
        return self._among[areas]

    def chances(self, evidence: Evidence) -> dict[str, float]:
        """Return the probability of each candidate; none is certain where nothing speaks for any area."""
        if not evidence.speaks:
            return {NONE: 1.0}
        return dict(zip(evidence.areas, probabilities(self.scores(evidence)), strict=True))


@dataclass(frozen=True, slots=True)
class AreaModel:
    """What decides the areas of statements read by themselves, of sections, and of statements in them."""

    words: Weights
    sections: Weights
    statements: Weights

    @classmethod
    def of(cls, stored: Mapping[str, Any]) -> AreaModel:
        """Return the model that was stored as plain data."""
        return cls(
            _weights(stored["words"], WORD_FEATURES),
            _weights(stored["sections"], SECTION_FEATURES),
            _weights(stored["statements"], STATEMENT_FEATURES),
        )


def _weights(stored: Mapping[str, Any], columns: Sequence[str]) -> Weights:
    features = [stored["features"][column] for column in columns]
    return Weights(numbers_only(features), numbers_only(stored["names"]))


@cache
def load_model() -> AreaModel:
    """Return the shipped model."""
    return shipped_model("areas.json", AreaModel.of)
