"""Offices: those that somebody takes up for a task, and those that stand before a name.

>>> told = "由副镇长沈玉珍任组长"
>>> [told[start:end] for start, end in find_posts(told, 0, len(told), [(4, 7)])]
['副镇长', '组长']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreport.extract.cues import cue, matches_of
from govreport.extract.pieces import whole

__all__ = ["find_posts"]

# So far before a name its office begins.
_LONGEST = 16


def find_posts(text: str, start: int, end: int, persons: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges of the offices in a statement, in their order; ``persons`` are the names in it."""
    found = {*_taken(text, start, end), *_before_names(text, start, persons)}
    return sorted(found)


def _taken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in matches_of(text, start, end, "slot", "post"):
        for name, words in match.groupdict().items():
            kept = whole(text, *match.span(name)) if words else None
            if kept:
                yield kept


def _before_names(text: str, start: int, persons: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, _ in persons:
        # A pattern that ends at the name has to be told where that is.
        match = cue("slot", "post_before").search(text, max(start, first - _LONGEST), first)
        if match:
            yield match.span()
