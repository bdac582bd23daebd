"""Short headings that a whole list sets off by the same mark: 组织建设:…, 维权服务:…, or by a blank.

Few reports set their headings so, so that the weights know little of it; that each item of the list has
its mark at such a place says enough.

>>> items = "组织建设:完成9个村妇联改选", "维权服务:接访16次,调解12起"
>>> [one.offsets for one in at_marks([Found(item, [4, 6], "cjk") for item in items])]
[[4], [4]]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from govreport.segment.boundary.candidates import Found, patterns

__all__ = ["at_marks"]

# So many runs make a list, and this share of it has the mark.
_RUNS, _SHARE = 2, 0.75
# A longer heading is left to the weights, and so is one whose sentence ends soon: 家教:从讲到伴。
_HEADING = re.compile("([\u4e00-\u9fff“”、]{2,12})([: 。])(?=[\u4e00-\u9fff“0-9])")
_SENTENCE = re.compile("[^。;!?\\n]*")
_SHORT_SENTENCE, _SHORTEST_BODY = 8, 4


def at_marks(found: Sequence[Found]) -> list[Found]:
    """Return the runs; those of a list whose headings are set off end at the mark and nowhere else."""
    places = [_mark(one.run) for one in found]
    lists: defaultdict[str, list[str]] = defaultdict(list)
    for one, place in zip(found, places, strict=True):
        lists[one.style].append(place[1] if place else "")
    marks = {style: mark for style, own in lists.items() for mark in ": 。" if _is_most(own, mark)}
    return [
        one._replace(offsets=[place[0]], labelled=True) if place and marks.get(one.style) == place[1] else one
        for one, place in zip(found, places, strict=True)
    ]


def _is_most(own: list[str], mark: str) -> bool:
    return own.count(mark) >= max(_RUNS, _SHARE * len(own))


def _mark(run: str) -> tuple[int, str] | None:
    """Return where a few words end before the mark that sets them off, and the mark."""
    match = _HEADING.match(run)
    if match is None or any(patterns()[name].search(match[1]) for name in ("told", "due", "announces")):
        return None
    sentence = _SENTENCE.match(run, match.end())
    shortest = _SHORTEST_BODY if match[2] == "。" else _SHORT_SENTENCE
    if sentence is None or len(sentence[0]) < shortest:
        return None
    return len(match[1]), match[2]
