"""Fits what answers a commitment: on the series of the corpus, whose gold links promises and answers.

Statements are those that are found, since it is among them that answers will be looked for.
"""

from __future__ import annotations

import json
from pathlib import Path

from govreport.corpus import load_corpus
from govreport.corpus.relations import FollowUp, follow_ups, is_same_passage, series_pairs
from govreport.follow.likeness import FEATURES, Likeness, Telling
from govreport.model import Findings, Span, Statement
from govreport.pipeline import analyze

__all__ = ["train_follow"]


def train_follow(corpus: str | Path, out: str | Path) -> dict[str, int]:
    """Write the weights; return the numbers of commitments and of pairs that were learned from."""
    from sklearn.linear_model import LogisticRegression

    rows: list[list[float]] = []
    answered: list[bool] = []
    promises = 0
    for earlier, later in series_pairs(item for item in load_corpus(corpus) if item.split == "train"):
        found = analyze(earlier.document).findings
        likeness = Likeness.of(analyze(later.document).findings)
        for follow in follow_ups(earlier, later):
            promise = _promise_of(follow, found)
            if promise is not None:
                promises += 1
                rows += likeness.features(Telling.of(promise, likeness))
                answered += [_is_answer(follow, statement.span) for statement in likeness.statements]
    model = LogisticRegression(max_iter=1000, C=10).fit(rows, answered)
    weights = {name: round(float(w), 3) for name, w in zip(FEATURES, model.coef_[0], strict=True)}
    written = {"weights": weights, "intercept": round(float(model.intercept_[0]), 3)}
    Path(out).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return {"commitments": promises, "pairs": len(rows)}


def _is_answer(follow: FollowUp, span: Span) -> bool:
    return any(is_same_passage(span, answer) for _, answer in follow.answers)


def _promise_of(follow: FollowUp, found: Findings) -> Statement | None:
    """Return the commitment or target that was found where the gold marks one."""
    span = follow.commitment[1]
    near = [s for s in found.statements if s.kind in ("commitment", "target") and s.span.overlap(span)]
    best = max(near, key=lambda s: s.span.overlap(span), default=None)
    return best if best and is_same_passage(best.span, span) else None
