"""Macro-F1: the mean of the F1 of each label, so that a rare one counts as much as a frequent one.

>>> from govreport.model import Span
>>> pairs = [("a", "a"), ("a", "a"), ("b", "a")]
>>> cases = [Case("t", "d", Span(0, 1), "right" if x == y else "wrong", x, y) for x, y in pairs]
>>> round(macro_score(cases).f1, 2), macro_score(cases).labels
(0.4, 2)
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from govreport.evaluate.cases import Case

__all__ = ["LABELLED", "MacroScore", "macro_score"]

LABELLED = ("statement-kind", "statement-status", "section-area", "statement-area")
"""The tasks whose cases have a label on either side."""

_RESAMPLES = 1000


class MacroScore(NamedTuple):
    """The mean F1 of the labels that the gold has, its 95 % interval, and how many labels there are."""

    f1: float
    low: float
    high: float
    labels: int


def macro_score(cases: Iterable[Case], resamples: int = _RESAMPLES) -> MacroScore:
    """Return the macro-F1 of the cases of one task, with an interval by resampling whole documents.

    An empty label stands for none and is no label of its own. A label that two taxonomies share is one. Of
    a draw those labels are counted that it has.
    """
    import numpy as np

    kept = list(cases)
    labels = sorted({case.gold for case in kept if case.gold})
    table = _table(kept, labels)
    draws = np.random.default_rng(0).integers(0, len(table), size=(resamples, len(table)))
    means = [_mean(table[draw].sum(axis=0)) for draw in draws]
    low, high = (float(v) for v in np.percentile(means, [2.5, 97.5])) if resamples else (0.0, 1.0)
    return MacroScore(_mean(table.sum(axis=0)), low, high, len(labels))


def _table(cases: Sequence[Case], labels: Sequence[str]) -> Any:
    """Return counts: documents by labels by right ones, those in the gold, those given."""
    import numpy as np

    rows = {name: row for row, name in enumerate(dict.fromkeys(case.document for case in cases))}
    places = {label: place for place, label in enumerate(labels)}
    table = np.zeros((len(rows), len(labels), 3), dtype=np.int64)
    for case in cases:
        row = table[rows[case.document]]
        if case.gold in places:
            row[places[case.gold], 1] += 1
            row[places[case.gold], 0] += case.gold == case.given
        if case.given in places:
            row[places[case.given], 2] += 1
    return table


def _mean(sums: Any) -> float:
    """Return the mean F1 of the labels that stand in the gold of these sums."""
    told = sums[sums[:, 1] > 0]
    return float((2 * told[:, 0] / (told[:, 1] + told[:, 2])).mean()) if len(told) else 0.0
