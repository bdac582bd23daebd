"""The shipped model of statements: where one begins, of which kind and status it is."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from govreport.text.lexicon import read_data
from govreport.text.linear import LinearModel

__all__ = ["TAGS", "StatementModel", "load_model"]

TAGS = ("begins", "goes-on", "outside")
"""What a clause does: it begins a statement, goes on with the one before it, or belongs to none."""


@dataclass(frozen=True, slots=True)
class StatementModel:
    """Three linear models over names; fitted by ``govreport.train``."""

    tag: LinearModel
    kind: LinearModel
    status: LinearModel


@cache
def load_model() -> StatementModel | None:
    """Return the shipped model, None in a package that has none: then rules alone decide."""
    try:
        stored = json.loads(read_data("statements.json"))
    except FileNotFoundError:
        return None
    return StatementModel(*(LinearModel.of(stored[name]) for name in ("tag", "kind", "status")))
