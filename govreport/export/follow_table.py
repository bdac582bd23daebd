"""What became of commitments, one row for each.

>>> [column.name for column in follow_table([]).columns][:3]
['earlier_document', 'later_document', 'start']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from govreport.export.tables import Column, Table
from govreport.model import FollowUp

__all__ = ["follow_table"]

_COLUMNS = (
    "earlier_document:text later_document:text start:integer end:integer kind:text commitment:text "
    "outcome:text probability:number answers:text figures:text"
)


def follow_table(followed: Iterable[tuple[str, str, FollowUp]]) -> Table:
    """Return the table; each item names the earlier and the later document."""
    columns = tuple(Column(*column.split(":")) for column in _COLUMNS.split())
    return Table(columns, (_row(*one) for one in followed))


def _row(earlier: str, later: str, one: FollowUp) -> tuple[Any, ...]:
    figures = (f"{f.promised:g} → {f.reported:g} {f.unit}" for f in one.figures)
    return (
        *(earlier, later, *one.commitment.span, one.commitment.kind, one.commitment.text),
        *(one.outcome, one.probability, " | ".join(_texts(one)), "; ".join(figures)),
    )


def _texts(one: FollowUp) -> Iterator[str]:
    yield from (answer.text for answer in one.answers)
