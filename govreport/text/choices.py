"""Weights of a conditional logit: which row of each table is the right one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

__all__ = ["Choice", "Curvature", "Design", "fit"]


class Choice(NamedTuple):
    """One table: rows of numbers, names that are there, the place of the right row, its weight.

    The place is below zero where no row is right.
    """

    rows: Sequence[Sequence[float]]
    names: Sequence[Sequence[str]]
    right: int
    weight: float = 1.0


class Curvature(NamedTuple):
    """What other choices taught: their best weights, and how much worse it gets beside them.

    ``numbers`` is the matrix of second derivatives of the numbers, ``names`` has each name's for itself.
    """

    best: Sequence[float]
    numbers: Sequence[Sequence[float]]
    names: Sequence[float]


class Design:
    """All rows of choices as one sparse matrix, made once and fitted and scored in parts."""

    def __init__(self, choices: Sequence[Choice], names: Sequence[str], name_value: float) -> None:
        import numpy as np

        self._rows = _rows(choices, {name: i for i, name in enumerate(names)}, name_value)
        self._sizes = np.array([len(choice.rows) for choice in choices])
        self._ends = np.cumsum(self._sizes)
        self._right = np.array([choice.right for choice in choices])
        self._weight = np.array([choice.weight for choice in choices])

    def fit(
        self, places: Sequence[int], penalty: float, prior: Sequence[float] | Curvature | None = None
    ) -> list[float]:
        """Return the weights that the choices at ``places`` teach: of the numbers, then of the names.

        The penalty is on what they differ from ``prior`` by, from zeros unless given; the curvature of other
        choices takes its place, as if those were among these. Choices without a right row teach nothing.
        """
        import numpy as np
        from scipy.optimize import minimize
        from threadpoolctl import threadpool_limits

        kept = np.array([place for place in places if self._right[place] >= 0], dtype=np.int64)
        x = self._rows[self._lines(kept)]
        loss = _Loss(x, self._sizes[kept], self._right[kept], self._weight[kept], penalty, prior)
        # Sums over ten thousand weights are split among processors: with one the bytes are the same anywhere.
        with threadpool_limits(limits=1, user_api="blas"):
            result = minimize(loss, loss.start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
        return [float(value) for value in result.x]

    def curvature(self, weights: Sequence[float], penalty: float, numbers: int) -> Curvature:
        """Return what all choices teach around ``weights``; the first so many are those of numbers."""
        import numpy as np
        from scipy.sparse import csr_matrix

        kept = np.array([place for place, right in enumerate(self._right) if right >= 0], dtype=np.int64)
        x, sizes, weight = self._rows[self._lines(kept)], self._sizes[kept], self._weight[kept]
        starts = np.cumsum(sizes) - sizes
        groups = np.repeat(np.arange(len(kept)), sizes)
        values = x @ np.array(weights)
        exponentials = np.exp(values - np.maximum.reduceat(values, starts)[groups])
        chances = exponentials / np.add.reduceat(exponentials, starts)[groups]
        lines = np.arange(len(groups))
        mean = csr_matrix((chances, (groups, lines)), shape=(len(kept), len(groups))) @ x
        each = chances * weight[groups]
        front, middle = x[:, :numbers], mean[:, :numbers]
        square = (front.multiply(each[:, None])).T @ front - (middle.multiply(weight[:, None])).T @ middle
        alone = x[:, numbers:].power(2).T @ each - mean[:, numbers:].power(2).T @ weight
        whole = square.toarray() + 2 * penalty * np.eye(numbers)
        return Curvature(list(weights), whole.tolist(), (np.maximum(alone, 0) + 2 * penalty).tolist())

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


class _Loss:
    """How bad weights are, with the slope: minus the log chance of the right rows, and the penalty."""

    def __init__(
        self,
        x: Any,
        sizes: Any,
        right: Any,
        weight: Any,
        penalty: float,
        prior: Sequence[float] | Curvature | None,
    ) -> None:
        import numpy as np

        self._x, self._weight, self._penalty = x, weight, penalty
        self._starts = np.cumsum(sizes) - sizes
        self._gold = self._starts + right
        self._groups = np.repeat(np.arange(len(sizes)), sizes)
        self._target = np.zeros(x.shape[0])
        self._target[self._gold] = weight
        self._taught = prior if isinstance(prior, Curvature) else None
        best = self._taught.best if self._taught else prior
        self.start = np.zeros(x.shape[1]) if best is None else np.array(best)
        self._numbers = np.array(self._taught.numbers if self._taught else np.zeros((0, 0)))
        self._names = np.array(self._taught.names if self._taught else ())

    def __call__(self, weights: Any) -> tuple[float, Any]:
        """Return both."""
        import numpy as np

        values = self._x @ weights
        values = values - np.maximum.reduceat(values, self._starts)[self._groups]
        exponentials = np.exp(values)
        sums = np.add.reduceat(exponentials, self._starts)
        chances = exponentials / sums[self._groups] * self._weight[self._groups]
        worse, pull = self._held(weights - self.start)
        value = -(self._weight * (values[self._gold] - np.log(sums))).sum() + worse
        return float(value), self._x.T @ (chances - self._target) + pull

    def _held(self, moved: Any) -> tuple[float, Any]:
        """Return the penalty on what the weights have moved from where they began."""
        import numpy as np

        if self._taught is None:
            return float(self._penalty * moved @ moved), 2 * self._penalty * moved
        size = len(self._numbers)
        pull = np.concatenate([self._numbers @ moved[:size], self._names * moved[size:]])
        return float(moved @ pull / 2), pull


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
