"""How the statements are spread over the areas of work: by kind as bars, by unit or year as shares."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from govreport.errors import UsageError
from govreport.export.displayed import displayable
from govreport.export.labels import label
from govreport.export.plots.offline import altair, finished, named, values
from govreport.model import KINDS, Findings
from govreport.text.area_names import area_name

__all__ = ["areas"]

_BY = ("kind", "unit", "year")
_MOST = 40
# Both ends are light enough for figures to be read on them.
_LIGHT = ("#eef4fa", "#6ea6d8")


def areas(findings: Sequence[Findings], by: str, lang: str) -> Any:
    """Return the chart; UsageError where ``by`` is none of kind, unit and year."""
    if by not in _BY:
        raise UsageError("unknown-choice", f"areas by {by!r}", hint=f"use one of {', '.join(_BY)}")
    counts = Counter(_counted(findings, by, lang))
    return finished(_bars(counts, lang) if by == "kind" else _squares(counts, lang), lang)


def _counted(findings: Sequence[Findings], by: str, lang: str) -> Iterator[tuple[str, str]]:
    for one in findings:
        whole = str(getattr(one.outline, by, None) or named("unknown", lang)) if by != "kind" else ""
        for statement in one.statements:
            if statement.duplicate_of is None:
                area = named("none", lang)
                if statement.areas:
                    area = area_name(statement.areas[0].area_id, lang, read_by=one.outline.area_names)
                yield displayable(area), displayable(whole) or label("kinds", statement.kind, lang)


def _bars(counts: Counter[tuple[str, str]], lang: str) -> Any:
    alt = altair()
    rows = [{"area": area, "kind": kind, "number": number} for (area, kind), number in counts.items()]
    names = [label("kinds", kind, lang) for kind in KINDS]
    colour = alt.Color(
        "kind:N", title=named("kind", lang), scale=alt.Scale(domain=names, scheme="tableau10"), sort=names
    )
    order = alt.Y("area:N", title=None, sort=_by_size(counts), axis=alt.Axis(labelLimit=260))
    number = alt.X("sum(number):Q", title=named("statements", lang))
    return (
        alt.Chart(values(rows), title=named("areas", lang), width=560)
        .mark_bar()
        .encode(number, order, colour)
    )


def _squares(counts: Counter[tuple[str, str]], lang: str) -> Any:
    alt = altair()
    columns = Counter[str]()
    for (_, column), number in counts.items():
        columns[column] += number
    kept = {column for column, _ in columns.most_common(_MOST)}
    rows = [
        {"area": area, "column": column, "share": number / columns[column]}
        for (area, column), number in counts.items()
        if column in kept
    ]
    base = alt.Chart(values(rows), title=named("areas", lang)).encode(
        alt.X("column:N", title=None, axis=alt.Axis(labelAngle=-40, labelLimit=220)),
        alt.Y("area:N", title=None, sort=_by_size(counts), axis=alt.Axis(labelLimit=260)),
    )
    scale = alt.Scale(range=list(_LIGHT), domainMin=0)
    colour = alt.Color("share:Q", title=named("of_all", lang), scale=scale, legend=alt.Legend(format="%"))
    told = base.mark_text(fontSize=11).encode(alt.Text("share:Q", format=".0%"))
    return (base.mark_rect().encode(colour) + told).properties(width=alt.Step(40), height=alt.Step(24))


def _by_size(counts: Counter[tuple[str, str]]) -> list[str]:
    sizes = Counter[str]()
    for (area, _), number in counts.items():
        sizes[area] += number
    return [area for area, _ in sizes.most_common()]
