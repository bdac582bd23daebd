"""The tables of many reports: those of each report one below the other, the reports and the failures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govreport.export.figures import summary
from govreport.export.frames import frame_of
from govreport.export.tables import Column, Table, columns, table
from govreport.model import Findings

if TYPE_CHECKING:
    import pandas

_REPORTS = (
    "document_id:text title:text unit:text year:integer plan_year:integer script:text characters:integer "
    "sections:integer repeated_share:number commitment:integer measure:integer achievement:integer "
    "target:integer problem:integer serious:integer warning:integer info:integer"
)
_FAILURES = "path:text code:text message:text"


def audit_frame(findings: Sequence[Findings], failures: Sequence[Any], name: str) -> pandas.DataFrame:
    """Return one table of an audit as a DataFrame."""
    return frame_of(audit_table(findings, failures, name))


def audit_table(findings: Sequence[Findings], failures: Sequence[Any], name: str) -> Table:
    """Return one table of an audit; UsageError where there is none of that name."""
    if name == "failures":
        return Table(_columns(_FAILURES), iter(tuple(failure) for failure in failures))
    if name == "reports":
        header = _columns(_REPORTS)
        rows = (summary(one) for one in findings)
        return Table(header, (tuple(row[column.name] for column in header) for row in rows))
    return Table(columns(name), _rows(findings, name))


def _rows(findings: Sequence[Findings], name: str) -> Iterator[tuple[Any, ...]]:
    for one in findings:
        yield from table(one, name).rows


def _columns(names: str) -> tuple[Column, ...]:
    return tuple(Column(*column.split(":")) for column in names.split())
