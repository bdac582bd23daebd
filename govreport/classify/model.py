"""The shipped weights: what the evidence for an area is worth; learned by ``govreport.train``."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from govreport.classify.evidence import NONE, SECTION_FEATURES, STATEMENT_FEATURES, WORD_FEATURES, Evidence
from govreport.text.lexicon import read_data
from govreport.text.linear import probabilities

__all__ = ["AreaModel", "Weights", "load_model"]


@dataclass(frozen=True, slots=True)
class Weights:
    """``features`` weigh the columns of the rows, ``names`` what single words say of single areas."""

    features: Sequence[float]
    names: Mapping[str, Mapping[str, float]]

    def scores(self, evidence: Evidence) -> list[float]:
        """Return the score of each candidate."""
        sums = [
            sum(weight * value for weight, value in zip(self.features, row, strict=True) if value)
            for row in evidence.rows
        ]
        places = {area: place for place, area in enumerate(evidence.areas)}
        for name in evidence.names:
            for area, weight in self.names.get(name, {}).items():
                if area in places:
                    sums[places[area]] += weight
        return sums

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
    return Weights([stored["features"][column] for column in columns], stored["names"])


@cache
def load_model() -> AreaModel:
    """Return the shipped model."""
    return AreaModel.of(json.loads(read_data("areas.json")))
