"""How many reports have how much in common with others, in steps of five hundredths."""

from __future__ import annotations

from collections import Counter
from typing import Any

from govreport.export.plots.offline import altair, finished, named, values
from govreport.model import Comparison

__all__ = ["histogram"]

_STEPS = 20
_TICKS = 6


def histogram(comparison: Comparison, lang: str) -> Any:
    """Return the chart; the first bar holds the reports below 5 %, the last those from 95 % on."""
    alt = altair()
    counts = Counter(min(int(ratio.copied * _STEPS), _STEPS - 1) for ratio in comparison.ratios)
    rows = [
        {"from": n / _STEPS, "middle": (n + 0.5) / _STEPS, "to": (n + 1) / _STEPS, "reports": counts[n]}
        for n in range(_STEPS)
    ]
    base = alt.Chart(values(rows), title=named("histogram", lang), width=640, height=240)
    axis = alt.Axis(format="%", grid=False, tickCount=11)
    whole = alt.Scale(domain=[0, 1])
    where = alt.X("from:Q", bin="binned", title=named("copied", lang), axis=axis, scale=whole)
    height = alt.Y(
        "reports:Q",
        title=named("reports", lang),
        axis=alt.Axis(values=_ticks(max(counts.values(), default=1)), format="d"),
    )
    bars = base.mark_bar(color="#2b5f8f", stroke="#ffffff").encode(where, alt.X2("to:Q"), height)
    told = base.mark_text(dy=-7).encode(alt.X("middle:Q"), height, alt.Text("reports:Q"))
    return finished(bars + told.transform_filter("datum.reports > 0"), lang)


def _ticks(most: int) -> list[int]:
    """Return whole numbers from 0 on, few enough to be read.

    >>> _ticks(2), _ticks(40)
    ([0, 1, 2], [0, 7, 14, 21, 28, 35, 42])
    """
    step = -(-most // _TICKS)
    return list(range(0, most + step, step))
