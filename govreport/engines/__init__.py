"""What runs the search over many submissions: behind one protocol, so that tests and callers know no other.

>>> get_engine("embedded").find([])
()
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol

from govreport.errors import UsageError
from govreport.model import Match, Submission

__all__ = ["ENGINES", "Engine", "get_engine"]

ENGINES = ("embedded", "spark")


class Engine(Protocol):
    """Finds what submissions share; every engine gives the same matches for the same submissions."""

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
