"""What became of a commitment: what a later report of the same unit says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from govreport.model.statement import Statement

OUTCOMES = ("done", "partly", "repeated", "not-mentioned")


class ComparedFigure(NamedTuple):
    """A promised figure beside the reported one; ``unit`` in Simplified script."""

    unit: str
    promised: float
    reported: float


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A commitment or target of an earlier report with its outcome.

    ``answers`` are statements of the later report, the most probable first; there are none where it is
    ``not-mentioned``, which does not say that nothing was done. ``probability`` is that of the first answer,
    or of there being none.
    """

    commitment: Statement
    outcome: str
    answers: tuple[Statement, ...]
    figures: tuple[ComparedFigure, ...]
    probability: float
