"""Weights of a conditional logit: which row of each table is the right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = ["Choice", "Design", "fit"]


class Choice(NamedTuple):
    """One table: rows of numbers, names that are there, the place of the right row, its weight.

    The place is below zero where no row is right.
    """

    rows: Sequence[Sequence[float]]
    names: Sequence[Sequence[str]]
    right: int
    weight: float = 1.0


class Design:
    """All rows of choices as one sparse matrix, made once and fitted and scored in parts."""

    def __init__(self, choices: Sequence[Choice], names: Sequence[str], name_value: float) -> None:
        import numpy as np

        self._rows = _rows(choices, {name: i for i, name in enumerate(names)}, name_value)
        self._sizes = np.array([len(choice.rows) for choice in choices])
        self._ends = np.cumsum(self._sizes)
        self._right = np.array([choice.right for choice in choices])
        self._weight = np.array([choice.weight for choice in choices])

    def fit(self, places: Sequence[int], penalty: float, prior: Sequence[float] | None = None) -> list[float]:
        """Return the weights that the choices at ``places`` teach: of the numbers, then of the names.

        The penalty is on what they differ from ``prior`` by, from zeros unless given. Choices without a right
        row teach nothing.
        """
        import numpy as np
        from scipy.optimize import minimize

        kept = np.array([place for place in places if self._right[place] >= 0], dtype=np.int64)
        x = self._rows[self._lines(kept)]
        sizes, weight = self._sizes[kept], self._weight[kept]
        starts = np.cumsum(sizes) - sizes
        gold = starts + self._right[kept]
        groups = np.repeat(np.arange(len(kept)), sizes)
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

    def scores(self, places: Sequence[int], weights: Sequence[float]) -> list[list[float]]:
        """Return the score of each row of the choices at ``places``."""
        import numpy as np

        if not len(places):
            return []
        kept = np.array(places, dtype=np.int64)
        values = self._rows[self._lines(kept)] @ np.array(weights)
        return [part.tolist() for part in np.split(values, np.cumsum(self._sizes[kept])[:-1])]

    def _lines(self, places: Any) -> Any:
        import numpy as np

        found = [np.arange(self._ends[p] - self._sizes[p], self._ends[p]) for p in places]
        return np.concatenate(found) if found else np.zeros(0, dtype=np.int64)


def fit(
    choices: Sequence[Choice],
    names: Sequence[str],
    penalty: float,
    name_value: float,
    prior: Sequence[float] | None = None,
) -> list[float]:
    """Return the weights of all choices: first those of the numbers, then those of ``names``."""
    return Design(choices, names, name_value).fit(range(len(choices)), penalty, prior)


def _rows(choices: Sequence[Choice], places: dict[str, int], name_value: float) -> Any:
    """Return a sparse matrix with one row for each row of each table."""
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    dense = csr_matrix(np.array([row for choice in choices for row in choice.rows]))
    if not places:
        return dense
    columns: list[int] = []
    ends = [0]
    for choice in choices:
        for found in choice.names:
            columns.extend(sorted({places[name] for name in found if name in places}))
            ends.append(len(columns))
    values = np.full(len(columns), name_value)
    sparse = csr_matrix((values, columns, ends), shape=(dense.shape[0], len(places)))
    return hstack([dense, sparse]).tocsr()
