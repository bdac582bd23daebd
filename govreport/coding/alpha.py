"""Krippendorff's alpha: agreement of any number of coders beyond chance, with missing values.

Source: K. Krippendorff, Content Analysis, 4th edition, chapter 12; the distance of sets is the share that
is not common (Jaccard).

>>> krippendorff_alpha([["a", "a"], ["b", "b"], ["a", "b"], [None, "b"]])
0.444...
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Any

__all__ = ["DISTANCES", "krippendorff_alpha"]

Distance = Callable[[Any, Any], float]


def _nominal(left: Hashable, right: Hashable) -> float:
    return float(left != right)


def _set(left: frozenset[str], right: frozenset[str]) -> float:
    together = left | right
    return 1.0 - len(left & right) / len(together) if together else 0.0


DISTANCES: dict[str, Distance] = {"nominal": _nominal, "set": _set}


def krippendorff_alpha(units: Sequence[Sequence[Any]], distance: str = "nominal") -> float | None:
    """Return alpha for ``units``, each with one value for every coder, None where a coder gave none.

    ``distance`` is ``nominal`` (the same or not) or ``set`` (values are sets of labels). Units with fewer
    than two values say nothing. Returns None where no unit can be compared; where all values are the same,
    there is nothing to disagree on, and 1.0 is returned.
    """
    measure = DISTANCES[distance]
    paired = [values for unit in units if len(values := [v for v in unit if v is not None]) > 1]
    if not paired:
        return None
    observed = sum(_within(Counter(values), measure) / (len(values) - 1) for values in paired)
    everything = Counter(value for values in paired for value in values)
    total = everything.total()
    expected = _within(everything, measure) / (total - 1)
    return 1.0 - observed / expected if expected else 1.0


def _within(counts: Counter[Any], measure: Distance) -> float:
    """Sum the distances of all ordered pairs."""
    kinds = list(counts.items())
    return 2 * sum(
        n * m * measure(left, right) for i, (left, n) in enumerate(kinds) for right, m in kinds[i + 1 :]
    )
