"""What a text tells an auditor to be wary of, as stable codes: signs and no verdicts.

In go the text as it was read, out come warnings; the text is read all the same.

>>> signs_of("一、加强\\u202e领导\\u202c"), signs_of("妇\\u200b联\\u200b总结")
(('turned-text',), ('invisible-characters',))
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.text.characters import is_cjk

__all__ = ["signs_of"]

# A report has no paragraph of so many characters; a whole one without line ends has fewer.
_LONGEST_LINE = 500_000
_WITHOUT_MARKS = 250
# Prose has so many different characters; what has fewer is a pattern that goes on.
_LEAST_DISTINCT = 10
_UNBROKEN = re.compile("[0-9A-Za-z]{10000}")
# One or two characters a thousand times in a row.
_REPETITIVE = re.compile("([\u3400-\u9fff（(][^\n]?)\\1{999}")
# A heading whose number has so many levels.
_DEEP = re.compile("(?<![0-9.．])(?:[0-9]{1,3}[.．]){30,}+[0-9]{0,3} ?[\u3400-\u9fff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# In scripts that join, and within emoji, joiners are what they should be; behind a common Chinese character
# neither they nor the first sixteen variation selectors are.
_INVISIBLE = re.compile(
    "[\u3400-\u9fff\u3001\u3002\uff0c][\ufe00-\ufe0f\u200b-\u200d\u2060-\u2064\u00ad\u034f\u180e\ufeff]"
    "|[^\U000e0020-\U000e007f\U0001f3f4][\U000e0020-\U000e007f]"
)
_LEAST_INVISIBLE = 2
# A signature may stand behind the last sentence of a short line.
_LONG_ENOUGH = 30
_MARKS = re.compile("[。，；：、！？!?;]|[,.](?![0-9])")


def signs_of(text: str) -> tuple[str, ...]:
    """Return the codes of all that is to be told, in the order of the alphabet."""
    return tuple(sorted(_signs(text)))


def _signs(text: str) -> Iterator[str]:
    if any(_is_without_marks(line) for line in text.split("\n") if len(line) > _WITHOUT_MARKS):
        yield "no-punctuation"
    if _BIDI.search(text):
        yield "turned-text"
    if len(_INVISIBLE.findall(text)) >= _LEAST_INVISIBLE:
        yield "invisible-characters"
    if any(len(line) > _LONGEST_LINE for line in text.split("\n")):
        yield "long-line"
    if _REPETITIVE.search(text):
        yield "repetitive"
    if _DEEP.search(text):
        yield "deep-nesting"
    if _is_code(text):
        yield "not-chinese"
    if _breaks_off(text):
        yield "breaks-off"


def _is_without_marks(line: str) -> bool:
    found = list(filter(is_cjk, line))
    allowed = _WITHOUT_MARKS * (1 + len(_MARKS.findall(line)))
    return len(found) > allowed and len(set(found)) >= _LEAST_DISTINCT


def _is_code(text: str) -> bool:
    """Tell whether letters and digits run on as no language has them."""
    found = _UNBROKEN.search(text)
    return found is not None and len(set(found.group())) >= _LEAST_DISTINCT


def _breaks_off(text: str) -> bool:
    """Tell whether the last line holds whole sentences and then ends within one, as a file cut off does."""
    end = text.rstrip()
    last = end[end.rfind("\n") + 1 :]
    return len(last) >= _LONG_ENOUGH and is_cjk(last[-1]) and "。" in last[:-1]
