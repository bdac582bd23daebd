"""Fits what answers a commitment: on the series of the corpus, whose gold links promises and answers.

Statements are those that are found, since it is among them that answers will be looked for.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.relations import FollowUp, follow_ups
from govreport.follow.likeness import FEATURES, Likeness, Telling
from govreport.model import Findings, Span, Statement
from govreport.pipeline import analyze

__all__ = ["train_follow"]

_HALF = 0.5


def train_follow(corpus: Path, out: Path) -> dict[str, int]:
    """Write the weights; return the numbers of commitments and of pairs that were learned from."""
    from sklearn.linear_model import LogisticRegression

    rows: list[list[float]] = []
    answered: list[bool] = []
    promises = 0
    for earlier, later in series_pairs(item for item in load_corpus(corpus) if item.split == "train"):
        found = analyze(earlier.document).findings
        likeness = Likeness.of(analyze(later.document).findings)
        for follow in follow_ups(earlier, later):
            promise = promise_of(follow, found)
            if promise is not None:
                promises += 1
                rows += likeness.features(Telling.of(promise, likeness))
                answered += [is_answer(follow, statement.span) for statement in likeness.statements]
    model = LogisticRegression(max_iter=1000, C=10).fit(rows, answered)
    weights = {name: round(float(w), 3) for name, w in zip(FEATURES, model.coef_[0], strict=True)}
    written = {"weights": weights, "intercept": round(float(model.intercept_[0]), 3)}
    out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return {"commitments": promises, "pairs": len(rows)}


def series_pairs(items: Iterator[CorpusItem]) -> Iterator[tuple[CorpusItem, CorpusItem]]:
    """Yield the reports of each series with the one that follows."""
    series: defaultdict[str, list[CorpusItem]] = defaultdict(list)
    for item in items:
        if item.meta.get("series"):
            series[item.meta["series"]].append(item)
    for _, those in sorted(series.items()):
        yield from pairwise(sorted(those, key=lambda item: (item.meta["year"], item.document.id)))


def is_answer(follow: FollowUp, span: Span) -> bool:
    """Whether a statement is marked as an answer, by at least half of the shorter of the two."""
    return any(span.overlap(a) >= _HALF * min(span.length, a.length) for _, a in follow.answers)


def promise_of(follow: FollowUp, found: Findings) -> Statement | None:
    """Return the commitment or target that was found where the gold marks one."""
    span = follow.commitment[1]
    near = [s for s in found.statements if s.kind in ("commitment", "target") and s.span.overlap(span)]
    best = max(near, key=lambda s: s.span.overlap(span), default=None)
    enough = best and best.span.overlap(span) >= _HALF * min(best.span.length, span.length)
    return best if enough else None
