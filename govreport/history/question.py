"""What is asked of a history, and what it answers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from govreport.model import Match, Submission

__all__ = ["Answer", "Question"]


class Answer(NamedTuple):
    """The matches, in reading order, and the earlier submissions that are part of them or of wanted units.

    ``compared`` has a row for each earlier submission: its id, unit, year, date, and the hash of its text.
    """

    matches: tuple[Match, ...]
    earlier: tuple[Submission, ...]
    compared: tuple[tuple[str, str | None, int | None, str | None, str], ...]


class Question(NamedTuple):
    """What is asked: submissions ``given``, of which those ``asked`` about by id; the others are references.

    ``left_out`` names by id and hash what of the history is not compared: it must be a text that is given.
    ``renamed`` gives the name that the unit of some has now, by id and hash. ``units`` are the keys of units
    all of whose earlier submissions are wanted.
    """

    given: Sequence[Submission]
    asked: Collection[str]
    left_out: Collection[tuple[str, str]] = ()
    renamed: Mapping[tuple[str, str], str] = {}
    units: Collection[str] = ()
