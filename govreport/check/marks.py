"""Quotation marks, book-title marks and brackets that lack their other half."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft

_PARAGRAPH = re.compile(r"[^\n]+")
_CLOSING_OF = {"“": "”", "‘": "’", "《": "》", "(": ")", "【": "】", "〔": "〕"}
_OPENING_OF = {closing: opening for opening, closing in _CLOSING_OF.items()}
# 1) and 一) are numbers of list items, not halves of a pair.
_ITEM_NUMBER = re.compile(r"[0-9a-zA-Z一二三四五六七八九十]{1,3}$")
_SHORT = 20


def check_marks(context: Context) -> Iterator[Draft]:
    """One finding per mark without its other half; the evidence holds the broken quote where it is short."""
    for paragraph in _PARAGRAPH.finditer(context.text.text):
        for start, end in _broken(paragraph.group()):
            span = context.text.raw(paragraph.start() + start, paragraph.start() + end)
            if not context.is_copy(span):
                yield Draft("unbalanced-mark", (span,), {"mark": context.text.quote(span)[0]})


def _broken(text: str) -> list[tuple[int, int]]:
    """Return the marks of one paragraph that are never closed or never opened."""
    stack: list[int] = []
    lost: list[int] = []
    for position, mark in enumerate(text):
        if mark in _CLOSING_OF:
            stack.append(position)
        elif mark in _OPENING_OF:
            below = [i for i, opened in enumerate(stack) if text[opened] == _OPENING_OF[mark]]
            if below:
                lost += stack[below[-1] + 1 :]
                del stack[below[-1] :]
            elif not (mark == ")" and _ITEM_NUMBER.search(text[:position])):
                lost.append(position)
    return list(_quotes(text, sorted(lost + stack)))


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
