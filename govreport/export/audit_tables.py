"""The tables of many reports: those of each report one below the other, the reports and the failures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from govreport.export.decision_table import decided, decision_table
from govreport.export.desk_tables import DESK_TABLES, desk_table
from govreport.export.figures import summary
from govreport.export.follow_table import follow_table
from govreport.export.frames import frame_of
from govreport.export.joined import joined
from govreport.export.records import file_name
from govreport.export.revision_table import revision_table
from govreport.export.tables import Column, Table, columns, table
from govreport.model import Batch, Comparison, Findings, Flag, Group, Match, Ratio

if TYPE_CHECKING:
    import pandas

_REPORTS = (
    "document_id:text title:text unit:text year:integer plan_year:integer script:text characters:integer "
    "sections:integer repeated_share:number commitment:integer measure:integer achievement:integer "
    "target:integer problem:integer serious:integer warning:integer info:integer"
)
_DOCUMENTS = (
    "document_id:text path:text format:text encoding:text bytes:integer sha256:text characters:integer "
    "pages:integer replacements:integer warnings:text"
)
_FAILURES = "path:text code:text message:text"
_OUTCOMES = (
    "document_id:text path:text path_base64:text status:text code:text message:text bytes:integer "
    "sha256:text encoding:text characters:integer replacements:integer"
)
_OWN = {"reports": _REPORTS, "documents": _DOCUMENTS, "outcomes": _OUTCOMES, "failures": _FAILURES}
_COMPARED = {
    "matches": "left_document:text left_start:integer left_end:integer "
    "right_document:text right_start:integer right_end:integer "
    "relation:text label:text kind:text similarity:number changes:text left_text:text "
    "right_text:text",
    "groups": "group:integer documents:integer document_id:text start:integer end:integer earliest:boolean "
    "text:text",
    "ratios": "document_id:text characters:integer total:number copied:number others:number largest:number "
    "source:text",
}

AUDIT_TABLES = (*_OWN, *_COMPARED, "follow_ups", "revisions", "decisions", *DESK_TABLES)


def audit_frame(batch: Batch, name: str) -> pandas.DataFrame:
    """Return one table of an audit as a DataFrame."""
    return frame_of(audit_table(batch, name))


def audit_table(batch: Batch, name: str) -> Table:
    """Return one table of an audit, with the user's own columns; UsageError where there is none so called."""
    if name in DESK_TABLES:
        return desk_table(batch, name)
    if name == "decisions":
        return joined(decision_table(batch), batch.desk)
    found = _plain_table(batch, name)
    return joined(decided(found, batch.desk) if name == "flags" else found, batch.desk)


def _plain_table(batch: Batch, name: str) -> Table:
    if name in (*_COMPARED, "follow_ups", "revisions"):
        return comparison_table(batch.comparison, name, getattr(batch.comparison, name))
    if name == "outcomes":
        return Table(_columns(_OUTCOMES), iter(tuple(outcome) for outcome in batch.outcomes))
    if name == "failures":
        return Table(_columns(_FAILURES), (tuple(failure)[:3] for failure in batch.failures))
    if name == "documents":
        return Table(_columns(_DOCUMENTS), map(_document, batch.findings))
    if name == "reports":
        header = _columns(_REPORTS)
        rows = (summary(one) for one in batch.findings)
        return Table(header, (tuple(row[column.name] for column in header) for row in rows))
    return Table(columns(name), _rows(batch.findings, name))


def audit_columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a table of an audit or of a report; UsageError where there is none such."""
    if name in ("flags", "follow_ups", "revisions", "decisions", *DESK_TABLES):
        return audit_table(Batch(), name).columns
    return _columns((_OWN | _COMPARED)[name]) if name in _OWN | _COMPARED else columns(name)


def comparison_table(comparison: Comparison, name: str, items: Sequence[Any]) -> Table:
    """Return a table of matches, groups, ratios, follow-ups or revisions, or of some of them."""
    if name == "revisions":
        return revision_table(items, comparison.submissions)
    if name == "follow_ups":
        return follow_table(items)
    fills: dict[str, Callable[[Comparison, Sequence[Any]], Iterator[tuple[Any, ...]]]]
    fills = {"matches": _matches, "groups": _groups, "ratios": _ratios}
    return Table(_columns(_COMPARED[name]), fills[name](comparison, items))


def _matches(comparison: Comparison, matches: Sequence[Match]) -> Iterator[tuple[Any, ...]]:
    for match in matches:
        changes = "; ".join(f"{change.old} → {change.new}" for change in match.changes)
        quotes = (
            place.span.of(comparison.submissions[place.document_id].text)
            for place in (match.left, match.right)
        )
        yield (
            *(match.left.document_id, *match.left.span, match.right.document_id, *match.right.span),
            *(match.relation, match.label, match.kind, match.similarity, changes, *quotes),
        )


def _groups(comparison: Comparison, groups: Sequence[Group]) -> Iterator[tuple[Any, ...]]:
    for number, group in enumerate(groups, 1):
        for place in group.members:
            quote = place.span.of(comparison.submissions[place.document_id].text)
            first = place == group.earliest
            yield number, len(group.documents), place.document_id, *place.span, first, quote


def _ratios(comparison: Comparison, ratios: Sequence[Ratio]) -> Iterator[tuple[Any, ...]]:
    for r in ratios:
        yield r.document_id, r.characters, r.total, r.copied, r.others, r.largest, r.source


def flag_table(findings: Sequence[Findings], flags: Sequence[Flag]) -> Table:
    """Return some of the flags of many reports, in the order of the reports."""
    wanted = {flag.id for flag in flags}
    held = ((one, [flag for flag in one.flags if flag.id in wanted]) for one in findings)
    rows = (row for one, those in held for row in table(one, "flags", those).rows)
    return Table(columns("flags"), rows)


def _document(findings: Findings) -> tuple[Any, ...]:
    """Return where a text came from, and what its reader warned of as codes with spaces between."""
    document, known = findings.document, findings.document.provenance
    return (
        *(document.id, file_name(document), known.format, known.encoding, known.size, known.sha256),
        *(len(document.text), len(document.pages) or None, known.replacements, " ".join(known.warnings)),
    )


def _rows(findings: Sequence[Findings], name: str) -> Iterator[tuple[Any, ...]]:
    for one in findings:
        yield from table(one, name).rows


def _columns(names: str) -> tuple[Column, ...]:
    return tuple(Column(*column.split(":")) for column in names.split())
