"""The engine that runs in this process, on arrays in memory."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from govreport.model import Match, Submission
from govreport.reuse import find_matches

__all__ = ["Embedded"]


class Embedded:
    """Searches all submissions at once."""

    def find(
        self, submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        """Return the matches in the order of the later text: all, or those of submissions ``asked`` about."""
        return find_matches(submissions, asked=asked)
