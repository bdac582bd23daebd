"""Both stages of the boundary model, fitted on documents that the tables have not seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from govreport.segment.boundary.decide import NAME_VALUE
from govreport.segment.boundary.features import Evidence, evidence
from govreport.segment.boundary.siblings import joint_rows
from govreport.segment.boundary.tables import Tables
from govreport.train.documents import Learned, corpus_documents, plain_documents, summed, without
from govreport.train.fitting import Choice, fit, scores

__all__ = ["train_boundary"]

_FOLDS = 5
_PENALTY = 1.0
_JOINT_PENALTY = 0.5
# Headings of two clauses are rare in policy papers and the rule in federation reports.
_PAIR_WEIGHT = 3.0
_CORPUS_WEIGHT = 3.0
# Longer strings are kept where they are seen often enough to be no sentence of anybody's.
_SEEN_AT_LEAST = {0: 1, 1: 2, 2: 3, 3: 4, 4: 6, 5: 8}
_SMALLEST_WEIGHT = 0.02

Fold = list[tuple[Learned, Tables]]


def train_boundary(
    folders: Sequence[str | Path], output: str | Path, corpus: str | Path | None = None
) -> dict[str, tuple[int, int]]:
    """Count, fit and write the model; return exact borders and cases, cross-fitted by document, by source.

    ``folders`` hold plain reports (a fifth of them is held out), ``corpus`` reports with gold, of which the
    train split is used.
    """
    plain = plain_documents(map(Path, folders))
    own = corpus_documents(Path(corpus)) if corpus else []
    documents = [document for document in (*plain, *own) if document.cases]
    total = _pruned(summed(document.counts for document in (*plain, *own)))
    fitted = [(document, without(total, document.counts)) for document in documents]
    is_own = {document.name for document in own}
    choices = [_choices(document, tables, document.name in is_own) for document, tables in fitted]
    names = _names(choices)
    first = fit([c for group in choices for c in group if c.right >= 0], names, _PENALTY, NAME_VALUE)
    unseen = _joint_tables(documents, choices)
    accuracy = _cross_fitted(documents, unseen)
    joint = fit([c for group in unseen for c in group], (), _JOINT_PENALTY, NAME_VALUE)
    numbers = len(first) - len(names)
    kept = {n: round(w, 3) for n, w in zip(names, first[numbers:], strict=True) if abs(w) >= _SMALLEST_WEIGHT}
    stored = {
        "provenance": {
            "documents": str(len(documents)),
            "cases": str(sum(len(document.cases) for document in documents)),
            "sources": _sources(documents, is_own),
            "note": "counts of strings of up to five characters, seen in enough places; no text",
        },
        "first": [round(weight, 4) for weight in first[:numbers]],
        "joint": [round(weight, 4) for weight in joint],
        "names": kept,
        "tables": {name: getattr(total, name) for name in Tables.names()},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text, encoding="utf-8")
    return accuracy


def _sources(documents: list[Learned], is_own: set[str]) -> str:
    """Return how many documents came from where: a plain report's name up to its first -, or the corpus."""
    counts = Counter("corpus" if one.name in is_own else one.name.split("-")[0] for one in documents)
    return ", ".join(f"{source} {number}" for source, number in sorted(counts.items()))


def _pruned(total: Tables) -> Tables:
    def often(counts: Mapping[str, int]) -> dict[str, int]:
        return {gram: counts[gram] for gram in sorted(counts) if counts[gram] >= _SEEN_AT_LEAST[len(gram)]}

    edges = {name: often(getattr(total, name)) for name in Tables.names() if name != "inside"}
    return Tables(**edges, inside=often(total.inside))


def _choices(document: Learned, tables: Tables, is_own: bool) -> list[Choice]:
    """Return the first stage's table of each case; -1 for the right place where there is no heading."""
    found = [(run, offsets) for run, offsets, _ in document.cases]
    of = Evidence.of(document.fused, found, tables)
    choices = []
    for run, offsets, border in document.cases:
        rows = evidence(run, offsets, of)
        right = -1 if border is None else offsets.index(border)
        weight = _CORPUS_WEIGHT if is_own else _PAIR_WEIGHT if "," in run[: border or 0] else 1.0
        choices.append(Choice([row for row, _ in rows], [names for _, names in rows], right, weight))
    return choices


def _names(choices: list[list[Choice]]) -> list[str]:
    """Return the names that stand in two cases or more."""
    counts = Counter(
        name for group in choices for c in group for name in {n for names in c.names for n in names}
    )
    return sorted(name for name, number in counts.items() if number > 1)


def _joint_tables(documents: list[Learned], choices: list[list[Choice]]) -> list[list[Choice]]:
    """Return the second stage's tables, on scores of a first stage that has not seen the document."""
    tables: list[list[Choice]] = [[] for _ in documents]
    for fold in range(_FOLDS):
        others = [group for i, group in enumerate(choices) if i % _FOLDS != fold]
        names = _names(others)
        weights = fit([c for group in others for c in group if c.right >= 0], names, _PENALTY, NAME_VALUE)
        for i in range(fold, len(documents), _FOLDS):
            found = [(run, offsets) for run, offsets, _ in documents[i].cases]
            rows = joint_rows(found, scores(choices[i], weights, names, NAME_VALUE))
            tables[i] = [
                Choice(table, [()] * len(table), case.right + 1, case.weight)
                for table, case in zip(rows, choices[i], strict=True)
            ]
    return tables


def _cross_fitted(documents: list[Learned], tables: list[list[Choice]]) -> dict[str, tuple[int, int]]:
    """Return how many borders (or answers that there is none) are right, by the source of the document."""
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for fold in range(_FOLDS):
        others = [c for i, group in enumerate(tables) if i % _FOLDS != fold for c in group]
        weights = fit(others, (), _JOINT_PENALTY, NAME_VALUE)
        for i in range(fold, len(documents), _FOLDS):
            source = documents[i].name.split("-")[0]
            for values, choice, case in zip(
                scores(tables[i], weights, (), NAME_VALUE), tables[i], documents[i].cases, strict=True
            ):
                kind = "none" if case[2] is None else "pair" if "," in case[0][: case[2]] else "plain"
                hit = values.index(max(values)) == choice.right
                for name in (source, kind, "all"):
                    right[name] += hit
                    cases[name] += 1
    return {name: (right[name], cases[name]) for name in sorted(cases)}
