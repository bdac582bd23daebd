"""What reads many files and searches them: behind one protocol, so that tests and callers know no other.

>>> get_engine("embedded").find([])
()
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, Protocol

from govreport.engines.isolated import Answer, Limits, Task
from govreport.engines.sources import StoredDocument
from govreport.errors import UsageError
from govreport.history import Kept
from govreport.model import Match, Submission

__all__ = ["ENGINES", "Engine", "get_engine"]

ENGINES = ("embedded", "spark")


class Engine(Protocol):
    """Reads files and finds what submissions share; every engine gives the same for the same.

    ``is_here`` tells whether it searches on this machine, where a long history is asked by its index.
    """

    is_here: bool

    def listed(self, source: str) -> Iterator[StoredDocument]:
        """Yield what lies below an address, or in a table; InputError where there is no such thing.

        UsageError where the engine reads files of this machine only.
        """
        ...

    def history(self, path: str | os.PathLike[str]) -> Kept:
        """Return the earlier submissions that lie there; OutputError where they can't be used."""
        ...

    def answers(
        self,
        tasks: Iterable[Task],
        *,
        jobs: int,
        limits: Limits,
        options: dict[str, Any],
        begun: Callable[[Task], None] = lambda task: None,
    ) -> Iterator[tuple[Task, Answer]]:
        """Yield each task with its answer, in any order; see ``govreport.engines.isolated``."""
        ...

    def find(
        self, submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        """Return the matches in the order of the later text: all, or those of submissions ``asked`` about."""
        ...


def get_engine(name: str, memory: int | None = None) -> Engine:
    """Return an engine by its name; UsageError where there is none.

    ``memory`` is how many bytes its arrays may take, besides the texts; the rest is put away in files.
    """
    if name not in ENGINES:
        raise UsageError("unknown-engine", f"no engine {name!r}", hint="one of " + ", ".join(ENGINES))
    if name == "spark":
        from govreport.engines.spark import Spark

        return Spark()
    from govreport.engines.embedded import Embedded

    return Embedded(memory)
