"""A pattern of many words in which each beginning stands once, so that few ways are tried at a place.

>>> any_of(["开展", "开办", "开办起", "走访"])
'(?:开(?:办(?:起)?|展)|走访)'
>>> re.match(any_of(["开办", "开办起"]), "开办起来")[0]
'开办起'
"""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words that begin at a place."""
    return _any_of(sorted(set(words)))


def _any_of(words: list[str]) -> str:
    """Return the same for sorted words; where the empty one is among them nothing need match."""
    is_enough = bool(words) and not words[0]
    heads: dict[str, list[str]] = {}
    for word in words[is_enough:]:
        heads.setdefault(word[0], []).append(word[1:])
    ways = [_way(head, rests) for head, rests in heads.items()]
    return f"(?:{'|'.join(ways)})?" if is_enough else f"(?:{'|'.join(ways)})"


def _way(head: str, rests: list[str]) -> str:
    if len(rests) == 1:
        return re.escape(head + rests[0])
    return re.escape(head) + _any_of(rests)
