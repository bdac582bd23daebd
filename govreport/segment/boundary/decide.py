"""The decision for all runs of one report together: first each for itself, then by what the others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import TypeVar

from govreport.segment.boundary.alike import built_alike
from govreport.segment.boundary.candidates import Run, patterns
from govreport.segment.boundary.decision import Boundary
from govreport.segment.boundary.features import Evidence, Shortlist, evidence, shortlists
from govreport.segment.boundary.shipped import BoundaryModel, load_model
from govreport.segment.boundary.siblings import joint_rows, softmax

__all__ = ["NAME_VALUE", "Boundary", "decide"]

# The value of a name that is there, so that many names do not drown the numbers when weights are fitted.
NAME_VALUE = 0.5
_LEAST = 0.001
# How much of the doubt of a list each of its headings takes over.
_SHARED = 0.5
# How much less no heading is worth than one before a label that opens the bodies of a list.
_LABELLED = 2.0
# So many runs are looked at closely at once.
_TOGETHER = 200

_Run = TypeVar("_Run")


def decide(text: str, runs: list[Run], unit_names: tuple[str, ...] = ()) -> list[Boundary]:
    """Return one decision per run of the report ``text``; ``unit_names`` are those of its own unit."""
    model = load_model()
    short = shortlists(runs, unit_names, model.odds, model.short)
    tables = joint_rows([one.found for one in short], list(_first_scores(text, short, model)))
    scores = chain.from_iterable(_weighed(model.joint, some) for some in _in_batches(tables))
    chosen = [
        _chosen(run, one.found.offsets, _with_heading(values) if one.found.labelled else values)
        for run, one, values in zip(runs, short, scores, strict=True)
    ]
    return _shared_doubt(runs, built_alike(runs, chosen))


def _shared_doubt(runs: list[Run], found: list[Boundary]) -> list[Boundary]:
    """Make each decision as doubtful as its list is: where the siblings are hard, so is this one.

    The tables know the words of some reports better than those of others, and are too sure in the others:
    held-out policy papers are right in .915, the mean probability is .938 without this and .908 with it.
    """
    lists: defaultdict[str, list[float]] = defaultdict(list)
    for run, one in zip(runs, found, strict=True):
        lists[run.style].append(one.probability)
    factors = {style: (sum(values) / len(values)) ** _SHARED for style, values in lists.items()}
    return [_lowered(one, factors[run.style]) for run, one in zip(runs, found, strict=True)]


def _lowered(found: Boundary, factor: float) -> Boundary:
    others = tuple((end, round(chance * factor, 4)) for end, chance in found.alternatives)
    return Boundary(found.end, round(found.probability * factor, 4), others)


def _first_scores(text: str, short: list[Shortlist], model: BoundaryModel) -> Iterator[list[float]]:
    of = Evidence.of(text, [one.found for one in short])
    for some in _in_batches(short):
        found = [evidence(one, of) for one in some]
        numbers = _weighed(model.first, [[row for row, _ in rows] for rows in found])
        for weighed, rows in zip(numbers, found, strict=True):
            named = (NAME_VALUE * _summed(model.names, names) for _, names in rows)
            yield [a + b for a, b in zip(weighed, named, strict=True)]


def _in_batches(runs: Iterable[_Run]) -> Iterator[list[_Run]]:
    """Yield runs together, but not all: what is known of each takes as much as ten thousand characters do."""
    every = iter(runs)
    while some := list(islice(every, _TOGETHER)):
        yield some


def _summed(weights: Mapping[str, float], names: Sequence[str]) -> float:
    total = 0.0
    for name in names:
        total += weights.get(name, 0.0)
    return total


def _weighed(weights: Sequence[float], tables: Sequence[Sequence[Sequence[float]]]) -> list[list[float]]:
    """Return the weighed sum of each row of each table, added up from left to right on every machine.

    A run without any place for an end has one short row, which is chosen whatever its sum.
    """
    import numpy as np

    width = len(weights)
    rows = np.array([[*row, *([0.0] * (width - len(row)))] for table in tables for row in table])
    sums = np.cumsum(rows * np.array(weights), axis=1)[:, -1].tolist()
    ends = [0, *accumulate(map(len, tables))]
    return [sums[start:end] for start, end in pairwise(ends)]


def _with_heading(scores: Sequence[float]) -> list[float]:
    """Return the scores with that of no heading below the others: a label of the list opens the body."""
    return [min(scores[0], max(scores[1:]) - _LABELLED), *scores[1:]]


def _chosen(run: Run, offsets: Sequence[int], scores: list[float]) -> Boundary:
    ranked = sorted(zip(softmax(scores), [None, *offsets], strict=True), key=lambda pair: -pair[0])
    ends = [(None if offset is None else run.start + offset, chance) for chance, offset in ranked]
    if ends[0][0] is not None and patterns()["count_alone"].match(run.text, ends[0][0] - run.start):
        # A count with a mark behind it is no body.
        ends = ends[1:] or ends
    best, probability = ends[0]
    others = tuple(
        (end, round(chance, 4)) for end, chance in ends[1:4] if end is not None and chance > _LEAST
    )
    return Boundary(best, round(probability, 4), others)
