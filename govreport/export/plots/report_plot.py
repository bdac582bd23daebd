"""One report on one line: its parts, sections, statements, repeated text and flags where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from govreport.export.displayed import displayable
from govreport.export.labels import label, language_of
from govreport.export.plots.offline import altair, finished, named, values
from govreport.model import KINDS, PARTS, SEVERITIES, Findings, Span

__all__ = ["report_plot"]

_LANES = ("parts", "sections", "statements", "duplicates", "flags")
_COLOURS = {
    "parts": "pastel2",
    "statements": "tableau10",
    "flags": ["#a4262c", "#b97a00", "#2b5f8f"],
}
_WIDTH, _HEIGHT = 860, 190
_HEADING = 60


def report_plot(findings: Findings, lang: str | None = None) -> Any:
    """Return the chart."""
    spoken = language_of([findings], lang)
    alt = altair()
    layers = [
        _bars(_parts(findings, spoken), spoken, _coloured("parts", PARTS, "part", spoken)),
        _bars(_sections(findings, spoken), spoken, alt.Opacity("strength:Q", scale=None)),
        _bars(_statements(findings, spoken), spoken, _coloured("statements", KINDS, "kind", spoken)),
        _bars(_duplicates(findings, spoken), spoken, alt.Opacity("strength:Q", scale=None)),
        _bars(_flags(findings, spoken), spoken, _coloured("flags", SEVERITIES[::-1], "severity", spoken)),
    ]
    title = displayable(findings.outline.title or findings.document.id)
    chart = (
        alt.layer(*layers)
        .resolve_scale(color="independent")
        .properties(width=_WIDTH, height=_HEIGHT, title=title)
    )
    return finished(chart, spoken)


def _bars(rows: Iterator[dict[str, Any]], lang: str, told_by: Any) -> Any:
    alt = altair()
    lanes = alt.Y("lane:N", sort=[named(lane, lang) for lane in _LANES], title=None, scale=_all_lanes(lang))
    where = alt.X("start:Q", title=named("place", lang), axis=alt.Axis(format="d", grid=False))
    kept = list(rows)
    return (
        alt.Chart(values(kept))
        .mark_bar(height=22, stroke="#ffffff", strokeWidth=0.7, minBandSize=2)
        .encode(where, alt.X2("end:Q"), lanes, told_by, tooltip=["what:N", "start:Q", "end:Q"])
    )


def _all_lanes(lang: str) -> Any:
    return altair().Scale(domain=[named(lane, lang) for lane in _LANES])


def _coloured(lane: str, keys: tuple[str, ...], group: str, lang: str) -> Any:
    alt = altair()
    names = [label(group, key, lang) for key in keys]
    colours = _COLOURS[lane]
    told = {"range": colours} if isinstance(colours, list) else {"scheme": colours}
    legend = alt.Legend(orient="bottom", columns=8, symbolLimit=0)
    return alt.Color("group:N", title=named(lane, lang), scale=alt.Scale(domain=names, **told), legend=legend)


def _parts(findings: Findings, lang: str) -> Iterator[dict[str, Any]]:
    for name, span, _ in findings.outline.parts:
        yield _row("parts", span, label("part", name, lang), lang)


def _sections(findings: Findings, lang: str) -> Iterator[dict[str, Any]]:
    for section in findings.outline.sections:
        if section.parent is None:
            what = section.marker + section.heading[:_HEADING]
            yield _row("sections", section.span, what, lang, 0.4 if section.duplicate_of is not None else 0.8)


def _statements(findings: Findings, lang: str) -> Iterator[dict[str, Any]]:
    for statement in findings.statements:
        yield _row("statements", statement.span, label("kind", statement.kind, lang), lang)


def _duplicates(findings: Findings, lang: str) -> Iterator[dict[str, Any]]:
    for block in findings.duplicates:
        for place, span in enumerate(block.spans):
            yield _row(
                "duplicates", span, label("duplicate", block.kind, lang), lang, 0.45 if place == 0 else 1.0
            )


def _flags(findings: Findings, lang: str) -> Iterator[dict[str, Any]]:
    for flag in findings.flags:
        for id, span in flag.evidence:
            if id == findings.document.id:
                row = _row("flags", span, label("code", flag.code, lang), lang)
                yield {**row, "group": label("severity", flag.severity, lang)}


def _row(lane: str, span: Span, what: str, lang: str, strength: float = 1.0) -> dict[str, Any]:
    where = {"lane": named(lane, lang), "start": span.start, "end": span.end}
    return {**where, "what": displayable(what), "group": displayable(what), "strength": strength}
