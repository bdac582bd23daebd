"""What a text and its name tell a reader to be wary of, as stable codes.

In go the text as it was read, its format and the ending of its name; out come warnings. They are signs and
no verdicts: the text is read all the same.

>>> signs_of("一、加强领导\\x1b[31m", "txt", ".txt"), signs_of("会", "txt", ".docx")
(('control-characters', 'too-short'), ('other-format', 'too-short'))
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.text.characters import is_cjk

__all__ = ["signs_of"]

# In Chinese characters.
_SHORTEST = 15
# A cell of a workbook holds so many half characters of UTF-16.
_LONGEST_LINE = 32_767
_LEAST_CHINESE = 0.2
_WITHOUT_MARKS = 250
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]|[\U0001fffe\U0001ffff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# In scripts that join, and within emoji, joiners are what they should be; behind a common Chinese character
# neither they nor the first sixteen variation selectors are.
_INVISIBLE = re.compile(
    "[\u3400-\u9fff\u3001\u3002\uff0c][\ufe00-\ufe0f\u200b-\u200d\u2060-\u2064\u00ad\u034f\u180e\ufeff]"
    "|[^\U000e0020-\U000e007f\U0001f3f4][\U000e0020-\U000e007f]"
)
_LEAST_INVISIBLE = 2
_MARKS = re.compile("[。，；：、！？!?,;.]")
_UNUSUAL = ("utf-32", "utf-7", "hz")
_UTF7 = re.compile(r"\+[A-Za-z0-9/+]{4,}-")
_FORMATS = {
    **dict.fromkeys((".docx", ".docm", ".dotx"), ("docx",)),
    **dict.fromkeys((".html", ".htm"), ("html",)),
    **dict.fromkeys((".mht", ".mhtml"), ("mhtml",)),
    **dict.fromkeys((".doc", ".dot", ".wps"), ("doc", "rtf")),
    ".txt": ("txt",),
    ".pdf": ("pdf",),
}


def signs_of(text: str, format: str, suffix: str, encoding: str | None = None) -> tuple[str, ...]:
    """Return the codes of all that is to be told, in the order of the alphabet."""
    return tuple(sorted({*_of_name(format, suffix.lower()), *_of_encoding(text, encoding), *_of_text(text)}))


def _of_name(format: str, suffix: str) -> Iterator[str]:
    if not suffix:
        yield "no-suffix"
    elif format not in _FORMATS.get(suffix, (format,)):
        yield "other-format"


def _of_encoding(text: str, encoding: str | None) -> Iterator[str]:
    if (encoding or "").startswith(_UNUSUAL) or (text.isascii() and _UTF7.search(text)):
        yield "unusual-encoding"


def _of_text(text: str) -> Iterator[str]:
    letters, chinese = sum(map(str.isalpha, text)), sum(map(is_cjk, text))
    if letters > 2 * _SHORTEST and chinese < _LEAST_CHINESE * letters:
        yield "not-chinese"
    elif chinese < _SHORTEST:
        yield "too-short"
    elif letters > _WITHOUT_MARKS * (1 + len(_MARKS.findall(text))):
        yield "no-punctuation"
    if _CONTROLS.search(text):
        yield "control-characters"
    if _BIDI.search(text):
        yield "turned-text"
    if len(_INVISIBLE.findall(text)) >= _LEAST_INVISIBLE:
        yield "invisible-characters"
    if any(len(line) * 2 > _LONGEST_LINE and _cells(line) > _LONGEST_LINE for line in text.split("\n")):
        yield "long-line"


def _cells(line: str) -> int:
    return len(line.encode("utf-16-le", "surrogatepass")) // 2
