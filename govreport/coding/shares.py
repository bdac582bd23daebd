"""Shares of labels in a whole, corrected for the errors of the model that gave them.

A model that mistakes one label for another gives wrong shares, however many items it reads. A coded sample
tells how often an item that was given a label really has it; the corrected share of a label is the sum,
over the labels that the model gives, of their share in the whole times that rate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from govreport.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas

__all__ = ["prevalence"]

_DRAWS = 4000
# Jeffreys' prior: the interval of a label that was always right in ten cases is not a point.
_PRIOR = 0.5


def prevalence(
    predicted: Sequence[str] | pandas.Series[Any], coded: pandas.DataFrame, *, seed: int = 0
) -> pandas.DataFrame:
    """Return naive and corrected shares of each label, with 95 % intervals.

    ``predicted`` holds the model's label of every item of the whole. ``coded`` has one row for each item of
    a sample, with columns ``predicted`` and ``true``; it must be drawn at random from the whole, or at
    random within each predicted label (then more of the rare ones may be drawn).
    The interval comes from draws of a Dirichlet posterior for each predicted label and tells the
    uncertainty of the coded sample alone. Raises UsageError where a predicted label was never coded.
    """
    import pandas

    lacking = {"predicted", "true"} - set(coded.columns)
    if lacking:
        raise UsageError("unknown-column", f"the coded sample has no column {min(lacking)!r}")
    naive = pandas.Series(list(predicted)).value_counts(normalize=True)
    table = pandas.crosstab(coded["predicted"], coded["true"])
    unseen = sorted(set(naive.index) - set(table.index))
    if unseen:
        raise UsageError(
            "uncoded-label", f"no item labelled {unseen[0]!r} was coded", hint="code some of each"
        )
    labels = sorted(set(naive.index) | set(table.columns))
    table = table.reindex(index=naive.index, columns=labels, fill_value=0)
    weights = naive.to_numpy()
    rates = table.to_numpy() / table.to_numpy().sum(axis=1, keepdims=True)
    low, high = _interval(weights, table.to_numpy(), seed)
    return pandas.DataFrame(
        {
            "label": labels,
            "naive": [float(naive.get(label, 0.0)) for label in labels],
            "corrected": weights @ rates,
            "low": low,
            "high": high,
        }
    )


def _interval(weights: Any, counts: Any, seed: int) -> Any:
    """Return the bounds of each label's share; ``counts`` has a row for each predicted label."""
    import numpy as np

    generator = np.random.default_rng(seed)
    draws = sum(
        weight * generator.dirichlet(row + _PRIOR, size=_DRAWS)
        for weight, row in zip(weights, counts, strict=True)
    )
    return np.percentile(draws, [2.5, 97.5], axis=0)
