"""The engine that runs in this process, on arrays in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from govreport.model import Match, Submission
from govreport.reuse import find_matches

__all__ = ["Embedded"]


class Embedded:
    """Searches all submissions at once; its arrays take about ``memory`` bytes, 1 GB unless given."""

    def __init__(self, memory: int | None = None) -> None:
        self._memory = memory

    def find(
        self, submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        """Return the matches in the order of the later text: all, or those of submissions ``asked`` about."""
        if self._memory is None:
            return find_matches(submissions, asked=asked)
        return find_matches(submissions, asked=asked, memory=self._memory)
