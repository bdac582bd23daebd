"""What was learned of answers and outcomes: weights of named evidence, read from data/follow.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from govreport.text.lexicon import read_data

__all__ = ["answer_weights", "outcome_weights"]


def answer_weights() -> tuple[Mapping[str, float], float]:
    """Return the weights of what speaks for an answer, and the intercept."""
    answer = _model()["answer"]
    return answer["weights"], answer["intercept"]


def outcome_weights() -> Mapping[str, tuple[Mapping[str, float], float]]:
    """Return for each outcome the weights of what speaks for it, and its intercept."""
    return {name: (one["weights"], one["intercept"]) for name, one in _model()["outcome"].items()}


@cache
def _model() -> Any:
    return json.loads(read_data("follow.json"))
