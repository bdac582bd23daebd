"""Line ends that only wrap the text at a fixed width, as files that were pages once have them.

In such a file most long lines have one width; a line of that width that ends without a mark goes on in the
next. Reports whose paragraphs are lines are left alone: their lines have all lengths.

>>> page = "一年来镇妇联走村入户开展调查研究摸清了\\n底数。" * 10
>>> "\\n" in "".join(c for _, c in without_wraps(list(enumerate(page))))
False
"""

from __future__ import annotations

from collections import Counter

__all__ = ["without_wraps"]

Kept = list[tuple[int, str]]

# Lines of at least half a line of print count; widths are in Chinese characters.
_NARROWEST, _WIDEST = 18, 60
_LEAST_LINES = 8
_SHARE = 0.5
_SLACK = 3
_MOST_WIDER = 0.2
_FIRST_WIDE = "\u2e80"
_ENDS_LINE = "。;:!?\n"


def without_wraps(kept: Kept) -> Kept:
    """Return the ``(raw index, folded character)`` pairs without the line ends that only wrap."""
    lines = "".join(character for _, character in kept).split("\n")
    widths = [_width(line) for line in lines]
    width = _usual_width(widths)
    if width is None:
        return kept
    drop, position = set(), 0
    for line, own in zip(lines[:-1], widths, strict=False):
        position += len(line)
        if own >= width - _SLACK and line.rstrip()[-1:] not in _ENDS_LINE:
            drop.add(position)
        position += 1
    return [pair for index, pair in enumerate(kept) if index not in drop]


def _width(line: str) -> float:
    """Return the width in Chinese characters: Latin letters and digits take half."""
    return sum(1.0 if character >= _FIRST_WIDE else 0.5 for character in line.rstrip())


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
