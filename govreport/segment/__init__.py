"""From the normalized text to its outline: the tree of numbered sections, parts, title, unit and years.

>>> from govreport.read import from_text
>>> from govreport.normalize import normalize
>>> text = "2020年妇联工作总结\\n一、加强学习\\n今年组织学习。\\n二、走访慰问\\n慰问家庭。"
>>> outline = segment(normalize(from_text(text)))
>>> outline.title, outline.year, [(s.number, s.heading) for s in outline.sections]
('2020年妇联工作总结', 2020, [(1, '加强学习'), (2, '走访慰问')])
"""

from __future__ import annotations

from collections.abc import Sequence

from govreport.model import DuplicateBlock, NormalizedText, Outline
from govreport.segment.asides import find_asides, outside
from govreport.segment.copies import originals
from govreport.segment.genre import is_plan_only
from govreport.segment.headings import set_headings
from govreport.segment.leadins import find_lead_ins, in_a_plan
from govreport.segment.markers import find_candidates
from govreport.segment.outline import draw_outline
from govreport.segment.outlined import outlined_lines
from govreport.segment.reports import of_cover
from govreport.segment.runs import accepted
from govreport.segment.stretches import assign_parts
from govreport.segment.title import find_title
from govreport.segment.tree import build_tree, close_nodes
from govreport.segment.unit import find_unit, unit_names
from govreport.segment.years import find_years, years_of_plan

__all__ = ["segment"]


def segment(text: NormalizedText, duplicates: Sequence[DuplicateBlock] = ()) -> Outline:
    """Return the outline of one report. Any text has one; what is irregular becomes a Diagnostic."""
    asides = find_asides(text.text)
    found = [one for one in find_candidates(text.text) if outside(asides, one.start)]
    # 第一篇：… above the only report is its cover, and no section that holds all others.
    markers = accepted([one for one in found if of_cover(text.text, one.start) is None])
    title = find_title(text.text, markers[0].start if markers else None, asides)
    told = find_years(text.text, title, markers[0].start if markers else len(text.text), asides)
    plan_only = title is not None and is_plan_only(text.text[slice(*title)])
    reported = None if plan_only else told[0]
    lead_ins = find_lead_ins(text.text, markers, title[1] if title else 0, reported)
    lead_ins = [lead for lead in lead_ins if outside(asides, lead.start)]
    lead_ins = in_a_plan(text.text, lead_ins) if plan_only else lead_ins
    breaks = [lead.start for lead in lead_ins if lead.ends]
    outlined = outlined_lines(text)
    nodes = build_tree(markers, breaks, outlined)
    close_nodes(nodes, breaks, len(text.text))
    unit = find_unit(text.text, title, markers[0].start if markers else None, asides)
    names = unit_names(text.text[slice(*unit)]) if unit else ()
    decisions = set_headings(text.text, nodes, names, outlined)
    copies = originals(text, nodes, duplicates)
    parts = assign_parts(text, nodes, lead_ins, copies, title, reported)
    told = told if told != (None, None) else years_of_plan(text.text, parts)
    return draw_outline(text, nodes, decisions, copies, lead_ins, parts, title, unit, told, asides)
