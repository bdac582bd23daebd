"""The areas as an estimator of scikit-learn, for pipelines, cross-validation and codebooks of one's own.

This module imports scikit-learn; ``govreport.classify.AreaClassifier`` loads it when it is asked for.

>>> from govreport.text.taxonomies import load_taxonomy
>>> areas = AreaClassifier(load_taxonomy("womens_federation")).fit()
>>> areas.predict(["开展家政技能培训", ("依法维权", "上门劝说18次"), "同心协力"]).tolist()
['entrepreneurship-employment', 'rights-protection', 'none']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from govreport.classify.cues import Cues
from govreport.classify.evidence import Said, of_statement
from govreport.classify.features import NONE, Evidence
from govreport.classify.fitting import fit_weights
from govreport.classify.model import load_model
from govreport.classify.passage import Passage
from govreport.model import Area, Taxonomy
from govreport.text.linear import probabilities
from govreport.text.script import to_simplified

__all__ = ["AreaClassifier"]

# The score of what nothing speaks for.
_NEVER = -30.0

Told = str | tuple[str, str]


class AreaClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Classifies texts, or pairs of heading and text, into the areas of a taxonomy, or into none of them.

    Without examples, ``fit()``, it goes by the cues of the taxonomy and the weights of the package. Examples
    are learned on top of that; without a taxonomy they are all it goes by. ``"none"`` abstains.

    ``classes_`` are the ids in the order of the columns of ``predict_proba`` and ``decision_function``.
    """

    def __init__(self, taxonomy: Taxonomy | None = None, seen_at_least: int = 2) -> None:
        self.taxonomy = taxonomy
        self.seen_at_least = seen_at_least

    def fit(self, X: Sequence[Told] = (), y: Sequence[str | None] = ()) -> AreaClassifier:  # noqa: N803
        """Learn from texts and their areas (None or ``"none"``: no area); return itself.

        Raises ValueError where there are not as many areas as texts, or nothing to go by.
        """
        told = _texts(X)
        right = [NONE if area is None else str(area) for area in y]
        if len(told) != len(right):
            raise ValueError(f"{len(told)} texts, but {len(right)} areas: one area is wanted for each text")
        if not told and self.taxonomy is None:
            raise ValueError("neither a taxonomy nor examples: nothing to go by")
        own = self.taxonomy or Taxonomy("", {}, (), ())
        known = {area.id for area in own.areas}
        more = [Area(area, {}, "", (), ()) for area in sorted({*right} - known - {NONE})]
        self.cues_ = Cues(replace(own, areas=(*own.areas, *more)))
        self.classes_ = np.array(sorted([*known, *(area.id for area in more), NONE]))
        self.weights_ = load_model().statements
        self.told_: frozenset[str] = frozenset()
        if told:
            cases = [(self._evidence(one), area) for one, area in zip(told, right, strict=True)]
            self.weights_ = fit_weights(cases, self.seen_at_least, prior=load_model().statements)
            seen = {name for evidence, _ in cases for name in evidence.names[1:]}
            self.told_ = frozenset(seen & self.weights_.names.keys())
        return self

    def decision_function(self, X: Sequence[Told]) -> np.ndarray[Any, Any]:  # noqa: N803
        """Return the scores, an array (texts, classes)."""
        check_is_fitted(self)
        rows = []
        for one in _texts(X):
            evidence = self._evidence(one)
            scores = dict(zip(evidence.areas, self.weights_.scores(evidence), strict=True))
            if not evidence.speaks and self.told_.isdisjoint(evidence.names):
                scores = dict.fromkeys(scores, _NEVER) | {NONE: 0.0}
            rows.append([scores[area] for area in self.classes_])
        return np.array(rows).reshape(-1, len(self.classes_))

    def predict_proba(self, X: Sequence[Told]) -> np.ndarray[Any, Any]:  # noqa: N803
        """Return the probabilities, an array (texts, classes); rows add up to 1."""
        return np.array([probabilities(row) for row in self.decision_function(X).tolist()]).reshape(
            -1, len(self.classes_)
        )

    def predict(self, X: Sequence[Told]) -> np.ndarray[Any, Any]:  # noqa: N803
        """Return the most probable class of each text."""
        check_is_fitted(self)
        return np.asarray(self.classes_[self.decision_function(X).argmax(axis=1)])

    def _evidence(self, told: tuple[str, str]) -> Evidence:
        heading, text = (to_simplified(one) for one in told)
        above = Passage.of(self.cues_, heading, self.cues_.find(heading), heading, heading=True)
        own = Passage.of(self.cues_, text, self.cues_.find(text), heading + text)
        return of_statement(self.cues_, own, Said(above if heading else None, [], {}, {}, {}, {}), None)

    def __sklearn_tags__(self) -> Any:
        """Say that texts are wanted, not tables of numbers."""
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.target_tags.required = False
        return tags


def _texts(X: Sequence[Told]) -> list[tuple[str, str]]:  # noqa: N803
    """Return pairs of heading and text."""
    if isinstance(X, str):
        raise ValueError("one text alone: a list of texts is wanted")
    told = []
    for one in X:
        if isinstance(one, str):
            told.append(("", one))
        elif isinstance(one, tuple | list) and len(one) == 2 and all(isinstance(part, str) for part in one):
            told.append((one[0], one[1]))
        else:
            raise ValueError(f"a text, or a pair of heading and text, is wanted, not {type(one).__name__}")
    return told
