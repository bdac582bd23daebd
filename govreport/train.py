"""Rebuilds the shipped boundary model from a folder of plain reports whose headings stand on their own lines.

Removing the line end after such a heading gives a fused heading whose border is known. Only counts and
weights leave this module, no text. Tables are counted without the document that a case comes from.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from govreport.corpus.fusing import case_of, fuse
from govreport.normalize import normalize
from govreport.read import read
from govreport.segment.boundary.decide import first_scores, joint_rows, joint_scores
from govreport.segment.boundary.features import candidates, rows, sentence_openings, shared_strings
from govreport.segment.boundary.tables import Tables
from govreport.segment.markers import find_candidates

Case = tuple[str, list[int], int | None]
_FOLDS = 5
_SEEN_AT_LEAST = 2
# Headings of two clauses are rare in policy papers and the rule in federation reports.
_PAIR_WEIGHT = 6


def train_boundary(folder: str | Path, output: str | Path) -> dict[str, float]:
    """Count, fit and write the model; return its cross-fitted accuracy."""
    documents = [_document(path) for path in _distinct(sorted(Path(folder).glob("*.txt")))]
    counted = [Tables.counted(headings, sentences) for _, headings, sentences, _ in documents]
    total = _sum(counted)
    tables = [_difference(total, own) for own in counted]
    groups = [([case for case in cases if case[1]], text, table)
              for (text, _, _, cases), table in zip(documents, tables, strict=True)]  # fmt: skip
    first = fit([table for group in groups for table in _first_tables(group)])
    accuracy, joint = _fit_joint(groups)
    provenance = {"documents": str(len(documents)), "cases": str(sum(len(g[0]) for g in groups)),
                  "note": "counts of n-grams seen at least twice; no text"}  # fmt: skip
    stored = {"provenance": provenance, "first": first, "joint": joint, **_pruned(total)}
    Path(output).write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return accuracy


def _distinct(paths: list[Path]) -> list[Path]:
    """Drop papers that repeat an earlier one under another name."""
    seen: set[str] = set()
    kept = []
    for path in paths:
        lines = {line.strip() for line in read(path).text.splitlines() if len(line.strip()) > 30}
        if len(lines & seen) * 2 <= len(lines):
            kept.append(path)
        seen |= lines
    return kept


def _document(path: Path) -> tuple[str, list[str], list[str], list[Case]]:
    text = re.sub(r"\n\s*", "\n", normalize(read(path)).text)
    lines = text.split("\n")
    headings, cases = [], []
    fused = list(lines)
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        case = case_of(line.strip(), following.strip())
        if case:
            run, border = case
            offsets = candidates(run)
            if border is not None:
                headings.append(run[:border])
                fuse(fused, index)
            if border is None or border in offsets:
                cases.append((run, offsets, border))
    bodies = "\n".join(line for line in lines if len(line) > 45)
    sentences = [s for s in re.split(r"[。!?\n]", bodies) if len(s) > 4]
    return "\n".join(fused), headings, [_without_marker(sentence) for sentence in sentences], cases


def _without_marker(sentence: str) -> str:
    markers = [m for m in find_candidates(sentence[:8]) if m.start == 0]
    return sentence[markers[0].end :] if markers else sentence


def _sum(counted: list[Tables]) -> Tables:
    merged = [Counter[str]() for _ in range(3)]
    for tables in counted:
        for total, own in zip(merged, (tables.closing, tables.opening, tables.inside), strict=True):
            total.update(own)
    return Tables(*merged)


def _difference(total: Tables, own: Tables) -> Tables:
    return Tables(
        _Less(total.closing, own.closing), _Less(total.opening, own.opening), _Less(total.inside, own.inside)
    )


class _Less(dict[str, int]):
    """Counts of all documents less those of one, without copying the large table."""

    def __init__(self, total: dict[str, int], own: dict[str, int]) -> None:
        super().__init__()
        self._total, self._own = total, own

    def get(self, key: str, default: Any = 0) -> Any:
        value = self._total.get(key, 0)
        if key == "":
            return value - self._own.get(key, 0)
        return value - self._own.get(key, 0)


def _pruned(total: Tables) -> dict[str, dict[str, int]]:
    edges = {g for t in (total.closing, total.opening) for g, n in t.items() if n >= _SEEN_AT_LEAST}
    keep: Callable[[dict[str, int]], dict[str, int]] = lambda t: {  # noqa: E731
        g: n
        for g, n in sorted(t.items())
        if g in edges or (len(g) <= 2 and n >= 5) or (len(g) == 3 and n >= 12)
    }
    return {"closing": keep(total.closing), "opening": keep(total.opening), "inside": keep(total.inside)}


def _first_tables(group: tuple[list[Case], str, Tables]) -> list[tuple[list[list[float]], int]]:
    cases, text, tables = group
    openings = sentence_openings(text)
    shared = shared_strings([(run, offsets) for run, offsets, _ in cases])
    return [
        (rows(run, offsets, tables, openings, shared), offsets.index(border))
        for run, offsets, border in cases
        if border is not None
        for _ in range(_PAIR_WEIGHT if "," in run[:border] else 1)
    ]


def _joint_tables(
    group: tuple[list[Case], str, Tables], weights: list[float]
) -> list[tuple[list[list[float]], int]]:
    cases, text, tables = group
    found = [(run, offsets) for run, offsets, _ in cases]
    table = joint_rows(found, first_scores(text, found, tables, weights))
    gold = [0 if border is None else 1 + offsets.index(border) for _, offsets, border in cases]
    pairs = [_PAIR_WEIGHT if "," in run[: border or 0] else 1 for run, _, border in cases]
    weighted = zip(table, gold, pairs, strict=True)
    return [(rows, index) for rows, index, times in weighted for _ in range(times)]


def _fit_joint(groups: list[tuple[list[Case], str, Tables]]) -> tuple[dict[str, float], list[float]]:
    """Fit the second stage on first-stage scores of documents that the first stage has not seen."""
    folds = [groups[i::_FOLDS] for i in range(_FOLDS)]
    unseen = []
    for i, fold in enumerate(folds):
        others = [g for j, other in enumerate(folds) if j != i for g in other]
        weights = fit([table for group in others for table in _first_tables(group)])
        unseen.append([_joint_tables(group, weights) for group in fold])
    right = cases = 0
    for i, fold_tables in enumerate(unseen):
        joint = fit([t for j, other in enumerate(unseen) if j != i for g in other for t in g])
        for table, gold in (t for g in fold_tables for t in g):
            scores = [sum(w * v for w, v in zip(joint, row, strict=True)) for row in table]
            right += scores.index(max(scores)) == gold
            cases += 1
    return {"exact": right / max(1, cases), "cases": float(cases)}, fit(
        [t for f in unseen for g in f for t in g]
    )


def fit(tables: list[tuple[list[list[float]], int]], penalty: float = 0.5) -> list[float]:
    """Return the weights of a conditional logit: which row of each table is the right one."""
    import numpy as np
    from scipy.optimize import minimize

    x = np.array([row for table, _ in tables for row in table])
    sizes = np.array([len(table) for table, _ in tables])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    gold = starts + np.array([index for _, index in tables])
    groups = np.repeat(np.arange(len(tables)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        scores = x @ weights
        scores = scores - np.maximum.reduceat(scores, starts)[groups]
        exponentials = np.exp(scores)
        sums = np.add.reduceat(exponentials, starts)
        chances = exponentials / sums[groups]
        value = -(scores[gold] - np.log(sums)).sum() + penalty * weights @ weights
        return float(value), x.T @ chances - x[gold].sum(axis=0) + 2 * penalty * weights

    result = minimize(loss, np.zeros(x.shape[1]), jac=True, method="L-BFGS-B")
    return [round(float(weight), 4) for weight in result.x]


__all__ = ["fit", "joint_scores", "train_boundary"]
