"""A report that was handed in again: what was changed, and what became of what was flagged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from govreport.model.flag import Flag
from govreport.model.span import Span

REVISED = ("closed", "open", "new")


class RevisedText(NamedTuple):
    """Words that were put in the place of others: ``left`` in the earlier version, ``right`` in the later.

    An empty span tells where something was put in, or left out.
    """

    left: Span
    right: Span

    @property
    def state(self) -> str:
        """``removed``, ``added`` or ``changed``."""
        return "added" if not self.left.length else "changed" if self.right.length else "removed"


@dataclass(frozen=True, slots=True)
class RevisedFlag:
    """What became of a flag: ``closed`` has no ``later`` one, ``new`` no ``earlier`` one.

    An ``open`` one without ``earlier`` is about words that stood in the earlier version, which was not
    checked by that rule.
    """

    state: str
    earlier: Flag | None
    later: Flag | None

    @property
    def flag(self) -> Flag:
        """The flag of the later version, or that which is closed."""
        found = self.later or self.earlier
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one report, by the ids of their documents.

    ``kept`` is the share of the later one's characters that stand as they were; ``is_dated`` tells whether
    days, or a history, say which was first.
    """

    earlier: str
    later: str
    is_dated: bool
    kept: float
    flags: tuple[RevisedFlag, ...]
    texts: tuple[RevisedText, ...]

    def number(self, state: str) -> int:
        """Return how many flags are in a state."""
        return sum(one.state == state for one in self.flags)
