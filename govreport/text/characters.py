"""What single characters are and how they fold: width, quotation marks, invisible ones.

Folding is one character to one character or to none, so that a map back is easy to keep.

>>> "".join(fold(c) for c in "（一），２０１９年「兩」㈠①\\u200b")
'(一),2019年“兩”㈠①'
"""

from __future__ import annotations

import unicodedata
from functools import cache

_QUOTES = str.maketrans("「」『』﹁﹂﹃﹄〝〞＂", '“”‘’“”‘’“”"')
_LINE_ENDS = "\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_FULL_WIDTH = range(0xFF00, 0xFFF0)
_COMPATIBILITY = (range(0xF900, 0xFB00), range(0x2E80, 0x2FE0), range(0x2F800, 0x2FA20))
_DASHES = "‐‑‒–﹣"

OPENING = "“‘(《〈【〔[{"
CLOSING = "”’)》〉】〕]}"
SENTENCE_END = "。!?;"
CLAUSE_END = SENTENCE_END + ",:"


def is_cjk(character: str) -> bool:
    """Whether it is a Chinese character (〇 included)."""
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf" or character == "〇"


def ends_sentence(character: str) -> bool:
    """Whether a sentence or a line ends with a raw character."""
    return character in "\r\n" or fold(character) in tuple(SENTENCE_END)


@cache
def fold(character: str) -> str:
    """Return the normalized character: half-width, one kind of quotes, "" for what can't be seen."""
    if character in _LINE_ENDS:
        return "\n"
    if character == "\r" or _is_invisible(character):
        return ""
    if character.isspace():
        return " "
    if character in _DASHES:
        return "-"
    return _folded_width(character).translate(_QUOTES)


def _is_invisible(character: str) -> bool:
    return (
        character != "\t" and unicodedata.category(character) in ("Cf", "Cc")
    ) or "\ufe00" <= character <= "\ufe0f"


def _folded_width(character: str) -> str:
    code = ord(character)
    if code not in _FULL_WIDTH and not any(code in block for block in _COMPATIBILITY):
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
