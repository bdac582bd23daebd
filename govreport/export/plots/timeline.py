"""Year by year, on average for a report: statements by kind, and how much stands in other documents."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from govreport.export.figures import kind_counts
from govreport.export.labels import label
from govreport.export.plots.offline import altair, finished, named, values
from govreport.model import KINDS, Comparison, Findings

__all__ = ["timeline"]

_WIDTH, _HEIGHT = 640, 200


def timeline(findings: Sequence[Findings], comparison: Comparison, lang: str) -> Any:
    """Return two charts, one below the other; reports without a known year are left out."""
    dated = [one for one in findings if one.outline.year is not None]
    alt = altair()
    statements, shares = _statements(dated, lang), _shares(dated, comparison, lang)
    return finished(alt.vconcat(statements, shares).resolve_scale(color="independent"), lang)


def _statements(dated: Sequence[Findings], lang: str) -> Any:
    alt = altair()
    names = [label("kinds", kind, lang) for kind in KINDS]
    scale = alt.Scale(domain=names, scheme="tableau10")
    chart = alt.Chart(values(list(_counts(dated, lang))), title=named("timeline", lang))
    return (
        chart.mark_line(point=True)
        .encode(
            _year(lang),
            alt.Y("number:Q", title=named("statements", lang)),
            alt.Color("kind:N", title=named("kind", lang), scale=scale),
        )
        .properties(width=_WIDTH, height=_HEIGHT)
    )


def _counts(dated: Sequence[Findings], lang: str) -> Iterator[dict[str, Any]]:
    years = _by_year(dated)
    for year, those in years.items():
        sums: Counter[str] = Counter()
        for one in those:
            sums.update(kind_counts(one))
        for kind in KINDS:
            yield {
                "year": _named_year(year, those),
                "kind": label("kinds", kind, lang),
                "number": sums[kind] / len(those),
            }


def _shares(dated: Sequence[Findings], comparison: Comparison, lang: str) -> Any:
    alt = altair()
    names = [named("others", lang), named("own", lang)]
    scale = alt.Scale(domain=names, range=["#a4262c", "#d8a657"])
    height = alt.Y("share:Q", title=None, axis=alt.Axis(format="%"), scale=alt.Scale(domainMin=0))
    chart = alt.Chart(values(list(_averages(dated, comparison, lang))), title=named("shares", lang))
    return (
        chart.mark_bar()
        .encode(_year(lang), height, alt.Color("source:N", title=named("source", lang), scale=scale))
        .properties(width=_WIDTH, height=_HEIGHT)
    )


def _averages(dated: Sequence[Findings], comparison: Comparison, lang: str) -> Iterator[dict[str, Any]]:
    ratios = {ratio.document_id: ratio for ratio in comparison.ratios}
    for year, those in _by_year(dated).items():
        known = [ratios[one.document.id] for one in those if one.document.id in ratios]
        others = sum(ratio.others for ratio in known) / (len(known) or 1)
        own = sum(max(0.0, ratio.copied - ratio.others) for ratio in known) / (len(known) or 1)
        for key, share in (("others", others), ("own", own)):
            yield {"year": _named_year(year, those), "source": named(key, lang), "share": share}


def _by_year(dated: Sequence[Findings]) -> dict[int, list[Findings]]:
    years: defaultdict[int, list[Findings]] = defaultdict(list)
    for one in dated:
        years[one.outline.year or 0].append(one)
    return dict(sorted(years.items()))


def _named_year(year: int, those: Sequence[Findings]) -> str:
    return f"{year} ({len(those)})"


def _year(lang: str) -> Any:
    alt = altair()
    return alt.X("year:O", title=named("year", lang), axis=alt.Axis(labelAngle=-35))
