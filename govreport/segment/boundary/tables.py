"""How often strings end a heading or clause, begin a sentence or clause, or stand inside.

This is the evidence of a cut that comes from other reports; ``odds`` looks it up.

>>> counted = Tables.counted(["加强领导", "加强宣传"], "今年举办培训。今年走访慰问。")
>>> counted.heading_end["领导"], counted.clause_start["今年"], counted.inside["培训"]
(1, 2, 1)
>>> columns(counted.heading_end)[2]
Column(text='领导宣传', counts=[1, 1])
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import NamedTuple

__all__ = ["HEADING_GRAM", "LONGEST", "Column", "Columns", "Counts", "Tables", "columns"]

LONGEST = 5
HEADING_GRAM = 4
_CLAUSE = re.compile(r'[,。;:!?\n"“”()《》、]|(?<=[\u4e00-\u9fff])\.')
_SENTENCE = re.compile(r"[。!?\n;]")

Counts = Mapping[str, int]


class Column(NamedTuple):
    """Strings of one length, one behind the other, and how often each was counted."""

    text: str
    counts: Sequence[int]


Columns = Mapping[int, Column]
"""A table by the length of its strings: few long values, which are read in a tenth of the time of many."""


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


def columns(counts: Counts) -> Columns:
    """Return counts by the length of their strings, in their order."""
    by_length: defaultdict[int, list[str]] = defaultdict(list)
    for gram in counts:
        by_length[len(gram)].append(gram)
    return {n: Column("".join(grams), [counts[gram] for gram in grams]) for n, grams in by_length.items()}


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
