"""Where the sentence or clause ends that a passage breaks off in, forwards and backwards.

>>> text = "前言。组织妇女干部,开展培训。后文"
>>> [text[5:end] for end in stops(text, 7)], [text[start:7] for start in begins(text, 7)]
(['妇女干部,开展培训。', '妇女干部,'], ['组织妇女'])
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.text.characters import CLOSING, SENTENCE_END, fold

__all__ = ["begins", "stops"]

_CLAUSE_END = ",:、"
_LONGEST = 60


def stops(text: str, at: int) -> list[int]:
    """Return the ends of the sentence and of the clause that goes on at ``at``, the farthest first."""
    found: list[int] = []
    for end in range(at, min(len(text), at + _LONGEST) + 1):
        mark = fold(text[end]) if end < len(text) else "\n"
        if mark in SENTENCE_END or text[end : end + 1] in "\r\n":
            return [_behind(text, end), *found[:1]]
        if mark and mark in _CLAUSE_END:
            found.append(end + 1)
    return found[:1]


def _behind(text: str, end: int) -> int:
    while end < len(text) and (mark := fold(text[end])) and mark in SENTENCE_END + CLOSING:
        end += 1
    return end


def begins(text: str, at: int) -> list[int]:
    """Return the beginnings of the sentence and of the clause that reaches ``at``, the farthest first."""
    found: list[int] = []
    for start in range(at, max(0, at - _LONGEST) - 1, -1):
        mark = fold(text[start - 1]) if start else "\n"
        if mark in SENTENCE_END or text[start - 1 : start] in "\r\n":
            return [*_after(text, start, at), *found[:1]]
        if mark and mark in _CLAUSE_END:
            found.append(start)
    return found[:1]


def _after(text: str, start: int, at: int) -> Iterator[int]:
    while start < at and (text[start].isspace() or fold(text[start]) in CLOSING):
        start += 1
    yield start
