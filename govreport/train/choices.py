"""The tables that the stages of the boundary model learn from: one for each run, with the right row known.

Each document is judged by the tables of all others, so that nothing is learned by heart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from govreport.segment.boundary.features import Evidence, Found, Shortlist, evidence
from govreport.segment.boundary.labels import before_labels
from govreport.segment.boundary.odds import Odds
from govreport.segment.boundary.shortlist import first_rows
from govreport.segment.boundary.siblings import joint_rows
from govreport.text.choices import Choice
from govreport.train.documents import Case, Learned

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

__all__ = [
    "Lesson",
    "cheap_choices",
    "first_choices",
    "found_of",
    "joint_choices",
    "names_of",
    "rows_of",
]

# Headings of two clauses are rare in policy papers and the rule in federation reports.
_PAIR_WEIGHT = 3.0
_CORPUS_WEIGHT = 3.0
# A catalogue of two hundred headings says no more than a report of thirty.
_FULL_WEIGHT_CASES = 30
# A name of one or two documents tells who wrote them.
_IN_DOCUMENTS = 3


class Lesson(NamedTuple):
    """A document to learn from, and which of its cases; ``is_own`` where it is one of the corpus."""

    document: Learned
    cases: tuple[Case, ...]
    is_own: bool

    def weight(self, case: Case) -> float:
        """Return how much a case counts."""
        pair = "," in case.run[: case.border or 0]
        weight = _CORPUS_WEIGHT if self.is_own else _PAIR_WEIGHT if pair else 1.0
        return weight * min(1.0, _FULL_WEIGHT_CASES / len(self.cases))


def found_of(lesson: Lesson) -> list[Found]:
    """Return the runs of a lesson with the offsets at which their headings may end."""
    return before_labels([Found(case.run, case.offsets, case.style) for case in lesson.cases])


def rows_of(lesson: Lesson, found: list[Found], odds: Odds) -> list[Array]:
    """Return what the tables of all other documents say of every offset of each run."""
    return first_rows([(one.run, one.offsets) for one in found], odds.without(lesson.document.counts))


def cheap_choices(lesson: Lesson, found: list[Found], rows: list[Array]) -> list[Choice]:
    """Return the choices by which the shortlist is learned: those of the runs that have a heading."""
    return [
        Choice(table.tolist(), [()] * len(table), list(one.offsets).index(case.border), lesson.weight(case))
        for case, one, table in zip(lesson.cases, found, rows, strict=True)
        if case.border is not None and case.border in one.offsets
    ]


def first_choices(lesson: Lesson, short: list[Shortlist]) -> list[Choice]:
    """Return the first stage's choices; the right place is -1 where the shortlist has lost it."""
    of = Evidence.of(lesson.document.fused, [one.found for one in short])
    choices = []
    for one, case in zip(short, lesson.cases, strict=True):
        found = evidence(one, of)
        right = _right_place(case.border, one.found.offsets)
        choices.append(Choice([r for r, _ in found], [n for _, n in found], right, lesson.weight(case)))
    return choices


def _right_place(border: int | None, offsets: Sequence[int]) -> int:
    if border is None:
        return 0
    return 1 + list(offsets).index(border) if border in offsets else -1


def joint_choices(short: list[Shortlist], values: list[list[float]], first: list[Choice]) -> list[Choice]:
    """Return the second stage's choices, from scores of a first stage that has not seen the document."""
    tables = joint_rows([one.found for one in short], values)
    return [
        Choice(table, [()] * len(table), choice.right, choice.weight)
        for table, choice in zip(tables, first, strict=True)
    ]


def names_of(documents: Iterable[tuple[str, Sequence[Choice]]]) -> list[str]:
    """Return the names that stand in the choices of enough documents to be no habit of one of them."""
    seen: dict[str, set[str]] = {}
    for document, choices in documents:
        for name in {name for choice in choices for names in choice.names for name in names}:
            seen.setdefault(name, set()).add(document)
    return sorted(name for name, those in seen.items() if len(those) >= _IN_DOCUMENTS)
