"""The first page of an audit: the reports with their figures, the flags with quotes, what was not read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from govreport.export.figures import summary
from govreport.export.labels import language
from govreport.export.shell import page
from govreport.export.terminal import by_severity, shortened
from govreport.model import Comparison, Findings, Match, Span

_LONGEST_QUOTE = 60
_LONGEST_PASSAGE = 200
_MOST_MATCHES = 500


def page_name(number: int) -> str:
    """Return where the page of the n-th report stands in the folder."""
    return f"reports/{number:04d}.html"


def to_index(
    findings: Sequence[Findings],
    failures: Sequence[Any],
    comparison: Comparison,
    figures: Mapping[str, int],
    lang: str | None,
) -> str:
    """Return the page; without ``lang`` in the script that most of the reports are written in."""
    pages = {one.document.id: page_name(number) for number, one in enumerate(findings, 1)}
    return page(
        "audit.html",
        common_language(findings, lang),
        rows=_rows(findings, comparison),
        failures=failures,
        warned=[one.document for one in findings if one.document.provenance.warnings],
        matches=[_match(match, comparison, pages) for match in _shown(comparison)],
        unshown=max(0, len(comparison.matches) - _MOST_MATCHES),
        figures=figures,
        passage=lambda text: shortened(text, _LONGEST_PASSAGE),
        quote=lambda text, span: shortened(Span(*span).of(text), _LONGEST_QUOTE),
    )


def common_language(findings: Sequence[Findings], lang: str | None) -> str:
    """Return the language asked for, or else that of the script that most of the reports are written in."""
    scripts = Counter(one.outline.script or one.text.script for one in findings).most_common(1)
    return language(lang, scripts[0][0] if scripts else None)


def _rows(findings: Sequence[Findings], comparison: Comparison) -> list[dict[str, Any]]:
    ratios = {ratio.document_id: ratio for ratio in comparison.ratios}
    return [
        {
            "page": page_name(number),
            "ratio": ratios.get(one.document.id),
            "figures": summary(one),
            "flags": by_severity(one.flags),
            "text": one.document.text,
            "pages": one.document.pages,
            "page_at": one.document.page_at,
        }
        for number, one in enumerate(findings, 1)
    ]


def _shown(comparison: Comparison) -> list[Match]:
    """Return the longest matches, what was copied first."""
    order = sorted(comparison.matches, key=lambda m: (m.label != "copied", -m.right.span.length, m.right))
    return order[:_MOST_MATCHES]


def _match(match: Match, comparison: Comparison, pages: Mapping[str, str]) -> dict[str, Any]:
    sides = [
        {
            "id": place.document_id,
            "page": pages.get(place.document_id),
            "text": place.span.of(comparison.submissions[place.document_id].text),
        }
        for place in (match.left, match.right)
    ]
    return {"match": match, "left": sides[0], "right": sides[1]}
