"""The lines and sentences of the normalized view, as half-open ranges.

>>> list(sentences("甲。乙:丙", 0, 5))
[(0, 2), (2, 4), (4, 5)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"[^。!?:\n]*[。!?:]?[”’)]*")


def line_end(text: str, position: int) -> int:
    """Return where the line that holds ``position`` ends, the line end not included."""
    end = text.find("\n", position)
    return len(text) if end < 0 else end


def next_content(text: str, position: int) -> int:
    """Return the first place at or after ``position`` that is no white space."""
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def strip_end(text: str, start: int, end: int) -> int:
    """Return ``end`` without the white space before it."""
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between ``start`` and ``end``; a colon ends one, since lead-ins do."""
    position = start
    while position < end:
        position = next_content(text, position)
        if position >= end:
            return
        match = _SENTENCE.match(text, position, end)
        stop = match.end() if match and match.end() > position else position + 1
        yield position, stop
        position = stop
