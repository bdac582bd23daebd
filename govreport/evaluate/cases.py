"""What is counted: one case for each thing that the gold or the report says, and how it came out."""

from __future__ import annotations

from typing import NamedTuple

from govreport.model import Span

__all__ = ["OUTCOMES", "Case"]

OUTCOMES = ("right", "missed", "extra", "wrong")


class Case(NamedTuple):
    """One case of a task.

    ``right`` counts for precision and recall; ``missed`` stands in the gold alone, ``extra`` in the report
    alone; ``wrong`` is both at once: a label that is another one. ``probability`` is what the report said
    of it, None where it says nothing. ``weight`` is what the case counts: one, or its characters.
    """

    task: str
    document: str
    span: Span
    outcome: str
    gold: str = ""
    given: str = ""
    probability: float | None = None
    weight: int = 1

    @property
    def key(self) -> str:
        """What names this case in every run over the same corpus."""
        return f"{self.task} {self.document} {self.span.start}-{self.span.end}"
