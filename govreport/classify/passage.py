"""A heading or a run of text, and what it says of each area: told once, asked for by all that stands around.

>>> from govreport.text.taxonomies import load_taxonomy
>>> cues, text = Cues(load_taxonomy("womens_federation")), "开展家政技能培训"
>>> passage = Passage.of(cues, text, cues.find(text), text)
>>> sorted(passage.shares), sorted(passage.most) == sorted(passage.logarithms)
(['entrepreneurship-employment'], True)
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from govreport.classify.cues import Cues, Hit, bigrams

__all__ = ["Passage", "logarithms", "shares", "top"]


@dataclass(frozen=True, eq=False)
class Passage:
    """A text, its cues with offsets in it, and the score that these give to each area."""

    cues: Cues
    text: str
    hits: Sequence[Hit]
    scores: Mapping[str, float]

    @classmethod
    def of(cls, cues: Cues, text: str, hits: Sequence[Hit], scope: str, *, heading: bool = False) -> Passage:
        """Return the passage with its scores; ``hits`` have offsets in ``text``."""
        words = (hit.word for hit in hits)
        return cls(cues, text, hits, cues.scores(words, text, scope, heading=heading))

    @cached_property
    def logarithms(self) -> Mapping[str, float]:
        """The logarithms of the scores."""
        return logarithms(self.scores)

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """The scores as shares of their sum."""
        return shares(self.scores)

    @cached_property
    def most(self) -> Mapping[str, float]:
        """One for each area that has the highest score."""
        return top(self.logarithms)

    @cached_property
    def pairs(self) -> Sequence[str]:
        """The pairs of neighbouring characters, each once, in the order of the alphabet."""
        return sorted(bigrams(self.text))

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What the words may have been learned by."""
        return ("any", *[f"w:{pair}" for pair in self.pairs])

    @cached_property
    def scopes(self) -> Mapping[str, float]:
        """How much of it stands in the name and scope of each area."""
        return self.cues.in_scopes(self.pairs)


def logarithms(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the logarithms of the scores that there are."""
    return {area: math.log1p(score) for area, score in scores.items() if score > 0}


def shares(scores: Mapping[str, float]) -> dict[str, float]:
    """Return the scores as shares of their sum."""
    total = sum(scores.values())
    return {area: score / total for area, score in scores.items()} if total else {}


def top(scores: Mapping[str, float]) -> dict[str, float]:
    """Return one for each area that has the highest score."""
    most = max(scores.values(), default=0.0)
    return {area: 1.0 for area, score in scores.items() if score == most}
