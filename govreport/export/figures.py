"""A report in a few figures: how long, how much of it is repeated, how many statements and flags.

>>> union_length([(0, 4), (2, 6), (9, 10)])
7
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from govreport.model import KINDS, SEVERITIES, Batch, DuplicateBlock, Findings


def summary(findings: Findings) -> dict[str, Any]:
    """Return the figures that a page opens with."""
    outline = findings.outline
    return {
        "document_id": findings.document.id,
        "title": outline.title,
        "unit": outline.unit,
        "year": outline.year,
        "plan_year": outline.plan_year,
        "script": outline.script or findings.text.script,
        "characters": len(findings.document.text),
        "sections": len(outline.sections),
        "repeated_share": round(repeated_share(findings), 4),
        **kind_counts(findings),
        **severity_counts(findings),
    }


def batch_summary(batch: Batch) -> dict[str, int]:
    """Return an audit in a few figures: ``listed`` files are reports, failures or skipped.

    ``settled`` flags need no more looking at.
    """
    flags = [flag for one in batch.findings for flag in one.flags]
    files = Counter(outcome.status for outcome in batch.outcomes)
    return {
        **({"listed": files.total(), "skipped": files["skipped"]} if files else {}),
        "reports": len(batch.findings),
        "flagged": sum(bool(one.flags) for one in batch.findings),
        "flags": len(flags),
        "settled": sum(batch.desk.settles(flag.id) for flag in flags),
        "matches": sum(match.label == "copied" for match in batch.comparison.matches),
        "failures": len(batch.failures),
    }


def repeated_share(findings: Findings, block: DuplicateBlock | None = None) -> float:
    """Return which share of the text is a second occurrence: of one block, or of any."""
    blocks = findings.duplicates if block is None else (block,)
    copies = union_length(span for one in blocks for span in one.spans[1:])
    return copies / (len(findings.document.text) or 1)


def kind_counts(findings: Findings) -> dict[str, int]:
    """Return how many statements there are of each kind, without those inside a copied block."""
    counts = Counter(statement.kind for statement in findings.statements if statement.duplicate_of is None)
    return {kind: counts[kind] for kind in KINDS}


def severity_counts(findings: Findings) -> dict[str, int]:
    """Return how many flags there are of each severity, the gravest first."""
    counts = Counter(flag.severity for flag in findings.flags)
    return {severity: counts[severity] for severity in reversed(SEVERITIES)}


def union_length(spans: Iterable[tuple[int, int]]) -> int:
    """Return how many positions at least one span covers."""
    total, reached = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
    return total
