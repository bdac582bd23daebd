"""A submission with what the search computes of it once: its key, its quotations."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from govreport.model import Span, Submission
from govreport.text.keys import Key, comparison_key
from govreport.text.quotations import formulas, quotations
from govreport.text.units import unit_place, unit_stem

__all__ = ["Text", "Texts"]


@dataclass(frozen=True)
class Text:
    """A submission with its key; what is drawn from it is computed once."""

    submission: Submission

    @cached_property
    def key(self) -> Key:
        """The key that it is compared by."""
        return comparison_key(self.text)

    @cached_property
    def text(self) -> str:
        """The raw text."""
        return self.submission.text

    @cached_property
    def stem(self) -> str:
        """The place that its unit is called after, "" where it is unknown."""
        return unit_stem(self.submission.unit)

    @cached_property
    def characters(self) -> str:
        """The characters of the key."""
        return self.key.text

    @cached_property
    def place(self) -> str:
        """The place of its unit with its kind, "" where it is unknown."""
        return unit_place(self.submission.unit)

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where it quotes."""
        return quotations(self.text)

    @cached_property
    def formal(self) -> list[tuple[int, int]]:
        """Where it follows a form: its opening, its thanks."""
        return formulas(self.text)

    def between(self, end: int, start: int) -> str:
        """Return the raw text between two places of the key: after ``end`` and before ``start``."""
        if not 0 < end <= start < len(self.key):
            return ""
        return self.text[int(self.key.positions[end - 1]) + 1 : int(self.key.positions[start])]

    def raw(self, start: int, end: int) -> Span:
        """Return the raw span of a stretch of the key."""
        place = self.key.positions.item
        return Span(place(start), place(end - 1) + 1)


class Texts:
    """The submissions by number; what was computed of those that were looked at last is kept.

    ``held`` is how many characters they have together.
    """

    def __init__(self, submissions: Sequence[Submission], held: int) -> None:
        self._submissions = submissions
        self._room = held
        self._held: OrderedDict[int, Text] = OrderedDict()
        self._size = 0

    def __getitem__(self, number: int) -> Text:
        found = self._held.get(number)
        if found is not None:
            self._held.move_to_end(number)
            return found
        found = self._held[number] = Text(self._submissions[number])
        self._size += len(found.text)
        while self._size > self._room and len(self._held) > 2:
            self._size -= len(self._held.popitem(last=False)[1].text)
        return found
