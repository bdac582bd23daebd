"""What an auditor brings along beside the reports, and what became of it: roster, metadata, decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

STATES = ("on-time", "late", "undated", "wrong-year", "wrong-unit", "unreadable", "missing")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that is expected to submit a report; ``due`` is a day as ``2020-01-15``.

    ``former`` and ``aliases`` are other names; ``other`` holds the further columns of the roster.
    """

    id: str
    name: str
    code: str | None = None
    level: str | None = None
    parent: str | None = None
    former: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    due: str | None = None
    year: int | None = None
    other: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by."""
        return (self.name, *self.former, *self.aliases)


class Note(NamedTuple):
    """Something to tell: the name of a message and what fills it."""

    code: str
    params: Mapping[str, Any]


class Submitted(NamedTuple):
    """Who submitted a file, for which year and when, as given or as recognised; None where unknown.

    ``unit_id`` is the unit of the roster; ``read`` is False where the file could not be read; ``named`` is
    the unit that the text itself names where that is another one; ``dated_by`` is ``given`` (in a CSV file),
    ``name`` (of the file) or ``signed`` (below the report).
    """

    document_id: str
    unit: str | None
    unit_id: str | None
    year: int | None
    date: str | None
    read: bool = True
    named: str | None = None
    dated_by: str | None = None
    note: Note | None = None


class Standing(NamedTuple):
    """How an expected unit stands: ``state`` is one of ``STATES``, ``documents`` what it submitted.

    ``year`` is what it reports on, ``wanted`` the year that was expected, ``counted`` the document whose
    figures count: the last of the versions, None where nothing can be read.
    """

    unit: Unit
    state: str
    documents: tuple[str, ...]
    year: int | None
    date: str | None
    note: Note | None = None
    wanted: int | None = None
    counted: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What an auditor decided on a flag, with the reason, who and when.

    ``decision`` is one of the words of ``data/desk.toml``: 待核實 屬實 合理引用 誤報 已整改. ``decided_on``
    is the hash of what it was decided on: evidence and rule. ``state`` is ``in-force``, ``reopened`` (either
    has changed; ``earlier`` tells what was decided before) or ``no-flag`` (there is none of that id now).
    ``is_settled`` follows from the decision: the flag needs no more looking at.
    """

    flag_id: str
    decision: str
    reason: str
    who: str = ""
    when: str = ""
    decided_on: str = ""
    state: str = "in-force"
    earlier: str = ""
    is_settled: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class Desk:
    """All that stands beside the reports of an audit.

    ``metadata`` gives the user's own columns for each document; ``decisions`` are by flag id, as are
    ``prints``: the hash of evidence and rule that a decision is made on. ``notices`` are messages on rows
    that fit no submission; ``facts`` is what the manifest tells of how the audit was made.
    """

    standings: tuple[Standing, ...] = ()
    submitted: tuple[Submitted, ...] = ()
    metadata: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)

    def settles(self, flag_id: str) -> bool:
        """Whether a flag needs no more looking at."""
        decision = self.decisions.get(flag_id)
        return decision is not None and decision.is_settled

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the user's own columns, in their order."""
        return tuple(dict.fromkeys(name for row in self.metadata.values() for name in row))
