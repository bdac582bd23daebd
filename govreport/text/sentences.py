"""Sentences and clauses of the normalized view, as offsets.

>>> [(a, b) for a, b in sentences("开展普法,发放资料。走访家庭", 0, 13)]
[(0, 9), (10, 13)]
>>> [(a, b) for a, b in clauses("开展普法(一期,二期),发放资料", 0, 16)]
[(0, 11), (12, 16)]
>>> [(a, b) for a, b in clauses("开展“法治暖心,家庭幸福”活动,发放资料", 0, 20)]
[(0, 15), (16, 20)]
"""

from __future__ import annotations

from collections.abc import Iterator

_ENDS = "。!?;"
# What stands in them is whole up to so many characters: a bracket that is never closed must not swallow the
# rest of the text, and a long quotation is what somebody said.
_PAIRS = {"(": (")", 60), "《": ("》", 60), "【": ("】", 60), "〔": ("〕", 60), "“": ("”", 32)}
_WRAPPED_LINE = 20


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of each sentence in ``[start, end)`` without white space and end marks."""
    begin = start
    for position in range(start, end):
        if text[position] in _ENDS or (text[position] == "\n" and _ends_line(text, begin, position)):
            yield from _trimmed(text, begin, position)
            begin = position + 1
    yield from _trimmed(text, begin, end)


def _ends_line(text: str, begin: int, position: int) -> bool:
    """A long line that breaks in the middle of a word was wrapped; its sentence goes on."""
    line = text.rfind("\n", 0, position) + 1
    wrapped = position - max(line, begin) >= _WRAPPED_LINE and position + 1 < len(text)
    return not (wrapped and text[position - 1].isalnum() and text[position + 1].isalnum())


def clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield start and end of what commas and colons part, brackets and short quotations kept whole."""
    begin, position = start, start
    while position < end:
        character = text[position]
        if character in _PAIRS:
            closing, longest = _PAIRS[character]
            close = text.find(closing, position, min(end, position + longest))
            position = close if close > 0 else position
        elif character in ",:" and not _inside_number(text, position):
            yield from _trimmed(text, begin, position)
            begin = position + 1
        position += 1
    yield from _trimmed(text, begin, end)


def _inside_number(text: str, position: int) -> bool:
    """The comma of 1,460 and the colon of 9:30 part nothing."""
    before, after = text[position - 1 : position], text[position + 1 : position + 4]
    if not (before.isdigit() and after[:1].isdigit()):
        return False
    return text[position] == ":" or (len(after) == 3 and after.isdigit())


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
