"""Bodies that a report opens with the same label: 研究内容:… behind each heading of a list.

Such a label tells where each of these headings ends, whatever their words.

>>> names = "港口系统", "桥梁监测", "电池组"
>>> runs = [Found(f"{name}研究内容:研究安全", list(range(3, 10)), "") for name in names]
>>> [list(one.offsets) for one in before_labels(runs)]
[[4], [4], [3]]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from govreport.segment.boundary.candidates import Found

__all__ = ["before_labels"]

# So many runs make a label one, and half of those of their style. Shorter ones end headings that have a colon
# themselves: 建到家门口:帮好身边人.
_RUNS = 3
_LABEL = re.compile("[\u4e00-\u9fff]{4,8}:")
# Behind a comma a label goes on with the sentence: …管委会,联系电话:.
_LISTED = re.compile("[,、][\u4e00-\u9fff]{2,8}$")
_STOP = re.compile("[。;!?\\n]")


def before_labels(found: Sequence[Found]) -> list[Found]:
    """Return the runs; those that hold a label of several end before it and nowhere else."""
    places = [_places(one) for one in found]
    styles = Counter(one.style for one in found)
    counts = Counter(
        (one.style, label) for one, labels in zip(found, places, strict=True) for label in labels
    )
    shared = {
        label: number
        for (style, label), number in counts.items()
        if number >= _RUNS and number * 2 >= styles[style]
    }
    if not shared:
        return list(found)
    return [
        one._replace(offsets=[_place(labels, shared)], labelled=True)
        if shared.keys() & labels.keys()
        else one
        for one, labels in zip(found, places, strict=True)
    ]


def _place(labels: dict[str, int], shared: dict[str, int]) -> int:
    """Return where the label of most runs stands, the longest where several are alike."""
    best = max(shared.keys() & labels.keys(), key=lambda label: (shared[label], len(label)))
    return labels[best]


def _places(found: Found) -> dict[str, int]:
    """Return the labels of a run's first sentence by the offset that each stands at, where a heading may end.

    Characters before a label may be its own or the heading's: each way to part them is one.
    """
    colon = found.run.find(":")
    stop = _STOP.search(found.run)
    if colon < 0 or (stop is not None and stop.start() < colon) or _LISTED.search(found.run[:colon]):
        return {}
    return {
        found.run[offset : colon + 1]: offset
        for offset in found.offsets
        if _LABEL.fullmatch(found.run[offset : colon + 1])
    }
