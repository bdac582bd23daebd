"""From cases to figures: precision, recall and F1, with intervals by resampling whole documents.

>>> from govreport.model import Span
>>> cases = [Case("t", "a", Span(0, 1), "right"), Case("t", "b", Span(0, 1), "missed")]
>>> score = scored(cases)["t"]
>>> score.precision, score.recall, score.cases
(1.0, 0.5, 2)
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from govreport.evaluate.cases import Case

__all__ = ["Score", "calibration_error", "scored"]

_RESAMPLES = 1000


class Score(NamedTuple):
    """Precision, recall and F1 of a task, the 95 % interval of F1, and the numbers behind them."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float
    right: int
    in_gold: int
    given: int
    cases: int
    documents: int


def scored(cases: Iterable[Case], resamples: int = _RESAMPLES) -> dict[str, Score]:
    """Return the score of each task, in the order in which the tasks first appear.

    The interval is the middle 95 % of ``resamples`` draws of whole documents with replacement: cases of
    one document hang together. The draws are the same in each run.
    """
    counts: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for case in cases:
        counts[case.task][case.document][case.outcome] += case.weight
    return {task: _score(list(documents.values()), resamples) for task, documents in counts.items()}


def _score(documents: Sequence[Counter[str]], resamples: int) -> Score:
    import numpy as np

    table = np.array([_sums(counter) for counter in documents], dtype=np.int64)
    right, in_gold, given = (int(value) for value in table.sum(axis=0))
    draws = np.random.default_rng(0).integers(0, len(table), size=(resamples, len(table)))
    drawn = table[draws].sum(axis=1)
    both = np.maximum(drawn[:, 1] + drawn[:, 2], 1)
    low, high = (
        (float(v) for v in np.percentile(2 * drawn[:, 0] / both, [2.5, 97.5])) if resamples else (0, 1)
    )
    return Score(
        _share(right, given),
        _share(right, in_gold),
        _share(2 * right, in_gold + given),
        low,
        high,
        right,
        in_gold,
        given,
        sum(sum(counter.values()) for counter in documents),
        len(documents),
    )


def _sums(counter: Counter[str]) -> tuple[int, int, int]:
    right, wrong = counter["right"], counter["wrong"]
    return right, right + wrong + counter["missed"], right + wrong + counter["extra"]


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def calibration_error(cases: Iterable[Case], bins: int = 10) -> dict[str, float]:
    """Return for each task with probabilities the mean gap between probability and share of right ones.

    Cases are put into ``bins`` bins of equal width; gaps are weighted by the number of cases.
    """
    groups: defaultdict[str, list[list[tuple[float, bool]]]] = defaultdict(lambda: [[] for _ in range(bins)])
    for case in cases:
        if case.probability is not None:
            place = min(int(case.probability * bins), bins - 1)
            groups[case.task][place].append((case.probability, case.outcome == "right"))
    return {task: _gap(filled) for task, filled in groups.items()}


def _gap(filled: list[list[tuple[float, bool]]]) -> float:
    total = sum(map(len, filled))
    return sum(abs(sum(p for p, _ in one) - sum(right for _, right in one)) for one in filled) / total
