"""The engine that runs in this process, on arrays in memory."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence

from govreport.engines.isolated import answers
from govreport.engines.sources import StoredDocument, is_source
from govreport.errors import UsageError
from govreport.history import History, Kept
from govreport.model import Match, Submission
from govreport.reuse import find_matches

__all__ = ["Embedded"]


class Embedded:
    """Searches all submissions at once; its arrays take about ``memory`` bytes, 1 GB unless given."""

    is_here = True

    def __init__(self, memory: int | None = None) -> None:
        self._memory = memory

    def listed(self, source: str) -> Iterator[StoredDocument]:
        """Raise UsageError: what is read here are files of this machine."""
        raise _needs_spark(source)

    def history(self, path: str | os.PathLike[str]) -> Kept:
        """Return the history in a file."""
        if is_source(path):
            raise _needs_spark(os.fspath(path))
        return History.open(path)

    answers = staticmethod(answers)

    def find(
        self, submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        """Return the matches in the order of the later text: all, or those of submissions ``asked`` about."""
        if self._memory is None:
            return find_matches(submissions, asked=asked)
        return find_matches(submissions, asked=asked, memory=self._memory)


def _needs_spark(source: str) -> UsageError:
    reason = f"{source} is an address or a table, which the engine of one machine does not read"
    return UsageError("needs-spark", reason, hint="give files and folders, or --engine spark")
