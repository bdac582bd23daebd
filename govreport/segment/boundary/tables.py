"""How often strings end a heading or clause, begin a sentence or clause, or stand inside.

This is the evidence of a cut that comes from other reports.

>>> counted = Tables.counted(["加强领导", "加强宣传"], "今年举办培训。今年走访慰问。")
>>> sum(counted.begins("今年")) > sum(counted.begins("培训"))
True
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

LONGEST = 5
_HEADING_GRAM = 4
_STRENGTH = 1.0
_HALF = 0.5
# How many characters left and right of a cut are looked at together.
_ACROSS = ((1, 1), (2, 1), (1, 2), (2, 2), (3, 2), (2, 3))
_CLAUSE = re.compile(r'[,。;:!?\n"“”()《》、]|(?<=[\u4e00-\u9fff])\.')
_SENTENCE = re.compile(r"[。!?\n;]")

Counts = Mapping[str, int]


@dataclass(frozen=True)
class Tables:
    """Counts of n-grams of 1 to 5 characters; ``""`` holds the number of places counted."""

    heading_end: Counts
    clause_end: Counts
    clause_start: Counts
    sentence_start: Counts
    inside: Counts

    @classmethod
    def counted(cls, headings: Iterable[str], text: str) -> Tables:
        """Count headings for their ends, and a text for its clauses and sentences."""
        heading_end: Counter[str] = Counter()
        for heading in headings:
            _count_end(heading_end, heading, _HEADING_GRAM)
        clause_end, clause_start, inside = Counter[str](), Counter[str](), Counter[str]()
        for clause in filter(lambda clause: len(clause) >= 4, map(str.strip, _CLAUSE.split(text))):
            _count_end(clause_end, clause, LONGEST)
            _count_start(clause_start, clause)
            inside.update(grams(clause))
        sentence_start: Counter[str] = Counter()
        for sentence in filter(lambda one: len(one) > 6, map(str.strip, _SENTENCE.split(text))):
            _count_start(sentence_start, sentence)
        return cls(heading_end, clause_end, clause_start, sentence_start, inside)

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return the names of the tables."""
        return tuple(field.name for field in fields(cls))

    def ends(self, before: str) -> list[float]:
        """Return the log-odds that a heading, and that a clause, ends after ``before``: 4 + 5 values."""
        tails = [before[-n:] for n in range(1, LONGEST + 1)]
        return [
            *self._log_odds(self.heading_end, tails[:_HEADING_GRAM]),
            *self._log_odds(self.clause_end, tails),
        ]

    def begins(self, after: str) -> list[float]:
        """Return the log-odds that a clause, and that a sentence, begins with ``after``: 5 + 5 values."""
        heads = [after[:n] for n in range(1, LONGEST + 1)]
        return [*self._log_odds(self.clause_start, heads), *self._log_odds(self.sentence_start, heads)]

    def across(self, before: str, after: str) -> list[float]:
        """Return how much more often both sides stand together inside a clause than by chance: 6 values."""
        total = max(1, self.inside.get("", 0))
        values = []
        for left, right in _ACROSS:
            x, y = before[-left:], after[:right]
            chance = self.inside.get(x, 0) * self.inside.get(y, 0) / total
            values.append(math.log((self.inside.get(x + y, 0) + _HALF) / (chance + _HALF)))
        return values

    def _log_odds(self, edge: Counts, contexts: list[str]) -> list[float]:
        """Compare how often an n-gram stands at the edge with how often it would by chance.

        The first value is that of one character; each further one is what the longer n-gram adds.
        """
        rate = edge.get("", 0) / max(1, self.inside.get("", 0))
        values: list[float] = []
        before = 1.0
        for gram in contexts:
            inside = self.inside.get(gram, 0)
            if not inside:
                # A string that holds one never seen was never seen either.
                return values + [0.0] * (len(contexts) - len(values))
            expected = inside * rate
            ratio = (edge.get(gram, 0) + _STRENGTH * before) / (expected + _STRENGTH)
            values.append(math.log(max(1e-3, ratio / before)))
            before = max(1e-3, ratio)
        return values


def _count_end(counts: Counter[str], text: str, longest: int) -> None:
    counts[""] += 1
    counts.update(text[-n:] for n in range(1, longest + 1) if len(text) >= n)


def _count_start(counts: Counter[str], text: str) -> None:
    counts[""] += 1
    counts.update(text[:n] for n in range(1, LONGEST + 1) if len(text) >= n)


def grams(text: str) -> Iterable[str]:
    """Yield every n-gram of 1 to 5 characters, and "" once for each position."""
    for start in range(len(text)):
        yield ""
        for n in range(1, min(LONGEST, len(text) - start) + 1):
            yield text[start : start + n]
