"""What was learned of answers and outcomes: weights of named evidence, read from data/follow.json."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport.text.shipped_models import numbers_only, shipped_model

__all__ = ["answer_weights", "outcome_weights"]


_Weights = tuple[Mapping[str, float], float]


def answer_weights() -> _Weights:
    """Return the weights of what speaks for an answer, and the intercept."""
    return _model()[0]


def outcome_weights() -> Mapping[str, _Weights]:
    """Return for each outcome the weights of what speaks for it, and its intercept."""
    return _model()[1]


@cache
def _model() -> tuple[_Weights, Mapping[str, _Weights]]:
    return shipped_model("follow.json", _of)


def _of(stored: Mapping[str, Any]) -> tuple[_Weights, Mapping[str, _Weights]]:
    numbers_only(stored)
    outcomes = {name: (one["weights"], one["intercept"]) for name, one in stored["outcome"].items()}
    return (stored["answer"]["weights"], stored["answer"]["intercept"]), outcomes
