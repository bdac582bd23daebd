"""Line ends that only wrap the text at a fixed width, as files that were pages once have them.

In such a file most long lines have one width; a line of that width that ends without a mark goes on in the
next. Reports whose paragraphs are lines are left alone: their lines have all lengths.

>>> page = "一年来镇妇联走村入户开展调查研究摸清了\\n底数。" * 10
>>> "\\n" in "".join(c for _, c in without_wraps(list(enumerate(page)), page))
False
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

__all__ = ["without_wraps"]

Kept = list[tuple[int, str]]

# Lines of at least half a line of print count; widths are in Chinese characters.
_NARROWEST, _WIDEST = 18, 60
_LEAST_LINES = 8
_SHARE = 0.5
_SLACK = 3
_MOST_WIDER = 0.4
_FIRST_WIDE = "\u2e80"
_ENDS_LINE = "。;:!?\n"


def without_wraps(kept: Kept, raw: str) -> Kept:
    """Return the ``(raw index, folded character)`` pairs without the line ends that only wrap ``raw``."""
    ends = [place for place, (_, character) in enumerate(kept) if character == "\n"]
    lines = [kept[start:end] for start, end in pairwise([0, *ends, len(kept)])]
    widths = [_width(line, raw) for line in lines]
    width = _usual_width(widths)
    if width is None:
        return kept
    full = {
        end: _last(line) for end, line, own in zip(ends, lines, widths, strict=False) if own >= width - _SLACK
    }
    drop = {end for end, last in full.items() if last not in _ENDS_LINE}
    # Where sentences of like length are paragraphs, most lines close with a mark; the few others are titles.
    if len(drop) < _SHARE * len(full):
        return kept
    return [pair for place, pair in enumerate(kept) if place not in drop]


def _width(line: Kept, raw: str) -> float:
    """Return the width in Chinese characters as it was printed: Latin letters and digits take half."""
    return sum(1.0 if raw[index] >= _FIRST_WIDE else 0.5 for index, character in line if character != "\n")


def _last(line: Kept) -> str:
    return next((character for _, character in reversed(line) if character != " "), "\n")


def _usual_width(widths: list[float]) -> int | None:
    """Return the width of the lines, where half of the long ones share it and few are wider."""
    counts = Counter(round(width) for width in widths if width >= _NARROWEST)
    total = counts.total()
    if total < _LEAST_LINES:
        return None
    shares = {width: _within(counts, width) for width in counts if width <= _WIDEST}
    best = max(shares, key=lambda width: (shares[width], -width), default=None)
    if best is None or shares[best] < _SHARE * total:
        return None
    wider = sum(number for width, number in counts.items() if width > best)
    return best if wider <= _MOST_WIDER * total else None


def _within(counts: Counter[int], width: int) -> int:
    return sum(counts[width - step] for step in range(_SLACK + 1))
