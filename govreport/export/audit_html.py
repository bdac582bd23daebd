"""The first page of an audit: figures, how much is shared and by whom, the reports, what was not read.

In go the findings of a batch and what was compared, out comes a page whose tables sort and filter by a small
script of ours; without it all rows are there as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govreport.export.desk_tables import desk_table
from govreport.export.figures import batch_summary, summary
from govreport.export.flags_html import code_counts
from govreport.export.histogram import histogram
from govreport.export.matrix import matrices
from govreport.export.pairs import Pair, covered, written
from govreport.export.shell import page, text_language
from govreport.export.untold import untold_of_all
from govreport.model import Batch, Submission
from govreport.text.script import to_simplified, to_traditional

_MOST_PAIRS = 500


def page_name(number: int) -> str:
    """Return where the page of the n-th report stands in the folder."""
    return f"reports/{number:04d}.html"


def to_index(batch: Batch, lang: str, pairs: Sequence[Pair] = ()) -> str:
    """Return the page."""
    findings, comparison, ratios = batch.findings, batch.comparison, batch.ratios
    rows = list(_rows(batch, pairs))
    pages = {row["figures"]["document_id"]: row["page"] for row in rows}
    return page(
        "audit.html",
        lang,
        scripts=("table",),
        rows=rows,
        failures=batch.failures,
        warned=[one.document for one in findings if one.document.provenance.warnings],
        figures=batch_summary(batch),
        roster=list(_roster(batch, lang)),
        bars=histogram(ratios[id].copied for id in pages if id in ratios),
        counts=code_counts(findings),
        untold=untold_of_all(comparison, len(findings), lang),
        years=sorted({row["figures"]["year"] for row in rows if row["figures"]["year"]}),
        matrices=matrices(pairs, batch.texts),
        pairs=[_pair(pair, comparison.submissions, pages) for pair in pairs[:_MOST_PAIRS]],
        unshown=max(0, len(pairs) - _MOST_PAIRS),
        pages=pages,
    )


def _rows(batch: Batch, pairs: Sequence[Pair]) -> Iterator[dict[str, Any]]:
    between = {frozenset((pair.left, pair.right)): pair.page for pair in pairs}
    for number, one in enumerate(batch.findings, 1):
        id, outline = one.document.id, one.outline
        ratio = batch.ratios.get(id)
        yield {
            "page": page_name(number),
            "ratio": ratio,
            "source_page": between.get(frozenset((id, ratio.source))) if ratio and ratio.source else None,
            "figures": summary(one),
            "language": text_language(outline.script or one.text.script),
            "codes": " ".join(sorted({flag.code for flag in one.flags})),
            "find": _found_by(f"{id} {outline.title or ''} {outline.unit or ''}"),
        }


def _roster(batch: Batch, lang: str) -> Iterator[dict[str, Any]]:
    """Yield how each expected unit stands; nothing where no roster was given."""
    if batch.desk.standings:
        header, rows = desk_table(batch, "roster", lang)
        names = [column.name for column in header]
        yield from (dict(zip(names, row, strict=True)) for row in rows)


def _found_by(words: str) -> str:
    """Return what a search compares with: the words in either script."""
    return " ".join(dict.fromkeys((words, to_simplified(words), to_traditional(words)))).lower()


def _pair(pair: Pair, submissions: Mapping[str, Submission], pages: Mapping[str, str]) -> dict[str, Any]:
    text = submissions[pair.right].text
    copied = [match.right.span for match in pair.matches if match.label == "copied"]
    return {
        "pair": pair,
        "sides": [(id, pages.get(id)) for id in (pair.left, pair.right)],
        "relations": sorted({match.relation for match in pair.matches}),
        "copied": covered(text, copied),
        "total": written(text),
    }
