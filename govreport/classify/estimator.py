"""The areas as an estimator of scikit-learn, for pipelines, cross-validation and codebooks of one's own.

This module imports scikit-learn; ``govreport.classify.AreaClassifier`` loads it when it is asked for.

>>> from govreport.text.taxonomies import load_taxonomy
>>> areas = AreaClassifier(load_taxonomy("womens_federation")).fit()
>>> areas.predict(["开展家政技能培训", ("依法维权", "上门劝说18次"), "同心协力"]).tolist()
['entrepreneurship-employment', 'rights-protection', 'none']
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from numbers import Integral
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from govreport.classify.cues import Cues
from govreport.classify.evidence import Said, Told, of_section, of_statement, of_words
from govreport.classify.examples import Text, labels_of, texts_of
from govreport.classify.features import NONE, Evidence
from govreport.classify.fitting import fit_weights
from govreport.classify.model import Weights, load_model
from govreport.classify.passage import Passage
from govreport.model import Area, Taxonomy
from govreport.text.linear import probabilities
from govreport.text.script import to_simplified
from govreport.text.taxonomies import as_taxonomy

__all__ = ["AreaClassifier"]

# So many words tell why, and the prefix of names that are pairs of characters.
_MOST_WORDS = 8
_WORD = "w:"
# The score of what nothing speaks for.
_NEVER = -30.0


class AreaClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Classifies texts, or pairs of heading and text, into the areas of a taxonomy, or into none of them.

    ``taxonomy`` is one, its id, or the path of its file. Without examples, ``fit()``, it goes by its cues and
    the weights of the package. Examples are learned on top of that; without a taxonomy they are all it goes
    by. ``"none"`` abstains; labels that are numbers have no such answer.

    ``classes_`` are the areas in the order of the columns of ``predict_proba`` and ``decision_function``:
    without a taxonomy those of the examples, else all of it and ``"none"``.
    """

    def __init__(
        self, taxonomy: Taxonomy | str | os.PathLike[str] | None = None, seen_at_least: int = 2
    ) -> None:
        self.taxonomy = taxonomy
        self.seen_at_least = seen_at_least

    def fit(self, X: Sequence[Text] = (), y: Sequence[Any] = ()) -> AreaClassifier:  # noqa: N803
        """Learn from texts and their areas (None or ``"none"``: no area); return itself.

        Raises ValueError where there are not as many areas as texts, or nothing to go by.
        """
        told, own = texts_of(X), as_taxonomy(self.taxonomy)
        labels = labels_of(y, has_taxonomy=own is not None)
        right = [str(label) for label in labels]
        if len(told) != len(right):
            raise ValueError(f"{len(told)} texts, but {len(right)} areas: one area is wanted for each text")
        if not told and own is None:
            raise ValueError("neither a taxonomy nor examples: nothing to go by")
        if not isinstance(self.seen_at_least, Integral) or self.seen_at_least < 1:
            raise ValueError(f"seen_at_least is a number from 1 on, not {self.seen_at_least!r}")
        known = {area.id for area in own.areas} if own else set()
        more = [Area(area, {}, "", (), ()) for area in sorted({*right} - known - {NONE})]
        own = own or Taxonomy("", {}, (), ())
        self.cues_: Cues = Cues(replace(own, areas=(*own.areas, *more)))
        self.classes_: np.ndarray[Any, Any] = np.unique([*labels, *known, NONE] if known else labels)
        self.weights_: Weights = load_model().statements
        self.told_: frozenset[str] = frozenset()
        if told:
            cases = [(self._evidence(one), area) for one, area in zip(told, right, strict=True)]
            self.weights_ = fit_weights(cases, self.seen_at_least, prior=load_model().statements)
            seen = {name for evidence, _ in cases for name in evidence.names[1:]}
            self.told_ = frozenset(seen & self.weights_.names.keys())
        return self

    def decision_function(self, X: Sequence[Text]) -> np.ndarray[Any, Any]:  # noqa: N803
        """Return the scores, an array (texts, classes); of two classes how far ahead the second is."""
        rows = self._rows(X)
        return rows[:, 1] - rows[:, 0] if len(self.classes_) == 2 else rows

    def predict_proba(self, X: Sequence[Text]) -> np.ndarray[Any, Any]:  # noqa: N803
        """Return the probabilities, an array (texts, classes); rows add up to 1."""
        rows = [probabilities(row) for row in self._rows(X).tolist()]
        return np.array(rows).reshape(-1, len(self.classes_))

    def predict(self, X: Sequence[Text]) -> np.ndarray[Any, Any]:  # noqa: N803
        """Return the most probable class of each text, ``"none"`` where the words say too little."""
        check_is_fitted(self)
        found = list(self._scores(X))
        rows = self._table(found)
        best = np.asarray(self.classes_[rows.argmax(axis=1)])
        if NONE in self.classes_ or self.classes_.dtype.kind not in "UO":
            return best
        silent = [scores[NONE] > most for scores, most in zip(found, rows.max(axis=1), strict=True)]
        return np.where(silent, NONE, best)

    def why(self, X: Sequence[Text]) -> list[tuple[str, ...]]:  # noqa: N803
        """Return for each text the words that speak for its class: cues, else what examples taught."""
        return [self._words(one, str(area)) for one, area in zip(texts_of(X), self.predict(X), strict=True)]

    def _rows(self, X: Sequence[Text]) -> np.ndarray[Any, Any]:  # noqa: N803
        check_is_fitted(self)
        return self._table(self._scores(X))

    def _table(self, found: Iterable[Mapping[str, float]]) -> np.ndarray[Any, Any]:
        rows = [[scores[str(area)] for area in self.classes_] for scores in found]
        return np.array(rows).reshape(-1, len(self.classes_))

    def _words(self, told: tuple[str, str], area: str) -> tuple[str, ...]:
        words: list[str] = []
        for text, is_heading in zip(told, (True, False), strict=True):
            seen = to_simplified(text)
            hits = self.cues_.find(seen)
            spans = self.cues_.deciding(hits, seen, area, "".join(told), heading=is_heading)
            words += [text[span.start : span.end] for span in spans]
        if not words and area != NONE:
            learned = {
                name[2:]: self.weights_.names[name].get(area, 0.0)
                for name in self._evidence(told).names
                if name in self.told_ and name[:2] == _WORD
            }
            words = [word for word in sorted(learned, key=lambda word: -learned[word]) if learned[word] > 0]
        return tuple(dict.fromkeys(words))[:_MOST_WORDS]

    def _scores(self, X: Sequence[Text]) -> Iterator[dict[str, float]]:  # noqa: N803
        """Yield the score of each area, and of none, for each text."""
        for one in texts_of(X):
            evidence = self._evidence(one)
            scores = dict(zip(evidence.areas, self.weights_.scores(evidence), strict=True))
            if not evidence.speaks and self.told_.isdisjoint(evidence.names):
                scores = dict.fromkeys(scores, _NEVER) | {NONE: 0.0}
            yield scores

    def _evidence(self, told: tuple[str, str]) -> Evidence:
        heading, text = (to_simplified(one) for one in told)
        own = Passage.of(self.cues_, text, self.cues_.find(text), heading + text)
        if not heading:
            return of_statement(self.cues_, own, Said(None, [], {}, {}, {}, {}), None)
        above = Passage.of(self.cues_, heading, self.cues_.find(heading), heading, heading=True)
        section = self._section(above, own)
        return of_statement(self.cues_, own, Said(above, [section], {}, {}, {}, {}), None)

    def _section(self, heading: Passage, body: Passage) -> Mapping[str, float]:
        """Return what the shipped weights say of heading and text as a section of a report."""
        said = load_model().words.chances(of_words(self.cues_, body, None))
        told = Told(body.shares, said, said, ())
        evidence = of_section(
            self.cues_, heading, body, (), told, year=None, part=None, level=1, has_sections=False
        )
        return load_model().sections.chances(evidence)

    def __sklearn_tags__(self) -> Any:
        """Say that texts are wanted, not tables of numbers."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.target_tags.required = False
        return tags
