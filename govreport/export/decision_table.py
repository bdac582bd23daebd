"""Decisions beside their flags: columns of the table of flags, and the file that the auditor fills in.

Every flag has a row there, decided or not; so has a decision whose flag is gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from govreport.export.flag_messages import message_in
from govreport.export.labels import label
from govreport.export.tables import Column, Table
from govreport.model import Batch, Desk, Findings

__all__ = ["decided", "decision_table"]

_BESIDE = (
    "decision:text decision_reason:text decision_who:text decision_when:text decision_state:text "
    "decided_on:text"
)
_COLUMNS = (
    "flag_id:text decision:text reason:text who:text when:text state:text earlier:text decided_on:text "
    "document_id:text code:text severity:text message:text"
)


def decided(table: Table, desk: Desk) -> Table:
    """Return the table of flags with what was decided on each; ``decided_on`` is what to decide on now."""
    own = (Column(*name.split(":")) for name in _BESIDE.split())
    place = [column.name for column in table.columns].index("id")
    rows = ((*row, *_beside(desk, row[place])) for row in table.rows)
    return Table((*table.columns, *own), rows)


def decision_table(batch: Batch, lang: str | None = None) -> Table:
    """Return a row for each flag and for each decision whose flag is gone; words in ``lang``."""
    columns = tuple(Column(*name.split(":")) for name in _COLUMNS.split())
    return Table(columns, _rows(batch.desk, batch.findings, lang))


def _rows(desk: Desk, findings: Sequence[Findings], lang: str | None) -> Iterator[tuple[Any, ...]]:
    for one in findings:
        for flag in one.flags:
            message = message_in(flag, lang) if lang else flag.message
            told = (one.document.id, flag.code, flag.severity, message)
            yield (*_decision(desk, flag.id, lang), *told)
    there = {flag.id for one in findings for flag in one.flags}
    for id in desk.decisions:
        if id not in there:
            yield (*_decision(desk, id, lang), None, None, None, None)


def _decision(desk: Desk, id: str, lang: str | None) -> tuple[Any, ...]:
    one = desk.decisions.get(id)
    if one is None:
        return id, None, None, None, None, None, None, desk.prints.get(id)
    word = label("decision", one.decision, lang) if lang else one.decision
    return id, word, one.reason, one.who, one.when, one.state, one.earlier, one.decided_on


def _beside(desk: Desk, id: str) -> tuple[Any, ...]:
    one, now = desk.decisions.get(id), desk.prints.get(id)
    if one is None:
        return None, None, None, None, None, now
    return one.decision, one.reason, one.who, one.when, one.state, now
