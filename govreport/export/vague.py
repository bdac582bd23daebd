"""How vague a plan is: of its own commitments, how many name neither how much, nor until when, nor who.

>>> Vague(4, 1).rate, Vague(0, 0).rate
(0.25, None)
"""

from __future__ import annotations

from typing import NamedTuple

from govreport.model import Findings

__all__ = ["Vague", "vague_of"]


class Vague(NamedTuple):
    """How many commitments there are, and how many of them are vague."""

    all: int
    vague: int

    @property
    def rate(self) -> float | None:
        """Their share; None where nothing is promised."""
        return self.vague / self.all if self.all else None


def vague_of(findings: Findings) -> Vague:
    """Return the counts of a report; what stands in a copied block is counted once."""
    promised = [
        one
        for one in findings.statements
        if one.kind == "commitment" and one.part == "plan" and one.duplicate_of is None
    ]
    return Vague(len(promised), sum(one.is_vague for one in promised))
