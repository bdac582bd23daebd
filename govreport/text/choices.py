"""Weights of a conditional logit: which row of each table is the right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = ["Choice", "fit", "scores"]


class Choice(NamedTuple):
    """One table: rows of numbers, names that are there, the place of the right row, its weight."""

    rows: Sequence[Sequence[float]]
    names: Sequence[Sequence[str]]
    right: int
    weight: float = 1.0


def fit(
    choices: list[Choice],
    names: Sequence[str],
    penalty: float,
    name_value: float,
    prior: Sequence[float] | None = None,
) -> list[float]:
    """Return the weights: first those of the numbers, then those of ``names``.

    The penalty is on what they differ from ``prior`` by, from zeros unless given.
    """
    import numpy as np
    from scipy.optimize import minimize

    x, starts = _design(choices, {name: i for i, name in enumerate(names)}, name_value)
    gold = starts + np.array([choice.right for choice in choices])
    groups = np.repeat(np.arange(len(choices)), np.diff(np.append(starts, x.shape[0])))
    weight = np.array([choice.weight for choice in choices])
    target = np.zeros(x.shape[0])
    target[gold] = weight
    start = np.zeros(x.shape[1]) if prior is None else np.array(prior)

    def loss(weights: Any) -> tuple[float, Any]:
        values = x @ weights
        values = values - np.maximum.reduceat(values, starts)[groups]
        exponentials = np.exp(values)
        sums = np.add.reduceat(exponentials, starts)
        chances = exponentials / sums[groups] * weight[groups]
        moved = weights - start
        value = -(weight * (values[gold] - np.log(sums))).sum() + penalty * moved @ moved
        return float(value), x.T @ (chances - target) + 2 * penalty * moved

    result = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return [float(value) for value in result.x]


def scores(
    choices: list[Choice], weights: list[float], names: Sequence[str], name_value: float
) -> list[list[float]]:
    """Return the score of each row of each table."""
    import numpy as np

    x, starts = _design(choices, {name: i for i, name in enumerate(names)}, name_value)
    values = x @ np.array(weights)
    return [part.tolist() for part in np.split(values, starts[1:])]


def _design(choices: list[Choice], places: dict[str, int], name_value: float) -> tuple[Any, Any]:
    """Return a sparse matrix with one row for each row of each table, and where each table starts."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    starts = np.cumsum([0, *(len(choice.rows) for choice in choices)])[:-1]
    dense = csr_matrix(np.array([row for choice in choices for row in choice.rows]))
    if not places:
        return dense, starts
    columns: list[int] = []
    ends = [0]
    for choice in choices:
        for found in choice.names:
            columns.extend(sorted({places[name] for name in found if name in places}))
            ends.append(len(columns))
    values = np.full(len(columns), name_value)
    sparse = csr_matrix((values, columns, ends), shape=(dense.shape[0], len(places)))
    return hstack([dense, sparse]).tocsr(), starts
