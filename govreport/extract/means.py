"""By what means an act is done: a way, a medium, a place that it rests on, and not the day that is used.

>>> told = "采取分片包户的办法,利用村广播宣传政策,利用重阳节开展慰问"
>>> [told[start:end] for start, end in find_means(told, 0, len(told))]
['分片包户的办法', '村广播']
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.extract.cues import cue, matches_of
from govreport.extract.pieces import whole

__all__ = ["find_means"]


def find_means(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the means in a statement."""
    for match in matches_of(text, start, end, "slot", "method"):
        kept = whole(text, *match.span(match.lastgroup or 0))
        if kept and not cue("slot", "no_means").search(text[slice(*kept)]):
            yield kept
