"""The figures of each sentence of a report, found once for all rules that compare them."""

from __future__ import annotations

from functools import lru_cache

from govreport.text.quantities import FoundQuantity, quantities
from govreport.text.sentences import sentences

__all__ = ["sentence_figures"]


@lru_cache(1)
def sentence_figures(text: str) -> tuple[tuple[FoundQuantity, ...], ...]:
    """Return the figures of each sentence of a normalized view that has any; those of one text are kept.

    >>> [[one.text for one in figures] for figures in sentence_figures("办班3期。走访。慰问5户,发放7份。")]
    [['3期'], ['5户', '7份']]
    """
    found = (tuple(quantities(text, start, end)) for start, end in sentences(text, 0, len(text)))
    return tuple(filter(None, found))
