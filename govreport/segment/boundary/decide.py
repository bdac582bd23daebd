"""The decision for all runs of one report together: first each for itself, then by what the others say."""

from __future__ import annotations

from dataclasses import dataclass

from govreport.segment.boundary.features import Evidence, Run, candidates, evidence
from govreport.segment.boundary.shipped import load_model
from govreport.segment.boundary.siblings import joint_rows, softmax

__all__ = ["NAME_VALUE", "Boundary", "decide"]

# The value of a name that is there, so that many names do not drown the numbers when weights are fitted.
NAME_VALUE = 0.5
_LEAST = 0.001


@dataclass(frozen=True, slots=True)
class Boundary:
    """Where the heading of a run ends (normalized offset; None: no heading), and the next best ends."""

    end: int | None
    probability: float
    alternatives: tuple[tuple[int, float], ...]


def decide(text: str, runs: list[Run], unit_names: tuple[str, ...] = ()) -> list[Boundary]:
    """Return one decision per run of the report ``text``; ``unit_names`` are those of its own unit."""
    model = load_model()
    found = [(run.text, candidates(run.text, unit_names)) for run in runs]
    of = Evidence.of(text, found, model.tables)
    scores = [
        [_score(model.first, model.names, *pair) for pair in evidence(run, offsets, of)]
        for run, offsets in found
    ]
    joint = [[_dot(model.joint, row) for row in table] for table in joint_rows(found, scores)]
    return [_chosen(run, pair[1], values) for run, pair, values in zip(runs, found, joint, strict=True)]


def _score(weights: list[float], of_names: dict[str, float], row: list[float], names: list[str]) -> float:
    return _dot(weights, row) + NAME_VALUE * sum(of_names.get(name, 0.0) for name in names)


def _dot(weights: list[float], row: list[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def _chosen(run: Run, offsets: list[int], scores: list[float]) -> Boundary:
    ranked = sorted(zip(softmax(scores), [None, *offsets], strict=True), key=lambda pair: -pair[0])
    ends = [(None if offset is None else run.start + offset, chance) for chance, offset in ranked]
    best, probability = ends[0]
    others = tuple(
        (end, round(chance, 4)) for end, chance in ends[1:4] if end is not None and chance > _LEAST
    )
    return Boundary(best, round(probability, 4), others)
