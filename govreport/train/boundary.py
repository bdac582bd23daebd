"""The stages of the boundary model, fitted on documents that the tables have not seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from govreport.segment.boundary.decide import NAME_VALUE
from govreport.segment.boundary.features import shortlisted
from govreport.segment.boundary.odds import Odds
from govreport.segment.boundary.tables import Tables, columns
from govreport.text.choices import Choice, Curvature, Design
from govreport.train.choices import (
    Lesson,
    cheap_choices,
    first_choices,
    found_of,
    joint_choices,
    names_of,
    rows_of,
)
from govreport.train.curvature import known, stored, stored_names
from govreport.train.documents import Learned, corpus_documents, plain_documents, summed
from govreport.train.figures import (
    check_apart,
    figures_beside,
    names_of_figures,
    table_figures,
    taught_weights,
)

__all__ = ["Fitted", "fitted", "lessons_of", "pruned", "train_boundary"]

_FOLDS = 5
_SHORT_PENALTY = 0.5
_FIRST_PENALTY = 1.0
_JOINT_PENALTY = 0.5
# Longer strings are kept where they are seen often enough to be no sentence of anybody's. Rare ones tell
# much: of 1,601 borders and sentences of the corpus .936 are right so, and .924 with twice as many asked for.
_SEEN_AT_LEAST = {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4}
_SMALLEST_WEIGHT = 0.02

Groups = list[list[Choice]]
_NOTHING: Mapping[str, Any] = {}


def train_boundary(
    folders: Sequence[str | Path], output: str | Path, corpus: str | Path | None = None
) -> dict[str, tuple[int, int]]:
    """Count, fit and write the model; return exact borders and cases, cross-fitted by document, by source.

    ``folders`` hold plain reports (a fifth of them is held out), ``corpus`` reports with gold, of which the
    train split is used. The figures beside it stand in for reports that are not at hand.
    """
    plain = plain_documents(map(Path, folders))
    own = corpus_documents(Path(corpus)) if corpus else []
    figures = figures_beside(corpus)
    check_apart(figures, [document.name for document in plain])
    counted = [*(document.counts for document in (*plain, *own)), *table_figures(figures)]
    lessons = [*lessons_of(plain, False), *lessons_of(own, True)]
    total = pruned(summed(counted))
    found = fitted(lessons, total, taught_weights(figures))
    stored = {
        "provenance": {**_provenance(lessons), "figures": ", ".join(names_of_figures(figures))},
        **found.weights,
        "tables": {name: columns(getattr(total, name)) for name in Tables.names()},
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text, encoding="utf-8")
    return found.accuracy


def lessons_of(documents: Sequence[Learned], is_own: bool) -> Iterator[Lesson]:
    """Yield what is learned of each document: its headings as fused, and as closed by a full stop.

    The two are apart, or the one would betray the other.
    """
    for document in documents:
        yield from (Lesson(document, cases, is_own) for cases in (document.cases, document.closed) if cases)


class Fitted(NamedTuple):
    """The weights of all stages, exact borders and cases unseen, and what the lessons teach others."""

    weights: dict[str, Any]
    accuracy: dict[str, tuple[int, int]]
    taught: Callable[[], dict[str, Any]]


def fitted(lessons: list[Lesson], total: Tables, taught: Mapping[str, Any] = _NOTHING) -> Fitted:
    """Fit the shortlist, the first stage and the joint one, the first two beside what others ``taught``.

    The joint stage hangs on how sure the first one is, which of few documents is less than of all.
    """
    odds = Odds.of(total)
    runs = [found_of(lesson) for lesson in lessons]
    rows = [rows_of(lesson, found, odds) for lesson, found in zip(lessons, runs, strict=True)]
    cheap = [choice for one in zip(lessons, runs, rows, strict=True) for choice in cheap_choices(*one)]
    cheap_design = Design(cheap, (), NAME_VALUE)
    short = cheap_design.fit(range(len(cheap)), _SHORT_PENALTY, known(taught, "short"))
    lists = [shortlisted(found, told, short) for found, told in zip(runs, rows, strict=True)]
    choices = [first_choices(lesson, found) for lesson, found in zip(lessons, lists, strict=True)]
    folds = _folds(lessons)
    documents = [lesson.document.name for lesson in lessons]
    names = sorted({*names_of(zip(documents, choices, strict=True)), *taught.get("names", ())})
    first_design = _design(choices, names)
    first, unseen = _cross_fitted(
        first_design, choices, folds, _FIRST_PENALTY, known(taught, "first", names, 2 * _FIRST_PENALTY)
    )
    tables = [joint_choices(*one) for one in zip(lists, unseen, choices, strict=True)]
    joint, unseen = _cross_fitted(_design(tables), tables, folds, _JOINT_PENALTY, None)
    numbers = len(first) - len(names)
    kept = {n: round(w, 3) for n, w in zip(names, first[numbers:], strict=True) if abs(w) >= _SMALLEST_WEIGHT}
    weights = {
        "short": _rounded(short),
        "first": _rounded(first[:numbers]),
        "joint": _rounded(joint),
        "names": kept,
    }

    def teaching() -> dict[str, Any]:
        around = first_design.curvature(first, _FIRST_PENALTY, numbers)
        return {
            "short": stored(cheap_design.curvature(short, _SHORT_PENALTY, len(short)), len(short)),
            "first": stored(around, numbers),
            "names": stored_names(around, names, numbers),
        }

    return Fitted(weights, _accuracy(lessons, tables, unseen), teaching)


def _folds(lessons: list[Lesson]) -> list[int]:
    """Return the fold of each lesson; those of one document share theirs."""
    order = {name: place for place, name in enumerate(dict.fromkeys(one.document.name for one in lessons))}
    return [order[lesson.document.name] % _FOLDS for lesson in lessons]


def _design(groups: Groups, names: Sequence[str] = ()) -> Design:
    return Design([choice for group in groups for choice in group], names, NAME_VALUE)


def _cross_fitted(
    design: Design, groups: Groups, folds: Sequence[int], penalty: float, taught: Curvature | None
) -> tuple[list[float], list[list[list[float]]]]:
    """Return the weights of all choices, and the scores of each document's by weights of the others."""
    of_choice = [fold for fold, group in zip(folds, groups, strict=True) for _ in group]
    scores: list[list[float]] = [[] for _ in of_choice]
    for fold in range(_FOLDS):
        weights = design.fit([place for place, own in enumerate(of_choice) if own != fold], penalty, taught)
        unseen = [place for place, own in enumerate(of_choice) if own == fold]
        for place, found in zip(unseen, design.scores(unseen, weights), strict=True):
            scores[place] = found
    told = iter(scores)
    return design.fit(range(len(of_choice)), penalty, taught), [
        [next(told) for _ in group] for group in groups
    ]


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


def pruned(total: Tables) -> Tables:
    """Return the counts of the strings that are seen often enough."""

    def often(counts: Mapping[str, int]) -> dict[str, int]:
        return {gram: counts[gram] for gram in sorted(counts) if counts[gram] >= _SEEN_AT_LEAST[len(gram)]}

    edges = {name: often(getattr(total, name)) for name in Tables.names() if name != "inside"}
    return Tables(**edges, inside=often(total.inside))
