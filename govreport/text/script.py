"""Traditional and Simplified script, character by character, so that no offset moves.

>>> to_simplified("婦聯組織"), detect_script("婦聯組織"), detect_script("妇联组织"), detect_script("工作")
('妇联组织', 'Hant', 'Hans', None)
"""

from __future__ import annotations

import re
from functools import cache
from operator import ne
from typing import Any

_SURROGATES = dict.fromkeys(range(55296, 57344), "�")
_LONE = re.compile("[\ud800-\udfff]")


@cache
def _converter(name: str) -> Any:
    import opencc

    return opencc.OpenCC(name)


def to_simplified(text: str) -> str:
    """Return the text in Simplified script, of the same length."""
    return _length_kept("t2s", text)


def to_traditional(text: str) -> str:
    """Return the text in Traditional script, of the same length."""
    return _length_kept("s2t", text)


def _length_kept(converter: str, text: str) -> str:
    # A lone surrogate can't be encoded, so OpenCC never sees one.
    shown = text.translate(_SURROGATES) if _LONE.search(text) else text
    converted: str = _converter(converter).convert(shown)
    if shown != text and len(converted) == len(text):
        return "".join(b if a == c else a for a, b, c in zip(text, converted, shown, strict=True))
    if len(converted) == len(text):
        return converted
    # OpenCC's t2s keeps the length of every entry today; should one not, go character by character.
    return "".join(_one(converter, character) for character in text)


@cache
def _one(converter: str, character: str) -> str:
    if ord(character) in _SURROGATES:
        return character
    converted: str = _converter(converter).convert(character)
    return converted if len(converted) == 1 else character


def detect_script(text: str) -> str | None:
    """Return ``"Hant"`` or ``"Hans"``, whichever script has more characters of its own; None for a tie."""
    traditional = sum(map(ne, text, to_simplified(text)))
    simplified = sum(map(ne, text, to_traditional(text)))
    # Characters that both tables change (台, 后…) say nothing; they are counted on both sides.
    if traditional == simplified:
        return None
    return "Hant" if traditional > simplified else "Hans"
