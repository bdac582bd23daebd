"""An audit at a glance in a notebook: its figures, its reports with their shares, and what was flagged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from govreport.export.displayed import displayable
from govreport.export.figures import batch_summary, repeated_share, severity_counts
from govreport.export.labels import label, language_of
from govreport.export.notebook.table_html import table_html
from govreport.export.tables import Column, Table
from govreport.model import SEVERITIES, Batch, Findings

__all__ = ["audit_overview"]


def audit_overview(batch: Batch) -> str:
    """Return the overview as HTML."""
    findings = batch.findings
    lang = language_of(findings)
    named = ((label("audit", name, lang), number) for name, number in batch_summary(batch).items())
    counts = " · ".join(f"{escape(name)} <strong>{escape(str(number))}</strong>" for name, number in named)
    pieces = [f"<p>{counts}</p>", table_html(_reports(batch, lang))]
    if any(one.flags for one in findings):
        pieces.append(table_html(_codes(findings, lang)))
    pieces += [f"<p>{escape(displayable(failure.message))}</p>" for failure in batch.failures[:20]]
    return f'<div class="govreport-audit" style="color:inherit">{"".join(pieces)}</div>'


def _reports(batch: Batch, lang: str) -> Table:
    words = ("file", "name", "unit", "year", "characters", "repeated", "copied")
    types = ("text", "text", "text", "integer", "integer", "share", "share")
    heads = [label("audit", word, lang) for word in words]
    columns = [
        *map(Column, heads, types),
        *(Column(label("severity", s, lang), "integer") for s in SEVERITIES[::-1]),
    ]
    ratios = {id: ratio.copied for id, ratio in batch.ratios.items()}
    return Table(tuple(columns), (_report(one, ratios) for one in _worst_first(batch.findings, ratios)))


def _worst_first(findings: Sequence[Findings], ratios: Mapping[str, float]) -> list[Findings]:
    return sorted(
        findings,
        key=lambda one: (*(-n for n in severity_counts(one).values()), -ratios.get(one.document.id, 0)),
    )


def _report(one: Findings, ratios: Mapping[str, float]) -> tuple[Any, ...]:
    outline, document = one.outline, one.document
    shares = repeated_share(one), ratios.get(document.id)
    known = document.id, outline.title, outline.unit, outline.year, len(document.text)
    return *known, *shares, *severity_counts(one).values()


def _codes(findings: Sequence[Findings], lang: str) -> Table:
    heads = ("severity", "finding", "reports", "flags")
    columns = tuple(Column(label("audit", head, lang), "text") for head in heads)
    return Table(columns, _counted(findings, lang))


def _counted(findings: Sequence[Findings], lang: str) -> Iterator[tuple[Any, ...]]:
    found = [(flag.severity, flag.code, one.document.id) for one in findings for flag in one.flags]
    flags = Counter((severity, code) for severity, code, _ in found)
    reports = Counter((severity, code) for severity, code, _ in set(found))
    order = {severity: -rank for rank, severity in enumerate(SEVERITIES)}
    for (severity, code), number in sorted(
        flags.items(), key=lambda one: (order[one[0][0]], -one[1], one[0])
    ):
        names = label("severity", severity, lang), label("code", code, lang)
        yield *names, reports[severity, code], number
