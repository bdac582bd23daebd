"""Which reports stand in which other documents: a square for each pair, as dark as the share is great."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Any

from govreport.export.displayed import displayable
from govreport.export.figures import union_length
from govreport.export.plots.offline import altair, finished, named, values
from govreport.model import Comparison, Span, Submission

__all__ = ["matrix"]

_SQUARE = 34
_LONGEST = 24
# Both ends are light enough for figures to be read on them.
_LIGHT = ("#fff3e6", "#f08a3c")


def matrix(comparison: Comparison, lang: str, most: int) -> Any:
    """Return the chart; set phrases, quotations and references are left out."""
    alt = altair()
    shares = _kept(_shares(comparison), most)
    names = _names(comparison)
    rows = [{"earlier": names[a], "later": names[b], "share": share} for (a, b), share in shares.items()]
    base = alt.Chart(values(rows), title=named("matrix", lang)).encode(
        alt.X("earlier:N", title=named("earlier", lang), axis=alt.Axis(labelAngle=-40, labelLimit=220)),
        alt.Y("later:N", title=named("later", lang), axis=alt.Axis(labelLimit=220)),
    )
    legend = alt.Legend(format="%", orient="right")
    scale = alt.Scale(range=list(_LIGHT), domain=[0, 1])
    squares = base.mark_rect().encode(
        alt.Color("share:Q", title=named("share", lang), scale=scale, legend=legend)
    )
    shown = base.mark_text(fontSize=11).encode(alt.Text("share:Q", format=".0%"))
    return finished((squares + shown).properties(width=alt.Step(_SQUARE), height=alt.Step(_SQUARE - 8)), lang)


def _shares(comparison: Comparison) -> dict[tuple[str, str], float]:
    """Return the share of the later document that stands in the earlier one, for each pair."""
    spans: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
    for match in comparison.matches:
        if match.label == "copied" and match.relation not in ("reference", "revision"):
            spans[match.documents].append(match.right.span)
    lengths = {id: len(comparison.submissions[id].text) or 1 for pair in spans for id in pair}
    return {pair: union_length(found) / lengths[pair[1]] for pair, found in spans.items()}


def _kept(shares: dict[tuple[str, str], float], most: int) -> dict[tuple[str, str], float]:
    """Return the pairs of the documents that share most."""
    totals: Counter[str] = Counter()
    for pair, share in shares.items():
        totals.update(dict.fromkeys(pair, share))
    kept = {id for id, _ in totals.most_common(most)}
    return {pair: share for pair, share in shares.items() if kept.issuperset(pair)}


def _names(comparison: Comparison) -> dict[str, str]:
    """Return what each document is called on the chart: unit and year, or its id where that is not one."""
    named_so = {id: _name(one) for id, one in comparison.submissions.items()}
    twice = {name for name, number in Counter(named_so.values()).items() if number > 1}
    return {id: _short(f"{name} ({id})" if name in twice else name) for id, name in named_so.items()}


def _name(one: Submission) -> str:
    return f"{one.unit} {one.year or ''}".strip() if one.unit else one.id


def _short(name: str) -> str:
    shown = displayable(name)
    return shown if len(shown) <= 2 * _LONGEST else f"{shown[:_LONGEST]}…{shown[-_LONGEST:]}"
