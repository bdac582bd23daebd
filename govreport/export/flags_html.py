"""All flags of a batch on one page, to be sorted, filtered and worked through.

In go the findings, out comes a page; each row leads to the flag on the page of its report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from govreport.export.decision_words import decision_words
from govreport.export.flag_messages import message_in
from govreport.export.passages import InAudit
from govreport.export.shell import page, text_language
from govreport.export.terminal import by_severity, shortened
from govreport.model import SEVERITIES, Findings

__all__ = ["CodeCount", "code_counts", "to_flags"]

_LONGEST_QUOTE = 60
_LONGEST_MESSAGE = 160


class CodeCount(NamedTuple):
    """How often a rule spoke: its severity, how many flags, in how many reports."""

    code: str
    severity: str
    flags: int
    reports: int


def code_counts(findings: Sequence[Findings]) -> list[CodeCount]:
    """Return what was flagged, the gravest and most frequent first."""
    flags = Counter((flag.severity, flag.code) for one in findings for flag in one.flags)
    reports = Counter(pair for one in findings for pair in {(f.severity, f.code) for f in one.flags})
    rows = [CodeCount(code, severity, n, reports[severity, code]) for (severity, code), n in flags.items()]
    return sorted(rows, key=lambda row: (-SEVERITIES.index(row.severity), -row.flags, row.code))


def to_flags(
    findings: Sequence[Findings], pages: Mapping[str, str], lang: str, audit: InAudit | None = None
) -> str:
    """Return the page; ``pages`` are names of the reports' pages from the folder."""
    rows = sorted(_rows(findings, pages, lang), key=lambda row: -row["rank"])
    return page(
        "flags.html",
        lang,
        scripts=("decisions", "table"),
        rows=rows,
        counts=code_counts(findings),
        audit=audit or InAudit(),
        **decision_words(),
    )


def _rows(findings: Sequence[Findings], pages: Mapping[str, str], lang: str) -> Iterator[dict[str, Any]]:
    for one in findings:
        text = one.document.text
        for number, flag in enumerate(by_severity(one.flags), 1):
            here = [place.span for place in flag.evidence if place.document_id == one.document.id]
            yield {
                "flag": flag,
                "rank": SEVERITIES.index(flag.severity),
                "href": f"{pages[one.document.id]}#f{number}",
                "document": one.document.id,
                "unit": one.outline.unit or "",
                "language": text_language(one.outline.script or one.text.script),
                "message": shortened(message_in(flag, lang), _LONGEST_MESSAGE),
                "quote": shortened(here[0].of(text), _LONGEST_QUOTE) if here else "",
                "page": one.document.page_at(here[0].start) if here else None,
            }
