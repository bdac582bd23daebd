"""How many reports share how much of their text with others: tenths of the share, and none at all by itself.

>>> [bar.reports for bar in histogram([0.0, 0.02, 0.1, 1.0])]
[1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 1]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

__all__ = ["Bar", "histogram"]

_BARS = 10


class Bar(NamedTuple):
    """Reports whose share is ``low`` at least and below ``high``; ``height`` is 100 for the highest bar."""

    low: float
    high: float
    reports: int
    height: float


def histogram(shares: Iterable[float]) -> tuple[Bar, ...]:
    """Return a bar for no share at all and one for each tenth; the last one holds the whole text as well."""
    counts = Counter(_bar_of(share) for share in shares)
    highest = max(counts.values(), default=1)
    return tuple(
        Bar(*_ends(number), counts[number], round(100 * counts[number] / highest, 1))
        for number in range(_BARS + 1)
    )


def _bar_of(share: float) -> int:
    return 0 if share <= 0 else 1 + min(_BARS - 1, int(share * _BARS))


def _ends(number: int) -> tuple[float, float]:
    return ((number - 1) / _BARS, number / _BARS) if number else (0.0, 0.0)
