"""The shipped model of statements: where one begins, of which kind and status it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from govreport.text.linear import LinearModel, SideBySide
from govreport.text.shipped_models import numbers_only, shipped_model

__all__ = ["NEIGHBOURS", "TAGS", "StatementModel", "load_model"]

NEIGHBOURS = (-2, -1, 1, 2)
"""Which of the clauses around one speak of its tag."""

TAGS = ("begins", "goes-on", "outside")
"""What a clause does: it begins a statement, goes on with the one before it, or belongs to none."""


@dataclass(frozen=True)
class StatementModel:
    """Three linear models over names; fitted by ``govreport.train``."""

    tag: LinearModel
    kind: LinearModel
    status: LinearModel
    unsure: float = 0.0
    """Below this chance of a kind the rules decide: learned on reports that the model had not seen."""

    @cached_property
    def around(self) -> SideBySide:
        """What the names of a clause say of its tag, and of those of its ``NEIGHBOURS`` in their order."""
        return SideBySide([(self.tag, ""), *((self.tag, f"{step}:") for step in NEIGHBOURS)])

    @cached_property
    def said(self) -> SideBySide:
        """What the names of a statement say of its kind, and of its status."""
        return SideBySide([(self.kind, ""), (self.status, "")])


@cache
def load_model() -> StatementModel | None:
    """Return the shipped model, None in a package that has none: then rules alone decide."""
    try:
        return shipped_model("statements.json", _of)
    except FileNotFoundError:
        return None


def _of(stored: Mapping[str, Any]) -> StatementModel:
    tag, kind, status = (LinearModel.of(stored[name]) for name in ("tag", "kind", "status"))
    return StatementModel(tag, kind, status, numbers_only(stored["unsure"]))
