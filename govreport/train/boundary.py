"""The stages of the boundary model, fitted on documents that the tables have not seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from govreport.segment.boundary.decide import NAME_VALUE
from govreport.segment.boundary.features import shortlisted
from govreport.segment.boundary.odds import Odds
from govreport.segment.boundary.tables import Tables
from govreport.text.choices import Choice, fit, scores
from govreport.train.choices import (
    Lesson,
    cheap_choices,
    first_choices,
    found_of,
    joint_choices,
    names_of,
    rows_of,
)
from govreport.train.documents import Learned, corpus_documents, plain_documents, summed

__all__ = ["train_boundary"]

_FOLDS = 5
_PENALTY = 1.0
_OTHER_PENALTY = 0.5
# Longer strings are kept where they are seen often enough to be no sentence of anybody's.
_SEEN_AT_LEAST = {0: 1, 1: 2, 2: 3, 3: 4, 4: 6, 5: 8}
_SMALLEST_WEIGHT = 0.02

Groups = list[list[Choice]]
Names = Callable[[Sequence[Choice]], Sequence[str]]


def train_boundary(
    folders: Sequence[str | Path], output: str | Path, corpus: str | Path | None = None
) -> dict[str, tuple[int, int]]:
    """Count, fit and write the model; return exact borders and cases, cross-fitted by document, by source.

    ``folders`` hold plain reports (a fifth of them is held out), ``corpus`` reports with gold, of which the
    train split is used.
    """
    plain = plain_documents(map(Path, folders))
    own = corpus_documents(Path(corpus)) if corpus else []
    total = _pruned(summed(document.counts for document in (*plain, *own)))
    lessons = [*_lessons(plain, False), *_lessons(own, True)]
    weights, accuracy = _fitted(lessons, total)
    stored = {
        "provenance": _provenance(lessons),
        **weights,
        "tables": {name: getattr(total, name) for name in Tables.names()},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text, encoding="utf-8")
    return accuracy


def _lessons(documents: Sequence[Learned], is_own: bool) -> Iterator[Lesson]:
    """Yield what is learned of each document: its headings as fused, and as closed by a full stop.

    The two are apart, or the one would betray the other.
    """
    for document in documents:
        yield from (Lesson(document, cases, is_own) for cases in (document.cases, document.closed) if cases)


def _fitted(lessons: list[Lesson], total: Tables) -> tuple[dict[str, Any], dict[str, tuple[int, int]]]:
    """Fit the shortlist, the first stage and the joint one; return their weights and what is right unseen."""
    odds = Odds.of(total)
    rows = [rows_of(lesson, odds) for lesson in lessons]
    short = _fit([cheap_choices(lesson, found) for lesson, found in zip(lessons, rows, strict=True)])
    lists = [shortlisted(found_of(lesson), found, short) for lesson, found in zip(lessons, rows, strict=True)]
    choices = [first_choices(lesson, found) for lesson, found in zip(lessons, lists, strict=True)]
    folds = _folds(lessons)
    unseen = _unseen_scores(choices, folds, _PENALTY, names_of)
    tables = [joint_choices(*one) for one in zip(lists, unseen, choices, strict=True)]
    names = names_of([choice for group in choices for choice in group])
    first, joint = _fit(choices, _PENALTY, names), _fit(tables)
    numbers = len(first) - len(names)
    kept = {n: round(w, 3) for n, w in zip(names, first[numbers:], strict=True) if abs(w) >= _SMALLEST_WEIGHT}
    weights = {
        "short": _rounded(short),
        "first": _rounded(first[:numbers]),
        "joint": _rounded(joint),
        "names": kept,
    }
    return weights, _accuracy(lessons, tables, _unseen_scores(tables, folds))


def _folds(lessons: list[Lesson]) -> list[int]:
    """Return the fold of each lesson; those of one document share theirs."""
    order = {name: place for place, name in enumerate(dict.fromkeys(one.document.name for one in lessons))}
    return [order[lesson.document.name] % _FOLDS for lesson in lessons]


def _fit(groups: Groups, penalty: float = _OTHER_PENALTY, names: Sequence[str] = ()) -> list[float]:
    return fit([c for group in groups for c in group if c.right >= 0], names, penalty, NAME_VALUE)


def _unseen_scores(
    groups: Groups, folds: Sequence[int], penalty: float = _OTHER_PENALTY, names_in: Names = lambda _: ()
) -> list[list[list[float]]]:
    """Return the scores of each document's choices by weights fitted on the other documents."""
    found: list[list[list[float]]] = [[] for _ in groups]
    for fold in range(_FOLDS):
        others = [group for group, own in zip(groups, folds, strict=True) if own != fold]
        names = names_in([choice for group in others for choice in group])
        weights = _fit(others, penalty, names)
        for place in (place for place, own in enumerate(folds) if own == fold):
            found[place] = scores(groups[place], weights, names, NAME_VALUE)
    return found


def _accuracy(
    lessons: list[Lesson], groups: Groups, values: list[list[list[float]]]
) -> dict[str, tuple[int, int]]:
    """Return how many borders (or answers that there is none) are right, by the source of the document."""
    right: Counter[str] = Counter()
    cases: Counter[str] = Counter()
    for lesson, group, found in zip(lessons, groups, values, strict=True):
        for case, choice, scored in zip(lesson.cases, group, found, strict=True):
            kind = "none" if case.border is None else "pair" if "," in case.run[: case.border] else "plain"
            is_closed = lesson.cases is lesson.document.closed
            for name in ("closed",) if is_closed else (_source(lesson), kind, "all"):
                right[name] += scored.index(max(scored)) == choice.right
                cases[name] += 1
    return {name: (right[name], cases[name]) for name in sorted(cases)}


def _source(lesson: Lesson) -> str:
    """Return where a document comes from: a plain report's name up to its first -, or the corpus."""
    return "corpus" if lesson.is_own else lesson.document.name.split("-")[0]


def _provenance(lessons: list[Lesson]) -> dict[str, str]:
    counts = Counter({lesson.document.name: _source(lesson) for lesson in lessons}.values())
    return {
        "documents": str(sum(counts.values())),
        "cases": str(sum(len(lesson.cases) for lesson in lessons)),
        "sources": ", ".join(f"{source} {number}" for source, number in sorted(counts.items())),
        "note": "counts of strings of up to five characters, seen in enough places; no text",
    }


def _rounded(weights: Sequence[float]) -> list[float]:
    return [round(weight, 4) for weight in weights]


def _pruned(total: Tables) -> Tables:
    def often(counts: Mapping[str, int]) -> dict[str, int]:
        return {gram: counts[gram] for gram in sorted(counts) if counts[gram] >= _SEEN_AT_LEAST[len(gram)]}

    edges = {name: often(getattr(total, name)) for name in Tables.names() if name != "inside"}
    return Tables(**edges, inside=often(total.inside))
