"""Where a slot may begin and end in a statement: between words, and never within a short quotation.

>>> words = [Word(text, "n") for text in ("办", "“", "开门红", "”", "讲座")]
>>> edges("办“开门红”讲座", words, [])
[0, 1, 6, 8]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Any

from govreport.extract.characters import Marked, Word

__all__ = ["edges", "is_something", "of_pieces", "whole"]

# Who joins in stands behind these, whatever a dictionary makes of 同县.
_JOINING = re.compile("会同|联合|协同|联同|携手|配合")
# What stands in brackets alone adds to the word before.
_GLOSS = re.compile(r"\([^()]*\)")
# Our township is one word.
_OWN = re.compile("[我本](?:[省市州县区旗乡镇村局委]|街道|社区|会(?!同))")
# Longer ones hold statements of their own.
_QUOTED = re.compile(r"“[^“”]{1,40}”|《[^《》]{1,40}》|「[^「」]{1,40}」|\([^()]{1,20}\)")
# 县|旅游局: what a place stands before is the body there.
_PLACES = frozenset("省市州县区旗乡镇村街")
_OPENS_AND_SHUTS = {"“": "”", "《": "》", "「": "」", "(": ")"}
# What no slot begins or ends with.
_NOT_FIRST, _NOT_LAST = "、,;:。”》」)了", "、,;:。“《「("


def edges(told: str, words: Sequence[Word], ruled: Sequence[Marked]) -> list[int]:
    """Return the borders of the pieces in order, 0 and the length included.

    What the rules found has borders of its own: they know verbs that a dictionary joins with what follows.
    """
    ends = list(accumulate(len(word.text) for word in words))
    found = {0, len(told), *ends}
    found.update(place for one in ruled for place in (one.start, one.end) if 0 <= place <= len(told))
    for joining in _JOINING.finditer(told):
        found.update(joining.span())
    for (place, behind), end in zip(pairwise(words), ends, strict=False):
        if place.text in _PLACES and behind.tag != "v":
            found.discard(end)
    for one_word in (*_QUOTED.finditer(told), *_OWN.finditer(told)):
        found.difference_update(range(one_word.start() + 1, one_word.end()))
    return sorted(found)


def is_something(told: str, start: int, end: int) -> bool:
    """Whether a range can be a slot: a mark, a number, a gloss alone is none, and 会同 alone is nobody.

    >>> [is_something("乡镇(街道)会同", *one) for one in ((0, 6), (2, 6), (6, 8))]
    [True, False, False]
    """
    is_other = _JOINING.fullmatch(told, start, end) or _GLOSS.fullmatch(told, start, end)
    return any(map(str.isalpha, told[start:end])) and not is_other


def whole(told: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a range without the marks at its edges, and with the mark that shuts what opens in it.

    None where it holds half of a quotation.

    >>> whole("在“妇女之家”、广场", 1, 6), whole("在“妇女之家”、广场", 1, 8), whole("(耿村)", 1, 4)
    ((1, 7), (1, 7), (1, 3))
    """
    while start < end and told[start] in _NOT_FIRST:
        start += 1
    while start < end and (told[end - 1] in _NOT_LAST or _shuts_only(told, start, end)):
        end -= 1
    for opens, shuts in _OPENS_AND_SHUTS.items():
        more = told.count(opens, start, end) - told.count(shuts, start, end)
        if more == 1 and told[end : end + 1] == shuts:
            end += 1
        elif more:
            return None
    return (start, end) if start < end else None


def _shuts_only(told: str, start: int, end: int) -> bool:
    """Whether a range ends with a mark that shuts nothing in it."""
    opens = next((one for one, other in _OPENS_AND_SHUTS.items() if other == told[end - 1]), None)
    return opens is not None and told.count(opens, start, end) < told.count(told[end - 1], start, end)


def of_pieces(sums: Any, borders: Iterable[Sequence[int]]) -> tuple[Any, Any]:
    """Return what each piece of some statements scores to begin a slot, and to stand inside it.

    ``sums`` has a row for each character, with two columns for each slot: to begin it, to stand inside.

    >>> import numpy as np
    >>> begins, inside = of_pieces(np.array([[2, 0], [-9, 3], [1, -1]]), [[0, 2, 3]])
    >>> begins.ravel().tolist(), inside.ravel().tolist()
    ([5, 1], [3, -1])
    """
    import numpy as np

    starts: list[int] = []
    size = 0
    for own in borders:
        starts += [size + place for place in own[:-1]]
        size += own[-1]
    first, inside = sums[starts], np.add.reduceat(sums[:, 1::2], np.array(starts, dtype=np.intp), axis=0)
    return first[:, ::2] + inside - first[:, 1::2], inside
