"""The tables that the stages of the boundary model learn from: one for each run, with the right row known.

Each document is judged by the tables of all others, so that nothing is learned by heart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from govreport.segment.boundary.features import Evidence, Found, Shortlist, evidence
from govreport.segment.boundary.shortlist import first_row, kept_places
from govreport.segment.boundary.siblings import joint_rows
from govreport.segment.boundary.tables import Tables
from govreport.text.choices import Choice
from govreport.train.documents import Case, Learned, without

__all__ = [
    "Lesson",
    "cheap_choices",
    "first_choices",
    "first_rows",
    "joint_choices",
    "names_of",
    "shortlisted",
]

# Headings of two clauses are rare in policy papers and the rule in federation reports.
_PAIR_WEIGHT = 3.0
_CORPUS_WEIGHT = 3.0
# A catalogue of two hundred headings says no more than a report of thirty.
_FULL_WEIGHT_CASES = 30

Rows = list[list[list[float]]]


class Lesson(NamedTuple):
    """A document to learn from; ``is_own`` where it is one of the corpus."""

    document: Learned
    is_own: bool

    def weight(self, case: Case) -> float:
        """Return how much a case counts."""
        pair = "," in case.run[: case.border or 0]
        weight = _CORPUS_WEIGHT if self.is_own else _PAIR_WEIGHT if pair else 1.0
        return weight * min(1.0, _FULL_WEIGHT_CASES / len(self.document.cases))


def first_rows(lesson: Lesson, total: Tables) -> Rows:
    """Return what the tables of all other documents say of every offset of each case."""
    tables = without(total, lesson.document.counts)
    return [[first_row(case.run, at, tables) for at in case.offsets] for case in lesson.document.cases]


def cheap_choices(lesson: Lesson, rows: Rows) -> list[Choice]:
    """Return the choices by which the shortlist is learned: those of the runs that have a heading."""
    return [
        Choice(table, [()] * len(table), case.offsets.index(case.border), lesson.weight(case))
        for case, table in zip(lesson.document.cases, rows, strict=True)
        if case.border is not None
    ]


def shortlisted(lesson: Lesson, rows: Rows, weights: Sequence[float]) -> list[Shortlist]:
    """Return the few offsets of each case that are looked at closely."""
    return [_shortlist(case, table, weights) for case, table in zip(lesson.document.cases, rows, strict=True)]


def _shortlist(case: Case, rows: list[list[float]], weights: Sequence[float]) -> Shortlist:
    kept = kept_places([sum(map(float.__mul__, weights, row)) for row in rows])
    return Shortlist(Found(case.run, [case.offsets[i] for i in kept], case.style), [rows[i] for i in kept])


def first_choices(lesson: Lesson, short: list[Shortlist]) -> list[Choice]:
    """Return the first stage's choices; the right place is -1 where the shortlist has lost it."""
    of = Evidence.of(lesson.document.fused, [one.found for one in short])
    choices = []
    for one, case in zip(short, lesson.document.cases, strict=True):
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


def names_of(choices: Sequence[Choice]) -> list[str]:
    """Return the names that stand in two choices or more."""
    counts = Counter(name for c in choices for name in {name for names in c.names for name in names})
    return sorted(name for name, number in counts.items() if number > 1)
