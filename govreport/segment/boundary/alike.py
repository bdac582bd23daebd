"""A list of short headings that no item shows by itself, but all together: 建会入会全年…, 困难帮扶两节….

Each item alone looks like a sentence. Where all of them may have a heading of the same length, and in most
it is far ahead of any other, the list has headings: the sentences of a list open in many ways.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from govreport.segment.boundary.candidates import Run, patterns
from govreport.segment.boundary.decision import Boundary

__all__ = ["built_alike"]

# So many items make a list; in this share of it the place is so many times as probable as any other.
_RUNS, _SHARE, _AHEAD = 3, 0.5, 2.0
# The mean probability of the place is at least this; so long are such headings.
_LEAST, _SHORTEST, _LONGEST = 0.005, 3, 8


def built_alike(runs: Sequence[Run], found: Sequence[Boundary]) -> list[Boundary]:
    """Return the decisions; the items of a list of equally long headings have theirs."""
    decided = list(found)
    lists: defaultdict[str, list[int]] = defaultdict(list)
    for place, run in enumerate(runs):
        lists[run.style].append(place)
    for places in lists.values():
        at = _same_place([_ends(runs[place], found[place]) for place in places])
        bare = [place for place in places if found[place].end is None]
        if at is not None:
            for place in bare:
                decided[place] = _with_end(found[place], runs[place].start + at)
    return decided


def _ends(run: Run, found: Boundary) -> dict[int, float]:
    """Return the short headings that a run may have by their length, with their probability.

    Where one is decided on, no other is.
    """
    own = found.alternatives if found.end is None else ((found.end, found.probability),)
    return {
        end - run.start: chance
        for end, chance in own
        if _SHORTEST <= end - run.start <= _LONGEST and not _opens_body(run.text[: end - run.start])
    }


def _opens_body(words: str) -> bool:
    """Whether words are no heading: they name who acts, when or where, or tell what was done or must be."""
    return any(patterns()[name].search(words) for name in ("actor", "adverbial", "told", "due", "counted"))


def _same_place(ends: Sequence[dict[int, float]]) -> int | None:
    """Return the one length that all headings of a list may have, where it is the best of most of them."""
    if len(ends) < _RUNS:
        return None
    means = {
        at: math.prod(one[at] for one in ends) ** (1 / len(ends))
        for at in ends[0]
        if all(at in one for one in ends)
    }
    best = max(means, key=lambda at: means[at], default=None)
    if best is None or means[best] < _LEAST:
        return None
    clear = sum(one[best] >= _AHEAD * max([0.0, *(one[at] for at in one if at != best)]) for one in ends)
    return best if clear >= _SHARE * len(ends) else None


def _with_end(found: Boundary, end: int) -> Boundary:
    """Return the decision for a heading; it is as doubtful as it was that there is none."""
    others = tuple(other for other in found.alternatives if other[0] != end)
    return replace(found, end=end, probability=round(max(0.5, 1 - found.probability), 4), alternatives=others)
