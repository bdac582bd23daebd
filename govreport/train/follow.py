"""Fits what answers a commitment and what became of it: on the series of the corpus, whose gold links both.

Statements are those that are found, since it is among them that answers will be looked for. What the outcome
is learned from is how probable answers are to a model that has not seen the series.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.relations import FollowUp, follow_ups, is_same_passage, series_pairs
from govreport.follow.likeness import FEATURES, Likeness
from govreport.follow.outcome import EVIDENCE, outcome_evidence
from govreport.model import Findings, Span, Statement
from govreport.pipeline import analyze

__all__ = ["train_follow"]

_PENALTY_OF_ANSWERS = 0.1
_PENALTY_OF_OUTCOMES = 2.0
_NAMES = {"none": "not-mentioned"}


@dataclass(frozen=True, slots=True)
class _Promise:
    """A commitment whose outcome the gold tells, and what may answer it."""

    series: str
    promise: Statement
    outcome: str
    candidates: tuple[Statement, ...]
    rows: list[list[float]]
    is_answer: tuple[bool, ...]


def train_follow(corpus: str | Path, out: str | Path) -> dict[str, int]:
    """Write the weights; return the numbers of commitments and of pairs that were learned from."""
    promises = list(_promises(item for item in load_corpus(corpus) if item.split == "train"))
    answer = _fit_answers(promises)
    outcome = _fit_outcomes(promises)
    written = {
        "answer": _written(FEATURES, answer.coef_[0], answer.intercept_[0]),
        "outcome": {
            str(name): _written(EVIDENCE, weights, intercept)
            for name, weights, intercept in zip(
                outcome.classes_, outcome.coef_, outcome.intercept_, strict=True
            )
        },
    }
    Path(out).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return {"commitments": len(promises), "pairs": sum(len(one.rows) for one in promises)}


def _promises(items: Iterable[CorpusItem]) -> Iterator[_Promise]:
    known: dict[str, Findings] = {}
    for earlier, later in series_pairs(items):
        for item in (earlier, later):
            if item.document.id not in known:
                known[item.document.id] = analyze(item.document).findings
        likeness = Likeness.of(known[later.document.id])
        for follow in follow_ups(earlier, later):
            promise = _promise_of(follow, known[earlier.document.id])
            if promise is not None:
                telling = likeness.telling(promise)
                numbers = likeness.candidates(telling)
                candidates = tuple(likeness.statements[number] for number in numbers)
                yield _Promise(
                    str(earlier.meta["series"]),
                    promise,
                    _NAMES.get(follow.outcome, follow.outcome),
                    candidates,
                    likeness.features(telling, numbers),
                    tuple(_is_answer(follow, statement.span) for statement in candidates),
                )


def _fit_answers(promises: Sequence[_Promise]) -> Any:
    from sklearn.linear_model import LogisticRegression

    rows = [row for one in promises for row in one.rows]
    answers = [answer for one in promises for answer in one.is_answer]
    return LogisticRegression(max_iter=3000, C=1 / _PENALTY_OF_ANSWERS).fit(rows, answers)


def _fit_outcomes(promises: Sequence[_Promise]) -> Any:
    from sklearn.linear_model import LogisticRegression

    rows: list[list[float]] = []
    outcomes: list[str] = []
    for series in sorted({one.series for one in promises}):
        model = _fit_answers([one for one in promises if one.series != series])
        for one in promises:
            if one.series == series and one.rows:
                probabilities = model.predict_proba(one.rows)[:, 1].tolist()
                pairs = zip(one.candidates, probabilities, strict=True)
                rows.append(outcome_evidence(one.promise, sorted(pairs, key=lambda p: (-p[1], p[0].id))))
                outcomes.append(one.outcome)
    return LogisticRegression(max_iter=5000, C=1 / _PENALTY_OF_OUTCOMES).fit(rows, outcomes)


def _written(names: Sequence[str], weights: Sequence[float], intercept: float) -> dict[str, Any]:
    by_name = {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}
    return {"weights": by_name, "intercept": round(float(intercept), 3)}


def _is_answer(follow: FollowUp, span: Span) -> bool:
    return any(is_same_passage(span, answer) for _, answer in follow.answers)


def _promise_of(follow: FollowUp, found: Findings) -> Statement | None:
    """Return the commitment or target that was found where the gold marks one."""
    span = follow.commitment[1]
    near = [s for s in found.statements if s.kind in ("commitment", "target") and s.span.overlap(span)]
    best = max(near, key=lambda s: s.span.overlap(span), default=None)
    return best if best and is_same_passage(best.span, span) else None
