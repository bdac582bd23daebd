"""Quotation marks, book-title marks and brackets that lack their other half."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from govreport.check.context import Context, Draft
from govreport.model import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING_OF = {"“": "”", "‘": "’", "《": "》", "(": ")", "【": "】", "〔": "〕"}
_OPENING_OF = {closing: opening for opening, closing in _CLOSING_OF.items()}
# 1) and 一) are numbers of list items, not halves of a pair.
_ITEM_NUMBER = re.compile(r"[0-9a-zA-Z一二三四五六七八九十]{1,3}$")
_LONGEST_NUMBER = 3
_SHORT = 20
# Characters and line ends between the halves of a pair that a page's lines part.
_NEAR, _LINES = 120, 3
_TOLD_ONE_BY_ONE, _MOST = 5, 20


def check_marks(context: Context) -> Iterator[Draft]:
    """One finding per mark without its other half; the evidence holds the broken quote where it is short.

    A mark that is closed a line or two further on is closed. Where a text breaks the same mark over and over
    (another font's mark for the closing one), it is one finding with the first of the places.
    """
    places: dict[str, list[Span]] = {}
    for start, end in _closed_over_lines(context.text.text, list(_all_broken(context.text.text))):
        span = Span(*context.text.raw(start, end))
        if not context.is_copy(span):
            places.setdefault(context.text.quote(span)[0], []).append(span)
    for mark, spans in places.items():
        if len(spans) > _TOLD_ONE_BY_ONE:
            params: dict[str, str | int | float] = {"mark": mark, "count": len(spans)}
            yield Draft("unbalanced-mark", tuple(spans[:_MOST]), params, message="unbalanced-mark-often")
        else:
            yield from (Draft("unbalanced-mark", (span,), {"mark": mark}) for span in spans)


def _all_broken(text: str) -> Iterator[tuple[int, int]]:
    for paragraph in _PARAGRAPH.finditer(text):
        for start, end in _broken(paragraph.group()):
            yield paragraph.start() + start, paragraph.start() + end


def _closed_over_lines(text: str, broken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leave out an opening mark and its other half that stand a few lines apart."""
    paired = set()
    for one, other in pairwise(broken):
        between = text[one[1] : other[0]]
        is_pair = _CLOSING_OF.get(text[one[0]]) == text[other[0]] and one not in paired
        if is_pair and "\n" in between and len(between) <= _NEAR and between.count("\n") <= _LINES:
            paired |= {one, other}
    return (place for place in broken if place not in paired)


def _broken(text: str) -> list[tuple[int, int]]:
    """Return the marks of one paragraph that are never closed or never opened.

    Each opening mark is put on the stack and taken from it once, however many there are.
    """
    stack: list[int] = []
    lost: list[int] = []
    waiting: Counter[str] = Counter()
    for position, mark in enumerate(text):
        if mark in _CLOSING_OF:
            stack.append(position)
            waiting[mark] += 1
        elif waiting[_OPENING_OF.get(mark, "")]:
            while text[opened := stack.pop()] != _OPENING_OF[mark]:
                lost.append(opened)
                waiting[text[opened]] -= 1
            waiting[text[opened]] -= 1
        elif mark in _OPENING_OF and not (mark == ")" and _ends_number(text, position)):
            lost.append(position)
    return list(_quotes(text, sorted(lost + stack)))


def _ends_number(text: str, position: int) -> bool:
    """Return whether the number of an item ends here, as in 1)."""
    return _ITEM_NUMBER.search(text[max(0, position - _LONGEST_NUMBER) : position]) is not None


def _quotes(text: str, lost: list[int]) -> Iterator[tuple[int, int]]:
    """Two equal marks with a short quote between them are one finding: the second should have closed it."""
    position = 0
    while position < len(lost):
        start = lost[position]
        after = lost[position + 1] if position + 1 < len(lost) else None
        if after is not None and text[after] == text[start] and after - start <= _SHORT:
            yield start, after + 1
            position += 2
        else:
            yield start, start + 1
            position += 1
