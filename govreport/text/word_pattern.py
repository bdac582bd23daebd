"""Patterns made of words: any of many, each beginning standing once, and {word} for a row of a data file.

>>> any_of(["开展", "开办", "开办起", "走访"])
'(?:开(?:办(?:起)?|展)|走访)'
>>> re.match(any_of(["开办", "开办起"]), "开办起来")[0]
'开办起'
>>> filled("{who}要{deed}", {"who": "各[村镇]", "deed": "{verb}好", "verb": "[抓做]"})
'各[村镇]要[抓做]好'
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

__all__ = ["any_of", "filled"]

_NAME = re.compile(r"\{([a-z_]+)\}")


def filled(pattern: str, words: Mapping[str, str]) -> str:
    """Return a pattern with the rows of ``words`` for their names in braces, in one another too."""
    while _NAME.search(pattern):
        pattern = _NAME.sub(lambda name: words[name[1]], pattern)
    return pattern


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
