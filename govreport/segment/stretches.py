"""Which part each section stands in, and the stretches of the report that belong to one part."""

from __future__ import annotations

from govreport.model import NormalizedText
from govreport.segment.genre import is_plan_only
from govreport.segment.leadins import DraftLeadIn
from govreport.segment.lines import next_content, strip_end
from govreport.segment.parts import part_of_heading
from govreport.segment.tree import Node

Stretch = tuple[str, int, int]


def assign_parts(
    text: NormalizedText,
    nodes: list[Node],
    lead_ins: list[DraftLeadIn],
    copies: dict[int, int],
    title: tuple[int, int] | None,
    year: int | None = None,
) -> list[Stretch]:
    """Fill ``part`` of every node; return the stretches (part, start, end) in reading order.

    ``year`` is the one reported on, None where it is unknown or the report is a plan.
    """
    switches = _switches(text.text, nodes, lead_ins, copies, title, year)
    return _stretches(text.text, switches, title[1] if title else 0)


def _switches(
    text: str,
    nodes: list[Node],
    lead_ins: list[DraftLeadIn],
    copies: dict[int, int],
    title: tuple[int, int] | None,
    year: int | None,
) -> list[tuple[int, str]]:
    """Walk lead-ins and sections in reading order; a heading below level 1 governs its own section only."""
    base = "plan" if title and is_plan_only(text[slice(*title)]) else "retrospective"
    part, switches = base, []
    # Without numbers, or with several above the first one, lead-ins are the headings of parts themselves.
    above = [lead.part for lead in lead_ins if not nodes or lead.start < nodes[0].marker.start]
    own_headings = not nodes or len(set(above)) > 1
    begin = next_content(text, title[1] if title else 0)
    events: list[tuple[int, int, DraftLeadIn | int]] = [(lead.start, 0, lead) for lead in lead_ins]
    events += [(node.marker.start, 1, index) for index, node in enumerate(nodes)]
    for position, _, event in sorted(events, key=lambda item: item[:2]):
        if isinstance(event, DraftLeadIn):
            # Causes within a section are told of the wants there: what comes behind it is told as before.
            part = event.part if event.ends else part
            # The sentence with which a report begins is its opening, even where it leads to the first list.
            switches += [(position, event.part)] if own_headings or position > begin else []
            continue
        node = nodes[event]
        own = _own_part(text, nodes, node, copies.get(event), year)
        if own == "requirements" and part == "retrospective":
            # Before any plan 组织领导 tells what was done.
            own = None
        node.part = own or (nodes[node.parent].part if node.parent is not None else part)
        if own and node.parent is None:
            part = own
        switches.append((position, node.part))
    return switches


def _own_part(text: str, nodes: list[Node], node: Node, original: int | None, year: int | None) -> str | None:
    """A copy stands in the part of its original; else a heading may name a part."""
    if original is not None and node.parent is None:
        return nodes[original].part
    if node.heading_end is None:
        return None
    return part_of_heading(text[node.marker.end : node.heading_end], year)


def _stretches(text: str, switches: list[tuple[int, str]], start: int) -> list[Stretch]:
    merged: list[tuple[int, str]] = []
    begin = next_content(text, start)
    if not switches or begin < switches[0][0]:
        merged.append((begin, "opening"))
    for position, part in switches:
        if not merged or merged[-1][1] != part:
            merged.append((position, part))
    ends = [position for position, _ in merged[1:]] + [len(text)]
    trimmed = [(part, a, strip_end(text, a, b)) for (a, part), b in zip(merged, ends, strict=True)]
    return [(part, a, b) for part, a, b in trimmed if a < b]
