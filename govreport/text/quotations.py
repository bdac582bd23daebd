"""Stretches of a text that are known as no words of its own: quoted, laid down in a law, or a form.

>>> text = "《反家庭暴力法》第二条规定，家庭暴力是指殴打等行为。他说：“今年要办好老百姓最关心的十件事。”"
>>> [text[start:end] for start, end in quotations(text)]
['《反家庭暴力法》第二条规定，家庭暴力是指殴打等行为', '“今年要办好老百姓最关心的十件事。”']
>>> text = "各位代表：现在，我向大会报告工作。一年来办了三件事。在此，向大家表示衷心的感谢！"
>>> [text[start:end] for start, end in formulas(text)]
['各位代表：现在，我向大会报告工作。', '在此，向大家表示衷心的感谢！']
"""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["formulas", "quotations"]

_ENDS = "。！？!?\n"
# No sentence of thanks is longer on either side of its words.
_LONGEST = 300


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(load_table("reuse")["quotation"].values()))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return where the quotations of a raw text stand, in reading order."""
    return [match.span() for match in _pattern().finditer(text)]


@cache
def _formulas() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_table("reuse")["formula"]
    return re.compile(table["opening"]), re.compile(table["thanks"])


def formulas(text: str) -> list[tuple[int, int]]:
    """Return where a raw text follows a form, in reading order: its opening, and its sentences of thanks."""
    opening, thanks = _formulas()
    first = opening.match(text)
    found = [first.span()] if first else []
    for match in thanks.finditer(text):
        start, end = _sentence(text, *match.span())
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the borders of the sentence around a stretch."""
    low, high = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > low and text[start - 1] not in _ENDS:
        start -= 1
    while end < high and text[end - 1] not in _ENDS:
        end += 1
    return start, end
