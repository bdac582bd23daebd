"""Work areas and the taxonomy they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


class AreaScore(NamedTuple):
    """One area and how probable it is."""

    area_id: str
    probability: float


@dataclass(frozen=True, slots=True)
class Area:
    """One line of a federation's work. ``names`` by language; cues in Simplified script.

    ``examples`` are sentences that belong to it; ``since`` and ``until`` are the first and the last year in
    which there was such an area, None where there is no such limit.
    """

    id: str
    names: Mapping[str, str]
    scope: str
    strong: tuple[str, ...]
    weak: tuple[str, ...]
    examples: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None

    def is_of(self, year: int | None) -> bool:
        """Whether there was such an area in that year; an unknown year has them all.

        >>> [Area("x", {}, "", (), (), since=2011).is_of(year) for year in (2005, 2011, None)]
        [False, True, True]
        """
        if year is None:
            return True
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class BorderRule:
    """A border between two areas: where ``when`` matches a clause, ``area`` gains ``weight``.

    ``when`` is a regular expression over the normalized text; ``only_heading`` limits it to headings.
    ``context`` must be found, and ``unless`` must not, in title, heading and text; empty ones ask nothing.
    """

    area: str
    when: str
    weight: float
    only_heading: bool = False
    context: str = ""
    unless: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A list of areas with the rules for their borders.

    ``neutral`` are words that speak for no area, so that a cue within them speaks for none either.
    Where it reads ``by_itself``, a statement goes by its own words alone, whatever section it stands in.
    """

    id: str
    names: Mapping[str, str]
    areas: tuple[Area, ...]
    rules: tuple[BorderRule, ...]
    neutral: tuple[str, ...] = ()
    by_itself: bool = False

    def area(self, area_id: str) -> Area:
        """Return the area of that id; KeyError where there is none."""
        for area in self.areas:
            if area.id == area_id:
                return area
        raise KeyError(area_id)
