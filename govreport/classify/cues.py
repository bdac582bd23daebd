"""A classifier that counts cues: the longest cue wins, the heading goes first, border rules decide.

It follows scikit-learn's conventions (``fit``, ``predict_proba``, ``classes_``, ``get_params``), so that
another estimator can take its place.

>>> from govreport.text.taxonomies import load_taxonomy
>>> classifier = CueClassifier(load_taxonomy("womens_federation")).fit()
>>> classifier.predict([Passage("开展家政技能培训", "")]), classifier.predict([Passage("", "同心协力")])
(['entrepreneurship-employment'], [None])
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from govreport.model import AreaScore, BorderRule, Span, Taxonomy

if TYPE_CHECKING:
    import numpy

_WEAK = 0.35
_FEWEST = 0.9
# Mass that stands for "none of them": a single strong cue is then two thirds sure.
_NONE = 0.5
_LEAST_SHARE = 0.15


class Passage(NamedTuple):
    """What is classified: normalized text under its heading; ``context`` is only looked at by rules."""

    heading: str
    text: str
    context: str = ""


class CueClassifier:
    """Scores areas by cues; ``heading_weight`` is how much a cue in the heading counts against the body."""

    def __init__(self, taxonomy: Taxonomy, heading_weight: float = 4.0, longest_body: float = 2.0) -> None:
        self.taxonomy = taxonomy
        self.heading_weight = heading_weight
        self.longest_body = longest_body

    def fit(self, passages: Sequence[Passage] = (), areas: Sequence[str] = ()) -> CueClassifier:
        """Return itself: its cues are written, not learned."""
        return self

    @property
    def classes_(self) -> list[str]:
        """The area ids, in the order of the columns of ``predict_proba``."""
        return [area.id for area in self.taxonomy.areas]

    def get_params(self, deep: bool = True) -> dict[str, Any]:
        """Return the settings, as scikit-learn asks for them."""
        return {
            "taxonomy": self.taxonomy,
            "heading_weight": self.heading_weight,
            "longest_body": self.longest_body,
        }

    def predict_proba(self, passages: Sequence[Passage]) -> numpy.ndarray[Any, Any]:
        """Return an array (passages, areas); what a row lacks to 1 is the probability of none."""
        import numpy as np

        rows = [self._shares(self.scores(passage)) for passage in passages]
        return np.array([[row.get(area, 0.0) for area in self.classes_] for row in rows])

    def predict(self, passages: Sequence[Passage]) -> list[str | None]:
        """Return the primary area of each passage, None where it abstains."""
        ranked = (self.rank(passage) for passage in passages)
        return [areas[0].area_id if areas else None for areas in ranked]

    def rank(self, passage: Passage) -> tuple[AreaScore, ...]:
        """Return the areas of a passage with their probabilities, primary first; empty when it abstains."""
        return self.ranked(self.scores(passage))

    def ranked(self, scores: dict[str, float]) -> tuple[AreaScore, ...]:
        """Return the areas of scores that were summed elsewhere."""
        if not scores or max(scores.values()) < _FEWEST:
            return ()
        shares = sorted(self._shares(scores).items(), key=lambda item: -item[1])
        kept = [item for item in shares if item[1] >= _LEAST_SHARE] or shares[:1]
        return tuple(AreaScore(area, round(share, 4)) for area, share in kept[:3])

    def scores(self, passage: Passage) -> dict[str, float]:
        """Return the score of each area that has any; the body can't outweigh a cue in the heading."""
        scope = passage.context + passage.heading + passage.text
        heading = self._of_text(passage.heading, scope, heading=True)
        body = self._of_text(passage.text, scope, heading=False)
        most = max(body.values(), default=0.0)
        if heading and most > self.longest_body:
            body = {area: score * self.longest_body / most for area, score in body.items()}
        for area, score in heading.items():
            body[area] = body.get(area, 0.0) + self.heading_weight * score
        return {area: score for area, score in body.items() if score > 0}

    def _of_text(self, text: str, scope: str, heading: bool) -> dict[str, float]:
        strong: dict[str, float] = {}
        weak: dict[str, float] = {}
        for area, is_strong in self._hits(text):
            into = strong if is_strong else weak
            into[area] = into.get(area, 0.0) + (1.0 if is_strong else _WEAK)
        scores = dict(strong)
        for area, score in weak.items():
            if area in strong or score > _WEAK:
                scores[area] = scores.get(area, 0.0) + min(score, 1.0)
        for rule, pattern in self._rules:
            if (heading or not rule.only_heading) and pattern.search(text) and _applies(rule, scope):
                scores[rule.area] = scores.get(rule.area, 0.0) + rule.weight
        return {area: score for area, score in scores.items() if score > 0}

    def deciding(self, passage: Passage, area: str) -> tuple[list[Span], list[Span]]:
        """Return what speaks for an area in the heading and in the text: cues, and words that a rule goes by.

        >>> from govreport.text.taxonomies import load_taxonomy
        >>> words = Passage("开展家政技能培训", "举办月嫂班3期，宣传反家暴")
        >>> CueClassifier(load_taxonomy("womens_federation")).deciding(words, "entrepreneurship-employment")
        ([Span(start=2, end=8)], [Span(start=2, end=4)])
        """
        scope = passage.context + passage.heading + passage.text
        return (
            self._speaking(passage.heading, area, scope, heading=True),
            self._speaking(passage.text, area, scope, heading=False),
        )

    def _speaking(self, text: str, area: str, scope: str, *, heading: bool) -> list[Span]:
        """What lies within something longer that speaks for the area is left out."""
        found = {
            Span(start, end)
            for start, end in self._places(text)
            if any(owner == area for owner, _ in self._owners[text[start:end]])
        }
        for rule, pattern in self._rules:
            if rule.area == area and rule.weight > 0 and (heading or not rule.only_heading):
                match = pattern.search(text)
                if match and match.group() and _applies(rule, scope):
                    found.add(Span(*match.span()))
        longest: list[Span] = []
        for span in sorted(found, key=lambda span: (span.start, -span.end)):
            if not longest or span.end > longest[-1].end:
                longest.append(span)
        return longest

    def _hits(self, text: str) -> list[tuple[str, bool]]:
        """Return area and strength of each cue, each word once."""
        distinct = {text[start:end] for start, end in self._places(text)}
        return [owner for word in sorted(distinct) for owner in self._owners[word]]

    def _places(self, text: str) -> list[tuple[int, int]]:
        """Return where cues stand; where two overlap the longer one counts alone."""
        found = [(m.start(), m.end(1)) for m in self._pattern.finditer(text)] if self._owners else []
        covered = bytearray(len(text))
        kept = []
        for start, end in sorted(found, key=lambda span: (span[0] - span[1], span[0])):
            if not any(covered[start:end]):
                covered[start:end] = b"\1" * (end - start)
                kept.append((start, end))
        return kept

    @cached_property
    def _owners(self) -> dict[str, list[tuple[str, bool]]]:
        owners: dict[str, list[tuple[str, bool]]] = {}
        for area in self.taxonomy.areas:
            for words, is_strong in ((area.strong, True), (area.weak, False)):
                for word in words:
                    owners.setdefault(word, []).append((area.id, is_strong))
        return owners

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._owners, key=len, reverse=True)
        return re.compile(f"(?=({'|'.join(map(re.escape, words))}))")

    @cached_property
    def _rules(self) -> list[tuple[BorderRule, re.Pattern[str]]]:
        return [(rule, re.compile(rule.when)) for rule in self.taxonomy.rules]

    @staticmethod
    def _shares(scores: dict[str, float]) -> dict[str, float]:
        total = sum(scores.values()) + _NONE
        return {area: score / total for area, score in scores.items()}


def _applies(rule: BorderRule, scope: str) -> bool:
    if rule.context and not re.search(rule.context, scope):
        return False
    return not (rule.unless and re.search(rule.unless, scope))
