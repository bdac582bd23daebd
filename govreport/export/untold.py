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

__all__ = ["untold_counts", "untold_lines", "untold_of_all", "untold_rules"]


def untold_lines(reasons: Iterable[str], lang: str) -> list[str]:
    """Return a sentence for each reason why some rules tell nothing of one report."""
    return [label("page", "untold", lang).format(**_parts(reason, lang)) for reason in reasons]


def untold_of_all(comparison: Comparison, total: int, lang: str) -> list[str]:
    """Return a sentence for each reason, with of how many of the ``total`` reports of an audit it holds."""
    sentence = label("page", "untold_of", lang)
    return [
        sentence.format(n=number, total=total, **_parts(reason, lang))
        for reason, number in untold_counts(comparison).items()
    ]


def untold_counts(comparison: Comparison) -> dict[str, int]:
    """Return of how many reports each reason holds, without those that hold of none."""
    counts = Counter(reason for reasons in comparison.untold.values() for reason in reasons)
    return {reason: counts[reason] for reason in UNTOLD if counts[reason]}


def untold_rules(reason: str, lang: str) -> str:
    """Return the names of the rules that tell nothing for that reason."""
    quoted = (label("page", "quoted", lang).format(label("code", code, lang)) for code in UNTOLD[reason])
    return label("page", "list", lang).join(quoted)


def _parts(reason: str, lang: str) -> dict[str, str]:
    return {"why": label("untold", reason, lang), "rules": untold_rules(reason, lang)}
