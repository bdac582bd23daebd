"""The rows of good reports with and without hostile files beside them, from every table of an audit.

One rule speaks of the other reports of the batch and of nothing else: how vague a plan is beside the median
of the others. What is read of the hostile files are reports too, so that it may tell another median; it is
the one rule that is switched off here. All else has to be the same to the byte: times and memory stand in
``run.json``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import govreport as gr
from govreport.export.table_schema import ALL_TABLES

__all__ = ["SOLITARY", "rows_of", "told_otherwise"]

SOLITARY = "[vague-commitments]\non = false\n"


def rows_of(audit: gr.Audit, ids: Collection[str]) -> dict[str, bytes]:
    """Return, for each table, the rows that name one of the documents, as the bytes of a CSV file.

    ``reports`` has the whole record of each report as ``reports.jsonl`` holds it.
    """
    found = {"records": "\n".join(r.to_json() for r in audit.reports if r.document.id in ids).encode()}
    for table in ALL_TABLES:
        frame = audit.to_frame(table)
        own = frame.isin(list(ids)).any(axis=1) if len(frame) else frame.index == ""
        found[table] = frame[own].to_csv(index=False).encode("utf-8", "surrogatepass")
    return found


def told_otherwise(good: Path, bad: list[Path], folder: Path) -> Iterator[str]:
    """Yield each table whose rows of the good reports are others when the bad files are there."""
    rules = folder / "solitary.toml"
    rules.write_text(SOLITARY, encoding="utf-8")
    alone = gr.audit(good, rules=rules, cache=folder / "kept", progress=False)
    ids = {report.document.id for report in alone.reports}
    assert ids
    assert not alone.failures
    beside = gr.audit([good, *bad], rules=rules, cache=folder / "kept", progress=False)
    first, second = rows_of(alone, ids), rows_of(beside, ids)
    yield from (table for table in first if first[table] != second[table])
