"""From accepted markers to nested drafts: levels by the order in which styles open.

>>> from govreport.segment.markers import find_candidates
>>> text = "(一)甲\\n1.乙\\n2.丙\\n(二)丁"
>>> [(node.marker.number, node.level, node.parent) for node in build_tree(find_candidates(text), [])]
[(1, 1, None), (1, 2, 0), (2, 2, 0), (2, 1, None)]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field

from govreport.segment.marker import Marker
from govreport.segment.nesting import Nesting, find_nesting
from govreport.segment.outlined import OutlinedLine

# From this number on brackets that go on counting the outer list are no list of their own.
_SURE = 4
_NONE: Mapping[int, OutlinedLine] = {}


@dataclass(slots=True)
class Node:
    """A section while it is built; offsets are normalized, ``outline`` is the level the file gives it."""

    marker: Marker
    level: int
    parent: int | None
    outline: int | None = None
    end: int = 0
    heading_end: int | None = None
    part: str = "opening"
    children: list[int] = field(default_factory=list)


def build_tree(
    markers: list[Marker], breaks: list[int], outlined: Mapping[int, OutlinedLine] = _NONE
) -> list[Node]:
    """Return one node per marker; at each of ``breaks`` (lead-ins of the whole report) all levels close.

    ``outlined`` are the headings of the file's own outline: their levels go before what numbers tell.
    """
    nodes: list[Node] = []
    stack: list[int] = []
    previous = 0
    within = find_nesting(markers)
    counted: dict[str, int] = {}
    for index, marker in enumerate(markers):
        if bisect_right(breaks, marker.start) > bisect_right(breaks, previous):
            stack = []
        previous = marker.start
        line = outlined.get(marker.start)
        outline = line.level if line else None
        above = _parents(nodes, stack, marker, within, counted.get(marker.style, 0))
        counted[marker.style] = marker.number or 0
        if outline is not None:
            stack = _outlined(nodes, stack, above, outline)
        else:
            below = _below_heading(nodes, stack, marker)
            stack = above if below is None else below
        parent = stack[-1] if stack else None
        nodes.append(Node(marker, len(stack) + 1, parent, outline))
        if parent is not None:
            nodes[parent].children.append(index)
        stack.append(index)
    return nodes


def _parents(nodes: list[Node], stack: list[int], marker: Marker, within: Nesting, before: int) -> list[int]:
    """Return the open sections that the new marker lies in; ``before`` is the last number of its style.

    Numbers that run on through the lists of several sections go on counting those, not what holds them.
    """
    for depth, index in enumerate(stack):
        if nodes[index].marker.style == marker.style:
            return stack[:depth]
    if not marker.inline:
        stack = [index for index in stack if not nodes[index].marker.inline]
        for depth in range(len(stack) - 1, -1, -1):
            if before + 1 != marker.number and _goes_on(nodes[stack[depth]].marker, marker):
                return stack[:depth]
        held = [depth for depth, index in enumerate(stack) if within.holds(nodes[index].marker, marker)]
        return stack[: held[-1] + 1] if held else []
    return [index for index in stack if not nodes[index].marker.inline]


def _below_heading(nodes: list[Node], stack: list[int], marker: Marker) -> list[int] | None:
    """Return the open sections of an item of a list that has the style of the number of a heading above it.

    It begins with 1 below the heading, or goes on beside an item there; None where it is no such item.
    """
    alike = [depth for depth, index in enumerate(stack) if nodes[index].marker.style == marker.style]
    if not alike or nodes[stack[alike[0]]].outline is None:
        return None
    if nodes[stack[alike[-1]]].outline is None:
        return stack[: alike[-1]]
    return [index for index in stack if not nodes[index].marker.inline] if marker.number == 1 else None


def _outlined(nodes: list[Node], stack: list[int], above: list[int], outline: int) -> list[int]:
    """Return the open sections that a heading of an outline level lies in: those of higher levels, and of
    those without one those that the numbers leave open.
    """
    levels = [(index, nodes[index].outline) for index in stack]
    return [index for index, level in levels if (index in above if level is None else level < outline)]


def _goes_on(before: Marker, marker: Marker) -> bool:
    """Mixed numbering: 一、 and then 2、 go on counting, at a line start and in neighbouring styles."""
    if before.number is None or marker.number is None or not marker.at_line_start:
        return False
    families = {before.style, marker.style}
    same_family = families == {"cjk", "digit"} or (
        families == {"cjk", "bracketed-cjk"} and marker.number >= _SURE
    )
    return same_family and marker.number == before.number + 1 and marker.number > 1


def close_nodes(nodes: list[Node], breaks: list[int], end: int) -> None:
    """Set where each node ends: at the next node of its level or above, at a break, or at ``end``."""
    open_nodes: list[Node] = []
    borders = sorted(
        [(node.marker.start, 1, node) for node in nodes] + [(b, 0, None) for b in breaks], key=_order
    )
    for position, _, node in borders:
        while open_nodes and (node is None or open_nodes[-1].level >= node.level):
            open_nodes.pop().end = position
        if node is not None:
            open_nodes.append(node)
    for node in open_nodes:
        node.end = end


def _order(border: tuple[int, int, Node | None]) -> tuple[int, int]:
    return border[0], border[1]
