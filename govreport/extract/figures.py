"""Which figures of a statement tell how much: not where, not how long it took, not from what it rose.

>>> text = "在12个村用三天发放资料500份,使用率由31%升至78%"
>>> [figure.text for figure in told_figures(text, 0, len(text))]
['500份', '78%']
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from govreport.extract.cues import cue
from govreport.text.quantities import FoundQuantity, quantities

__all__ = ["told_figures"]

_QUOTED = 14
_BEFORE = 20
# The longest name in 《》 or phrase in “” that is looked for.
_PAIRS = {"“": "”", "《": "》"}


def told_figures(text: str, start: int, end: int) -> Iterator[FoundQuantity]:
    """Yield the figures in ``[start, end)`` of the normalized view that tell how much was or will be done."""
    found = [figure for figure in quantities(text, start, end) if not _in_a_name(text, figure, start)]
    for figure, behind in zip_longest(found, found[1:]):
        if behind is None or not _leads_up(text, start, figure, behind):
            yield figure


def _in_a_name(text: str, figure: FoundQuantity, start: int) -> bool:
    """“最多跑一次”, 《山歌三百首》: a figure in a name or a quoted word counts nothing."""
    for opening, closing in _PAIRS.items():
        at = text.rfind(opening, max(start, figure.start - _QUOTED), figure.start)
        if at >= 0 and text.find(closing, at, figure.start) < 0:
            shut = text.find(closing, figure.end, figure.end + _QUOTED)
            if shut >= 0 and text.find(opening, figure.end, shut) < 0:
                return True
    return False


def _leads_up(text: str, start: int, figure: FoundQuantity, behind: FoundQuantity) -> bool:
    """How much stands behind: this one tells where, of how many sorts, how long, or what it was before.

    在12个村, 三个时节, 三天, 由31%升至78%.
    """
    between = text[figure.end : behind.start]
    if not between or cue("figure", "clause_end").search(between):
        return False
    before = text[max(start, figure.start - _BEFORE) : figure.start]
    if cue("figure", "base").search(before) and cue("figure", "rises").search(between):
        return True
    if not cue("figure", "of_a_noun").match(between):
        return False
    lasts = cue("figure", "lasts").search(figure.text)
    in_words = not any(character.isdigit() for character in figure.text)
    return bool(lasts or in_words or cue("figure", "place").search(before))
