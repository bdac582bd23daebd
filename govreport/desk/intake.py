"""Who submitted a file, for which year and when: as given in a CSV file, else as its name or text say.

>>> intake = Intake((Unit("1", "石桥镇妇联", former=("石桥乡妇联",)),))
>>> intake.submitted("石桥乡妇联-20200103.txt", "石桥乡妇联", 2019, "")[1:5]
('石桥镇妇联', '1', 2019, '2020-01-03')
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cached_property

from govreport.desk.days import day_in, signed_on
from govreport.desk.metadata import Given, Metadata, read_metadata
from govreport.desk.names import Found, Names
from govreport.desk.roster import read_roster
from govreport.model import Note, Submission, Submitted, Unit
from govreport.text.units import unit_stem

__all__ = ["Intake"]

_NOTHING = Given(0, None, None, None, {})


class Intake:
    """What is known of submissions before they are compared; without roster and metadata, what they say."""

    def __init__(self, units: tuple[Unit, ...] = (), metadata: Metadata | None = None) -> None:
        self.units = units
        self.metadata = metadata or Metadata()

    @classmethod
    def read(cls, roster: str | os.PathLike[str] | None, metadata: str | os.PathLike[str] | None) -> Intake:
        """Read both files, where they are given; UsageError names the line that can't be used."""
        units = () if roster is None else read_roster(roster)
        return cls(units, None if metadata is None else read_metadata(metadata))

    @cached_property
    def names(self) -> Names:
        """The names of the roster."""
        return Names(self.units)

    def submitted(self, id: str, unit: str | None, year: int | None, text: str) -> Submitted:
        """Return who submitted a document; ``unit`` and ``year`` are what its text says."""
        given = self.metadata.of(id) or _NOTHING
        told, own = self._handed_in_by(id, given), self.names.find(unit, id)
        # A unit that is given counts even where the roster does not have it.
        found = told if told.ids or given.unit else own
        date, dated_by = _dated(given, id, text)
        named = unit if told.ids and self._is_another(told, own, unit) else None
        return Submitted(
            id,
            self._name(found) or given.unit or unit,
            found.id,
            given.year or year,
            date,
            named=named,
            dated_by=dated_by,
            note=_unclear(found, self.names),
        )

    def unread(self, id: str) -> Submitted:
        """Return who submitted a file that can't be read: the CSV file or its name may tell."""
        return self.submitted(id, None, None, "")._replace(read=False)

    def known_as(self, submission: Submission) -> Submission:
        """Return an earlier submission under the name that its unit has now."""
        name = self._name(self.names.find(submission.unit, submission.id)) if self.units else None
        return replace(submission, unit=name) if name else submission

    def columns_of(self, submitted: Submitted) -> dict[str, str]:
        """Return the user's own columns for a document: those of its unit, then its own."""
        unit = self.names.units.get(submitted.unit_id or "")
        given = self.metadata.of(submitted.document_id) or _NOTHING
        return {**(unit.other if unit else {}), **given.other}

    def _handed_in_by(self, id: str, given: Given) -> Found:
        if not self.units:
            return Found(())
        return self.names.find(given.unit, id) if given.unit else self.names.in_path(id)

    def _name(self, found: Found) -> str | None:
        return self.names.units[found.id].name if found.id else None

    def _is_another(self, told: Found, own: Found, unit: str | None) -> bool:
        """Whether the text is another unit's: of the roster, or one whose place no name of this one holds."""
        if own.ids:
            return not set(own.ids) & set(told.ids)
        place = unit_stem(unit)
        stems = [unit_stem(name) for id in told.ids for name in self.names.units[id].names]
        return bool(place) and not any(stem and (stem in place or place in stem) for stem in stems)


def _dated(given: Given, id: str, text: str) -> tuple[str | None, str | None]:
    """Return the day and what tells it."""
    if given.date:
        return given.date, "given"
    by_name = day_in(id.replace("\\", "/").rpartition("/")[2])
    if by_name:
        return by_name, "name"
    signed = signed_on(text)
    return signed, "signed" if signed else None


def _unclear(found: Found, names: Names) -> Note | None:
    if len(found.ids) < 2:
        return None
    return Note("roster-several-units", {"units": "、".join(names.units[id].name for id in found.ids)})
