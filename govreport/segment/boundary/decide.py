"""The decision for all runs of one report together: first each for itself, then by what the others say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from govreport.segment.boundary.candidates import Run
from govreport.segment.boundary.features import Evidence, Shortlist, evidence, shortlists
from govreport.segment.boundary.shipped import BoundaryModel, load_model
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
    short = shortlists(runs, unit_names, model.odds, model.short)
    tables = joint_rows([one.found for one in short], _first_scores(text, short, model))
    scores = [_dots(model.joint, table) for table in tables]
    return [
        _chosen(run, one.found.offsets, values) for run, one, values in zip(runs, short, scores, strict=True)
    ]


def _first_scores(text: str, short: list[Shortlist], model: BoundaryModel) -> list[list[float]]:
    of = Evidence.of(text, [one.found for one in short])
    scores = []
    for one in short:
        found = evidence(one, of)
        named = [NAME_VALUE * sum(model.names.get(name, 0.0) for name in names) for _, names in found]
        scores.append(
            [a + b for a, b in zip(_dots(model.first, [row for row, _ in found]), named, strict=True)]
        )
    return scores


def _dots(weights: Sequence[float], table: list[list[float]]) -> list[float]:
    return [sum(map(float.__mul__, weights, row)) for row in table]


def _chosen(run: Run, offsets: Sequence[int], scores: list[float]) -> Boundary:
    ranked = sorted(zip(softmax(scores), [None, *offsets], strict=True), key=lambda pair: -pair[0])
    ends = [(None if offset is None else run.start + offset, chance) for chance, offset in ranked]
    best, probability = ends[0]
    others = tuple(
        (end, round(chance, 4)) for end, chance in ends[1:4] if end is not None and chance > _LEAST
    )
    return Boundary(best, round(probability, 4), others)
