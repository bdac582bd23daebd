"""Sentences on rules that could tell nothing: silence for want of other texts is no finding of nothing.

>>> untold_lines(("alone",), "en")
['Nothing is told of “Passage that stands in another document”, “Name of another unit or place”: there is no \
other text to compare with.']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from govreport.export.labels import label
from govreport.model import UNTOLD, Comparison

__all__ = ["untold_lines", "untold_of_all"]


def untold_lines(reasons: Iterable[str], lang: str) -> list[str]:
    """Return a sentence for each reason why some rules tell nothing of one report."""
    return [label("page", "untold", lang).format(**_parts(reason, lang)) for reason in reasons]


def untold_of_all(comparison: Comparison, total: int, lang: str) -> list[str]:
    """Return a sentence for each reason, with of how many of the ``total`` reports of an audit it holds."""
    counts = Counter(reason for reasons in comparison.untold.values() for reason in reasons)
    sentence = label("page", "untold_of", lang)
    return [
        sentence.format(n=counts[reason], total=total, **_parts(reason, lang))
        for reason in UNTOLD
        if counts[reason]
    ]


def _parts(reason: str, lang: str) -> dict[str, str]:
    quoted = (label("page", "quoted", lang).format(label("code", code, lang)) for code in UNTOLD[reason])
    return {"why": label("untold", reason, lang), "rules": label("page", "list", lang).join(quoted)}
