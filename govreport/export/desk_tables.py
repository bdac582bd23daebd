"""The tables of the auditor's desk: how each expected unit stands, who submitted what, regions by year.

>>> [column.name for column in desk_table(Batch(), "roster").columns][:3]
['unit_id', 'code', 'unit']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from govreport.export.regions import REGION_COLUMNS, region_rows
from govreport.export.tables import Column, Table
from govreport.export.vague import Vague, vague_of
from govreport.model import Batch, Desk, Note, Ratio, Standing
from govreport.text.messages import render

__all__ = ["DESK_TABLES", "desk_table"]

_ROSTER = (
    "unit_id:text code:text unit:text level:text parent:text state:text wanted_year:integer year:integer "
    "due:text date:text submissions:integer document_id:text copied:number commitments:integer "
    "vague_rate:number note:text"
)
_SUBMISSIONS = (
    "document_id:text unit:text unit_id:text year:integer date:text dated_by:text read:boolean "
    "other_unit_named:text note:text"
)
DESK_TABLES = ("roster", "submissions", "regions")


def desk_table(batch: Batch, name: str, lang: str = "zh-Hans") -> Table:
    """Return a table of the desk; notes are in ``lang``, states are the words of the model."""
    desk = batch.desk
    if name == "submissions":
        return Table(_columns(_SUBMISSIONS), _submissions(desk, lang))
    vague = {one.document.id: vague_of(one) for one in batch.findings}
    if name == "regions":
        return Table(_columns(REGION_COLUMNS), region_rows(desk, batch.ratios, vague))
    own = (Column(name, "text") for name in _others(desk.standings))
    return Table((*_columns(_ROSTER), *own), _roster(desk, batch.ratios, vague, lang))


def _others(standings: Iterable[Standing]) -> list[str]:
    """Return the further columns of the roster."""
    return list(dict.fromkeys(name for one in standings for name in one.unit.other))


def _roster(
    desk: Desk, ratios: Mapping[str, Ratio], vague: Mapping[str, Vague], lang: str
) -> Iterator[tuple[Any, ...]]:
    others = _others(desk.standings)
    for one in desk.standings:
        unit, counted = one.unit, one.counted
        ratio, rate = ratios.get(counted or ""), vague.get(counted or "", Vague(0, 0))
        yield (
            *(unit.id, unit.code, unit.name, unit.level, unit.parent, one.state, one.wanted, one.year),
            *(unit.due, one.date, len(one.documents), counted, ratio.copied if ratio else None),
            *(rate.all if counted else None, rate.rate, _told(one.note, lang)),
            *(unit.other.get(name) for name in others),
        )


def _submissions(desk: Desk, lang: str) -> Iterator[tuple[Any, ...]]:
    for one in desk.submitted:
        yield (
            *(one.document_id, one.unit, one.unit_id, one.year, one.date, one.dated_by, one.read),
            *(one.named, _told(one.note, lang)),
        )


def _told(note: Note | None, lang: str) -> str | None:
    return None if note is None else render(note.code, note.params, lang)


def _columns(names: str) -> tuple[Column, ...]:
    return tuple(Column(*name.split(":")) for name in names.split())
