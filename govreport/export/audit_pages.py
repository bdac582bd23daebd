"""The pages of an audit, one after the other: each report, each pair side by side, and the overview last.

In go the findings of a batch and what was compared; out come names in the folder with their pages.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from govreport.export.audit_html import page_name, to_index
from govreport.export.flags_html import to_flags
from govreport.export.labels import language_of
from govreport.export.pair_html import to_pair
from govreport.export.pairs import Pair, pairs_of
from govreport.export.passages import InAudit, InRevision, passages_of
from govreport.export.report_html import to_html
from govreport.model import Batch, Findings

__all__ = ["audit_pages", "write_pages"]

# Where pages with numbers for names stand.
_FOLDERS = ("reports", "pairs")
_NUMBERED = re.compile(r"(?<![0-9])[0-9]{4,}\.html")


def audit_pages(batch: Batch, lang: str | None) -> Iterator[tuple[str, str]]:
    """Yield every page with its name; the overview comes when all that it leads to is there."""
    findings, comparison = batch.findings, batch.comparison
    pages = {one.document.id: page_name(number) for number, one in enumerate(findings, 1)}
    titles = {one.document.id: one.outline.title for one in findings}
    pairs = pairs_of(comparison)
    common = language_of(findings, lang)
    whole = InAudit(
        home="../index.html", key=_key(findings), decisions=batch.desk.decisions, prints=batch.desk.prints
    )
    for one, beside in zip(findings, _each_in_audit(batch, whole, pairs, pages), strict=True):
        yield pages[one.document.id], to_html(one, lang=lang, audit=beside)
    for pair in pairs:
        yield pair.page, to_pair(pair, comparison.submissions, pages, titles, common)
    yield "flags.html", to_flags(findings, pages, common, whole)
    yield "index.html", to_index(batch, common, pairs)


def _each_in_audit(
    batch: Batch, whole: InAudit, pairs: Sequence[Pair], pages: Mapping[str, str]
) -> Iterator[InAudit]:
    """Yield what the batch tells of each report."""
    comparison = batch.comparison
    passages = passages_of(comparison, pairs, pages)
    revisions = {
        one.later: InRevision(one, comparison.submissions[one.earlier].text, pages.get(one.earlier))
        for one in comparison.revisions
    }
    for id in pages:
        yield replace(
            whole,
            passages=passages.get(id, ()),
            ratio=batch.ratios.get(id),
            untold=comparison.untold.get(id, ()),
            revision=revisions.get(id),
        )


def _key(findings: Sequence[Findings]) -> str:
    """Return what tells this audit from others: decisions kept in a browser belong to one of them."""
    texts = ((one.document.id, one.document.provenance.sha256 or one.document.text) for one in findings)
    return hashlib.sha256(repr(list(texts)).encode("utf-8", "replace")).hexdigest()[:16]


def write_pages(root: Path, pages: Iterable[tuple[str, str]], put: Callable[[Path, str], None]) -> None:
    """Write the pages, and take away those of an earlier audit that nothing leads to any more."""
    for folder in _FOLDERS:
        (root / folder).mkdir(exist_ok=True)
    names = set()
    for name, html in pages:
        put(root / name, html)
        names.add(name)
    for folder in _FOLDERS:
        for path in (root / folder).iterdir():
            if _NUMBERED.fullmatch(path.name) and f"{folder}/{path.name}" not in names:
                path.unlink()
