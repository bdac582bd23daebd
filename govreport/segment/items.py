"""Items that are a short sentence and only look like headings: 1.办好学习班。2.办好招聘会。"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from govreport.segment.tree import Node

__all__ = ["bare_sentences"]


def bare_sentences(text: str, nodes: list[Node]) -> Iterator[int]:
    """Yield the items that end with their full stop, of lists in which none has a heading and a body.

    One such among headings with bodies is a heading that lacks its own.
    """
    for own in _lists(nodes):
        headed = [index for index in own if nodes[index].heading_end is not None]
        if len(own) > 1 and all(_is_bare(text, nodes[index]) for index in headed):
            yield from headed


def _lists(nodes: list[Node]) -> Iterator[list[int]]:
    """Yield the items of each list; a 1 begins the next one."""
    lists: dict[tuple[int | None, str], list[list[int]]] = defaultdict(list)
    for index, node in enumerate(nodes):
        if not node.marker.inline:
            own = lists[node.parent, node.marker.style]
            if not own or node.marker.number == 1:
                own.append([])
            own[-1].append(index)
    yield from chain.from_iterable(lists.values())


def _is_bare(text: str, node: Node) -> bool:
    """Whether nothing but a full stop stands behind the heading of a node."""
    return node.heading_end is not None and text[node.heading_end : node.end].strip() == "。"
