"""From drafts in normalized offsets to the outline that users hold, in raw spans."""

from __future__ import annotations

from govreport.model import Alternative, Aside, LeadIn, NormalizedText, Outline, Part, Section, Span, trimmed
from govreport.segment.asides import DraftAside
from govreport.segment.boundary import Boundary
from govreport.segment.leadins import DraftLeadIn
from govreport.segment.numbers import find_irregular
from govreport.segment.stretches import Stretch
from govreport.segment.tree import Node


def draw_outline(
    text: NormalizedText,
    nodes: list[Node],
    decisions: list[Boundary | None],
    copies: dict[int, int],
    lead_ins: list[DraftLeadIn],
    parts: list[Stretch],
    title: tuple[int, int] | None,
    unit: tuple[int, int] | None,
    told: tuple[int | None, int | None],
    asides: list[DraftAside],
) -> Outline:
    """Return the finished outline; ``told`` are the year reported on and the one planned for."""
    sections = tuple(_section(text, nodes, i, decisions[i], copies.get(i)) for i in range(len(nodes)))
    year, plan_year = told
    if not any(name == "plan" for name, _, _ in parts):
        plan_year = None
    lead_ins = [lead for lead in lead_ins if lead.ends]
    breaks = [text.raw(lead.start, lead.end).start for lead in lead_ins]
    return Outline(
        sections=sections,
        parts=tuple(Part(n, text.raw(a, b), plan_year if n == "plan" else year) for n, a, b in parts),
        lead_ins=tuple(LeadIn(text.raw(lead.start, lead.end), lead.part) for lead in lead_ins),
        title=text.quote(text.raw(*title)) if title else None,
        title_span=text.raw(*title) if title else None,
        unit=text.quote(text.raw(*unit)) if unit else None,
        year=year,
        plan_year=plan_year,
        script=text.script,
        asides=_asides(text, asides),
        diagnostics=tuple(find_irregular(sections, breaks, text.document.text)),
    )


def _asides(text: NormalizedText, asides: list[DraftAside]) -> tuple[Aside, ...]:
    """What was found here, and what the normalized view left out."""
    found = [Aside(text.raw(one.start, one.end), one.kind) for one in asides]
    return tuple(sorted([*found, *(Aside(*one) for one in text.left_out)]))


def _section(
    text: NormalizedText, nodes: list[Node], index: int, decision: Boundary | None, copy: int | None
) -> Section:
    node, raw = nodes[index], text.document.text
    whole = text.raw(node.marker.start, node.end)
    span = trimmed(raw, whole.start, whole.end)
    marker = text.raw(node.marker.start, node.marker.end)
    heading = None if node.heading_end is None else text.raw(node.marker.start, node.heading_end)
    body_start = heading.end if heading else marker.end
    return Section.cut(
        raw,
        id=index,
        number=node.marker.number,
        marker_span=marker,
        heading_span=heading,
        level=node.level,
        part=node.part,
        body_span=_body(raw, body_start, span.end),
        span=span,
        path=_path(nodes, index),
        parent=node.parent,
        children=tuple(node.children),
        inline=node.marker.inline,
        duplicate_of=copy,
        alternatives=_alternatives(text, decision),
        heading_probability=None if decision is None else decision.probability,
    )


def _body(raw: str, start: int, end: int) -> Span:
    """The body begins after the heading's closing mark and white space."""
    while start < end and (raw[start].isspace() or raw[start] in "。：:"):
        start += 1
    return Span(start, max(start, end))


def _path(nodes: list[Node], index: int) -> tuple[int | None, ...]:
    path: list[int | None] = []
    here: int | None = index
    while here is not None:
        path.append(nodes[here].marker.number)
        here = nodes[here].parent
    return tuple(reversed(path))


def _alternatives(text: NormalizedText, decision: Boundary | None) -> tuple[Alternative, ...]:
    if decision is None:
        return ()
    return tuple(
        Alternative(text.map.ends[end - 1], chance) for end, chance in decision.alternatives if end > 0
    )
