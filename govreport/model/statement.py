"""What a report says was done, reached, lacking or promised, with who, what, how much and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govreport.model.area import AreaScore
from govreport.model.span import Span

KINDS = ("commitment", "measure", "achievement", "target", "problem")
STATUSES = ("done", "ongoing", "planned", "required")
SLOTS = (
    "actor",
    "action",
    "object",
    "beneficiary",
    "quantity",
    "deadline",
    "frequency",
    "legal_reference",
    "policy_reference",
    "venue",
    "occasion",
    "partner",
    "method",
    "scope",
    "purpose",
    "effect",
    "person",
    "post",
    "hedge",
)
# What makes a promise one that can be checked.
_NAMED = ("quantity", "deadline", "frequency", "actor")


COMPARATORS = ("equal", "about", "at-least", "more-than", "at-most", "less-than")
CHANGES = ("increase-by", "increase-to", "decrease-by", "decrease-to")


class Quantity(NamedTuple):
    """A figure: ``maximum`` differs from ``minimum`` in ranges; ``unit`` in Simplified script.

    ``comparator`` is one of COMPARATORS, ``change`` one of CHANGES, empty where the words before it tell of
    none.
    """

    minimum: float
    maximum: float
    unit: str
    approximate: bool
    comparator: str = "equal"
    change: str = ""


class DateValue(NamedTuple):
    """A resolved date or period, as precise as the text: ISO strings, first and last day."""

    first: str
    last: str


class CitedLaw(NamedTuple):
    """A law that is cited, by its name in the table of laws, in Simplified script; None where that has none.

    ``in_force`` tells whether it held in the year that the part of the report speaks of; None where the law
    or the year is unknown.
    """

    name: str | None
    in_force: bool | None


@dataclass(frozen=True, slots=True)
class Slot:
    """One answer to who, what, how much … ``span`` is None where it was inherited from the context."""

    span: Span | None
    text: str
    value: Quantity | DateValue | CitedLaw | str | None = None

    @classmethod
    def cut(cls, text: str, span: Span, value: Quantity | DateValue | CitedLaw | str | None = None) -> Slot:
        """Build a slot whose quote is cut from ``text``, the raw text."""
        return cls(span, span.of(text), value)

    @property
    def inherited(self) -> bool:
        """Whether the text of the statement itself does not hold it."""
        return self.span is None


class Checkable(NamedTuple):
    """How far a later report could be checked against this: share of slots present, and those missing."""

    score: float
    missing: tuple[str, ...]


_UNCHECKED = Checkable(0.0, ())


@dataclass(frozen=True, slots=True)
class Statement:
    """One commitment, measure, achievement, target or problem."""

    id: int
    kind: str
    status: str
    text: str
    span: Span
    section: int | None
    part: str | None
    slots: Mapping[str, tuple[Slot, ...]] = field(default_factory=dict)
    areas: tuple[AreaScore, ...] = ()
    checkable: Checkable = _UNCHECKED
    confidence: float = 0.0
    duplicate_of: int | None = None
    area_terms: tuple[Span, ...] = ()
    """The words that speak for its first area; none where that is its section's."""

    @property
    def is_vague(self) -> bool:
        """Whether its own text names neither how much, nor until when or how often, nor who."""
        return not any(slot.span is not None for name in _NAMED for slot in self.slots.get(name, ()))

    @classmethod
    def cut(cls, text: str, *, span: Span, **fields: object) -> Statement:
        """Build a statement whose quote is cut from ``text``, the raw text."""
        return cls(span=span, text=span.of(text), **fields)  # type: ignore[arg-type]
