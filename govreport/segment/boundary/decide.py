"""The decision for all runs of one report together: first each for itself, then by what the others say."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

from govreport.segment.boundary.features import Run, candidates, rows, sentence_openings, shared_strings
from govreport.segment.boundary.shipped import load_model
from govreport.segment.boundary.tables import Tables

JOINT_NAMES = ("first", "siblings_open", "siblings_close", "siblings_length", "none", "single_sentence")


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
    scores = first_scores(text, found, model.tables, model.first)
    joint = joint_scores(found, scores, model.joint)
    return [_chosen(run, pair[1], values) for run, pair, values in zip(runs, found, joint, strict=True)]


def first_scores(
    text: str, found: list[tuple[str, list[int]]], tables: Tables, weights: list[float]
) -> list[list[float]]:
    """Return the score of each candidate of each run, every run for itself."""
    openings, shared = sentence_openings(text), shared_strings(found)
    return [
        [_dot(weights, row) for row in rows(run, offsets, tables, openings, shared)] for run, offsets in found
    ]


def joint_scores(
    found: list[tuple[str, list[int]]], scores: list[list[float]], weights: list[float]
) -> list[list[float]]:
    """Return the scores of "no heading" (first) and of each candidate, given the other runs."""
    return [[_dot(weights, row) for row in table] for table in joint_rows(found, scores)]


def joint_rows(found: list[tuple[str, list[int]]], scores: list[list[float]]) -> list[list[list[float]]]:
    """Return one table per run; its first row is that of "no heading"."""
    chances = [softmax(values) for values in scores]
    opening, closing, length, weight = _expected(found, chances)
    tables = []
    for (run, offsets), values, own in zip(found, scores, chances, strict=True):
        others = max(1e-9, weight - sum(own))
        own_mean = sum(o * c for o, c in zip(offsets, own, strict=True))
        mean = (length - own_mean) / others if others > 0.5 else None
        best = max(values, default=0.0)
        table = [[0.0, 0.0, 0.0, 0.0, 1.0, _single_sentence(run)]]
        for offset, value, chance in zip(offsets, values, own, strict=True):
            opened = opening[run[offset : offset + 2]] - chance
            closed = closing[run[max(0, offset - 2) : offset]] - chance
            distance = 0.0 if mean is None else min(2.0, abs(offset - mean) / 8)
            table.append(
                [value - best, math.log1p(max(0.0, opened)), math.log1p(max(0.0, closed)), distance, 0.0, 0.0]
            )
        table[0][0] = -best
        tables.append(table)
    return tables


def _single_sentence(run: str) -> float:
    """A list item that is one sentence has no heading; a run that goes on has one far more often."""
    return float(not any(mark in run[:-1] for mark in "。;!?") and run[-1:] in tuple("。;!?"))


def _expected(
    found: list[tuple[str, list[int]]], chances: list[list[float]]
) -> tuple[Counter[str], Counter[str], float, float]:
    """Sum over all runs how probable each opening and each close is, and the lengths."""
    opening: Counter[str] = Counter()
    closing: Counter[str] = Counter()
    length = weight = 0.0
    for (run, offsets), own in zip(found, chances, strict=True):
        for offset, chance in zip(offsets, own, strict=True):
            opening[run[offset : offset + 2]] += chance  # type: ignore[assignment]
            closing[run[max(0, offset - 2) : offset]] += chance  # type: ignore[assignment]
            length += offset * chance
            weight += chance
    return opening, closing, length, weight


def softmax(values: list[float]) -> list[float]:
    """Return probabilities for scores; an empty list for none."""
    if not values:
        return []
    top = max(values)
    weights = [math.exp(value - top) for value in values]
    total = sum(weights)
    return [weight / total for weight in weights]


def _dot(weights: list[float], row: list[float]) -> float:
    return sum(weight * value for weight, value in zip(weights, row, strict=True))


def _chosen(run: Run, offsets: list[int], scores: list[float]) -> Boundary:
    ranked = sorted(zip(softmax(scores), [None, *offsets], strict=True), key=lambda pair: -pair[0])
    ends = [(None if offset is None else run.start + offset, chance) for chance, offset in ranked]
    best, probability = ends[0]
    others = tuple((end, round(chance, 4)) for end, chance in ends[1:4] if end is not None and chance > 0.001)
    return Boundary(best, round(probability, 4), others)
