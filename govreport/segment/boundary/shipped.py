"""The counted tables and fitted weights that the package ships: numbers in JSON, no code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from govreport.segment.boundary.odds import Odds
from govreport.segment.boundary.tables import Column, Tables
from govreport.text.shipped_models import numbers_only, shipped_model

_WEIGHTS = ("short", "first", "names", "joint")


@dataclass(frozen=True)
class BoundaryModel:
    """Tables and weights of all stages; ``provenance`` says what they were counted from."""

    odds: Odds
    short: list[float]
    first: list[float]
    names: dict[str, float]
    joint: list[float]
    provenance: dict[str, str]


@cache
def load_model() -> BoundaryModel:
    """Return the shipped model."""
    return shipped_model("boundary.json", _of)


def _of(stored: Mapping[str, Any]) -> BoundaryModel:
    tables = {
        name: {int(n): Column(*column) for n, column in stored["tables"][name].items()}
        for name in Tables.names()
    }
    weights = {key: numbers_only(stored[key]) for key in _WEIGHTS}
    return BoundaryModel(Odds.of_columns(tables), provenance=stored["provenance"], **weights)
