"""Multinomial logistic regression over names, given back as plain data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from govreport.text.linear import EMPHASIZED

__all__ = ["Example", "fit_linear"]

_SEEN_AT_LEAST = 3
_SMALLEST_WEIGHT = 0.01
# An emphasized name has this value, the others 1: as if it stood there five times.
_EMPHASIS = 5**0.5


class Example(NamedTuple):
    """Names and the right label."""

    names: list[str]
    label: str


def fit_linear(examples: Sequence[Example], strength: float) -> dict[str, Any]:
    """Return labels, weights and bias of a multinomial logistic regression as plain data.

    ``strength`` is scikit-learn's C. Names seen in fewer than three examples are left out, and so are
    weights that are next to nothing.
    """
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    counts = Counter(name for example in examples for name in set(example.names))
    kept = sorted(name for name, number in counts.items() if number >= _SEEN_AT_LEAST)
    places = {name: place for place, name in enumerate(kept)}
    columns: list[int] = []
    ends = [0]
    for example in examples:
        columns.extend(sorted({places[name] for name in example.names if name in places}))
        ends.append(len(columns))
    values = np.array([_EMPHASIS if name.startswith(EMPHASIZED) else 1.0 for name in kept])
    matrix = csr_matrix((values[columns], columns, ends), shape=(len(examples), len(kept)))
    model = LogisticRegression(C=strength, max_iter=1000).fit(matrix, [one.label for one in examples])
    table = np.round(model.coef_.T * values[:, None], 3)
    bias = [round(float(value), 3) for value in model.intercept_]
    if len(model.classes_) == 2:
        table, bias = np.hstack([-table, table]), [-bias[0], bias[0]]
    weights = {
        name: [float(value) for value in row]
        for name, row in zip(kept, table, strict=True)
        if abs(row).max() >= _SMALLEST_WEIGHT
    }
    return {"labels": [str(label) for label in model.classes_], "weights": weights, "bias": bias}
