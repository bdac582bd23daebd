"""The counted tables and fitted weights that the package ships: numbers in JSON, no code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from govreport.segment.boundary.odds import Odds
from govreport.segment.boundary.tables import Column, Tables
from govreport.text.lexicon import read_data

_KEYS = ("short", "first", "names", "joint", "provenance")


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
    stored = json.loads(read_data("boundary.json"))
    tables = {
        name: {int(n): Column(*column) for n, column in stored["tables"][name].items()}
        for name in Tables.names()
    }
    return BoundaryModel(Odds.of_columns(tables), **{key: stored[key] for key in _KEYS})
