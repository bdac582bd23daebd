"""How often strings end a heading or sentence, begin one, or stand inside: the evidence of a cut.

>>> tables = Tables.counted(["加强领导", "加强宣传"], ["今年举办培训", "今年走访慰问"])
>>> sum(tables.opens("今年")) > sum(tables.opens("培训"))
True
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 4
_STRENGTH = 1.0


@dataclass(frozen=True)
class Tables:
    """Counts of n-grams of 1 to 4 characters at the end, at the start and inside of text."""

    closing: dict[str, int]
    opening: dict[str, int]
    inside: dict[str, int]

    @classmethod
    def counted(cls, headings: Iterable[str], sentences: Iterable[str]) -> Tables:
        """Count headings for their ends, and sentences for their starts and what they hold."""
        closing: Counter[str] = Counter()
        opening: Counter[str] = Counter()
        inside: Counter[str] = Counter()
        for heading in headings:
            closing.update(heading[-n:] for n in range(1, LONGEST + 1) if len(heading) >= n)
            closing[""] += 1
            inside.update(grams(heading[:-1]))
        for sentence in sentences:
            opening.update(sentence[:n] for n in range(1, LONGEST + 1) if len(sentence) >= n)
            opening[""] += 1
            inside.update(grams(sentence[1:]))
        return cls(closing, opening, inside)

    def closes(self, before: str) -> list[float]:
        """Return, for its last 1 to 4 characters, the log-odds that a heading ends after ``before``."""
        return self._log_odds(self.closing, [before[-n:] for n in range(1, LONGEST + 1)])

    def opens(self, after: str) -> list[float]:
        """Return, for its first 1 to 4 characters, the log-odds that a body begins with ``after``."""
        return self._log_odds(self.opening, [after[:n] for n in range(1, LONGEST + 1)])

    def _log_odds(self, edge: dict[str, int], contexts: list[str]) -> list[float]:
        """Compare how often an n-gram stands at the edge with how often it would by chance.

        The first value is that of one character; each further one is what the longer n-gram adds.
        """
        rate = edge.get("", 0) / max(1, self.inside.get("", 0))
        values, before = [], 1.0
        for gram in contexts:
            expected = self.inside.get(gram, 0) * rate
            ratio = (edge.get(gram, 0) + _STRENGTH * before) / (expected + _STRENGTH)
            values.append(math.log(max(1e-3, ratio / before)))
            before = max(1e-3, ratio)
        return values


def grams(text: str) -> Iterable[str]:
    """Yield every n-gram of 1 to 4 characters, and "" once for each position."""
    for start in range(len(text)):
        yield ""
        for n in range(1, min(LONGEST, len(text) - start) + 1):
            yield text[start : start + n]
