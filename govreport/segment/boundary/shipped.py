"""The counted tables and fitted weights that the package ships: arrays of numbers in JSON, no code."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from govreport.segment.boundary.tables import Tables
from govreport.text.lexicon import read_data


@dataclass(frozen=True)
class BoundaryModel:
    """Tables and the weights of both stages; ``provenance`` says what they were counted from."""

    tables: Tables
    first: list[float]
    joint: list[float]
    provenance: dict[str, str]


@cache
def load_model() -> BoundaryModel:
    """Return the shipped model."""
    stored = json.loads(read_data("boundary.json"))
    tables = Tables(stored["closing"], stored["opening"], stored["inside"])
    return BoundaryModel(tables, stored["first"], stored["joint"], stored["provenance"])
