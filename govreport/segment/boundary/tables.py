"""How often strings end a heading or clause, begin a sentence or clause, or stand inside.

This is the evidence of a cut that comes from other reports; ``odds`` looks it up.

>>> counted = Tables.counted(["加强领导", "加强宣传"], "今年举办培训。今年走访慰问。")
>>> counted.heading_end["领导"], counted.clause_start["今年"], counted.inside["培训"]
(1, 2, 1)
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

__all__ = ["HEADING_GRAM", "LONGEST", "Counts", "Tables"]

LONGEST = 5
HEADING_GRAM = 4
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
            _count_end(heading_end, heading, HEADING_GRAM)
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
