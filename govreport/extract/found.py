"""What the search for slots goes from, a statement of known kind, and what it comes to: slots by place."""

from __future__ import annotations

from typing import NamedTuple

from govreport.extract.grouping import Draft
from govreport.model import CitedLaw, DateValue, Quantity, Slot

__all__ = ["Decided", "Found", "Slots", "Years"]


class Found(NamedTuple):
    """A slot in normalized offsets."""

    name: str
    start: int
    end: int
    value: Quantity | DateValue | CitedLaw | str | None = None


Slots = dict[str, tuple[Slot, ...]]


class Years(NamedTuple):
    """The year that a part speaks of, and that in which it was written, from which 明年 is counted."""

    part: int | None
    present: int | None


class Decided(NamedTuple):
    """A statement whose kind is known: its clauses, its kind, and the years of its part."""

    draft: Draft
    kind: str
    years: Years
