"""How far a text is analyzed: what is larger than any report is read whole and analyzed in its first part.

>>> reach_of("一、走访\\n" * 10), reach_of("一、走访\\n" * 12_000)
(50, 50000)
"""

from __future__ import annotations

import re
from itertools import islice

__all__ = ["reach_of"]

# The longest work reports have 100,000 characters, 3,000 sentences and 1,000 numbers.
_CHARACTERS = 1_000_000
_SENTENCES = 20_000
_SENTENCE = re.compile(r"[^。！？!?;；\s][。！？!?;；\n]")
_NUMBERS = 10_000
_NUMBER = re.compile(
    r"(?<![0-9.])[0-9]{1,2}[、.．)）〕\]](?![0-9])|[一二三四五六七八九十百][、.．)）〕\]]"
    r"|[①-⒛㈠-㈩]|[一二三四五六七八九十][是要]"
)
# So far back a line end is looked for, so that no sentence is cut.
_BACK = 2000


def reach_of(text: str) -> int:
    """Return how many characters of a text are analyzed: all of it, unless it is beyond every report."""
    found = min(len(text), _CHARACTERS)
    for pattern, most in ((_SENTENCE, _SENTENCES), (_NUMBER, _NUMBERS)):
        # Each match has a character of its own at least: a short text is not looked through.
        if found > most:
            last = next(islice(pattern.finditer(text, 0, found), most, None), None)
            found = found if last is None else last.end()
    return found if found == len(text) else _at_line_end(text, found)


def _at_line_end(text: str, end: int) -> int:
    line = text.rfind("\n", max(0, end - _BACK), end) + 1
    return line or end
