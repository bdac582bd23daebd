"""Where a slot may begin and end in a statement: between words, and never within a short quotation.

>>> words = [Word(text, "n") for text in ("办", "“", "开门红", "”", "讲座")]
>>> edges("办“开门红”讲座", words, [])
[0, 1, 6, 8]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise

from govreport.extract.characters import Marked, Word

__all__ = ["edges", "is_something", "of_pieces"]

# Who joins in stands behind these, whatever a dictionary makes of 同县.
_JOINING = re.compile("会同|联合|协同|联同|携手|配合")
# Our township is one word.
_OWN = re.compile("[我本](?:[省市州县区旗乡镇村局委]|街道|社区|会(?!同))")
# Longer ones hold statements of their own.
_QUOTED = re.compile("“[^“”]{1,40}”|《[^《》]{1,40}》|「[^「」]{1,40}」")


def edges(told: str, words: Sequence[Word], ruled: Sequence[Marked]) -> list[int]:
    """Return the borders of the pieces in order, 0 and the length included.

    What the rules found has borders of its own: they know verbs that a dictionary joins with what follows.
    """
    found = {0, len(told), *accumulate(len(word.text) for word in words)}
    found.update(place for one in ruled for place in (one.start, one.end) if 0 <= place <= len(told))
    for joining in _JOINING.finditer(told):
        found.update(joining.span())
    for whole in (*_QUOTED.finditer(told), *_OWN.finditer(told)):
        found.difference_update(range(whole.start() + 1, whole.end()))
    return sorted(found)


def is_something(told: str, start: int, end: int) -> bool:
    """Whether a range can be a slot: a mark alone is none, and 会同 alone is nobody."""
    return any(map(str.isalnum, told[start:end])) and not _JOINING.fullmatch(told, start, end)


def of_pieces(
    begins: Sequence[float], inside: Sequence[float], borders: Sequence[int]
) -> tuple[list[float], list[float]]:
    """Return what each piece scores to begin a slot and to stand inside, given this of its characters.

    >>> of_pieces([2, -9, 1], [0, 3, -1], [0, 2, 3])
    ([5, 1], [3, -1])
    """
    rests = [sum(inside[start + 1 : end]) for start, end in pairwise(borders)]
    starts = borders[:-1]
    return (
        [begins[start] + rest for start, rest in zip(starts, rests, strict=True)],
        [inside[start] + rest for start, rest in zip(starts, rests, strict=True)],
    )
