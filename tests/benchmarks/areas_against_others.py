"""How right areas are beside what a user would reach for: cue counting, TF-IDF with a linear SVM, centroids.

All of them see the statements that are found in the train split and their gold areas, and answer for those of
the dev split, one classifier for each taxonomy; what is printed is the share of right answers, none included,
with the difference to ours and its 95 % interval over reports.

    python -m tests.benchmarks.areas_against_others corpus/reports
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.neighbors import NearestCentroid
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

from govreport.classify.features import NONE
from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.pairing import paired
from govreport.model import Taxonomy
from govreport.pipeline import analyze
from govreport.text.script import to_simplified
from govreport.text.taxonomies import load_taxonomy


class Told(NamedTuple):
    """One statement: whose report and areas, its words, the right area and ours."""

    report: str
    taxonomy: str
    words: str
    right: str
    ours: str


def told(item: CorpusItem) -> Iterator[Told]:
    """Yield the statements that are found where the gold has one, those of copies left out."""
    report = analyze(item.document, taxonomy=load_taxonomy(item.taxonomy))
    gold = [one for one in item.gold.statements if one.duplicate_of is None]
    for here, there in paired([one.span for one in gold], [one.span for one in report.statements]).items():
        right, ours = gold[here].areas, report.statements[there].areas
        yield Told(
            item.document.id,
            item.taxonomy,
            to_simplified(report.statements[there].text),
            right[0].area_id if right else NONE,
            ours[0].area_id if ours else NONE,
        )


def counted(words: str, taxonomy: Taxonomy) -> str:
    """Return the area with the most cues."""
    counts = {area.id: sum(cue in words for cue in (*area.strong, *area.weak)) for area in taxonomy.areas}
    best = max(counts, key=lambda area: counts[area])
    return best if counts[best] else NONE


def learned(model: Any, train: list[Told], dev: list[Told]) -> list[str]:
    """Return what a classifier of words says, fitted for each taxonomy by itself; none where it saw none."""
    said: dict[int, str] = {}
    for name in {one.taxonomy for one in dev}:
        own = [one for one in train if one.taxonomy == name]
        asked = [place for place, one in enumerate(dev) if one.taxonomy == name]
        if not own:
            said.update(dict.fromkeys(asked, NONE))
            continue
        pipeline = make_pipeline(
            TfidfVectorizer(analyzer="char", ngram_range=(1, 3), sublinear_tf=True), model()
        )
        pipeline.fit([one.words for one in own], [one.right for one in own])
        said.update(zip(asked, pipeline.predict([dev[place].words for place in asked]), strict=True))
    return [said[place] for place in range(len(dev))]


def main() -> None:
    """Print the table."""
    items = list(load_corpus(sys.argv[1] if len(sys.argv) > 1 else "corpus/reports"))
    train = [one for item in items if item.split == "train" for one in told(item)]
    dev = [one for item in items if item.split == "dev" for one in told(item)]
    answers = {
        "govreport": [one.ours for one in dev],
        "cue counting": [counted(one.words, load_taxonomy(one.taxonomy)) for one in dev],
        "TF-IDF, linear SVM": learned(LinearSVC, train, dev),
        "nearest centroid": learned(NearestCentroid, train, dev),
    }
    right = {
        name: np.array([a == one.right for a, one in zip(said, dev, strict=True)])
        for name, said in answers.items()
    }
    groups = defaultdict(list)
    for place, one in enumerate(dev):
        groups[one.report].append(place)
    random = np.random.default_rng(0)
    draws = [
        np.concatenate([groups[name] for name in random.choice(sorted(groups), len(groups))])
        for _ in range(1000)
    ]
    print(f"{len(dev)} statements of {len(groups)} reports")
    for name, hits in right.items():
        gaps = [(right["govreport"][draw].mean() - hits[draw].mean()) for draw in draws]
        low, high = np.quantile(gaps, [0.025, 0.975])
        print(f"{name:<20}{hits.mean():.3f}   ours is better by {low:.3f} to {high:.3f}")


if __name__ == "__main__":
    main()
