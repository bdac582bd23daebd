"""Parts announced within a line: 还存在一些不足:一是…, or where a sentence turns to what is lacking."""

from __future__ import annotations

import re

from govreport.segment.leadins.draft import LOOK_BACK, DraftLeadIn, opens_line, outer_above
from govreport.segment.lines import sentences, strip_end
from govreport.segment.marker import Marker
from govreport.segment.nesting import find_nesting
from govreport.segment.parts import (
    announced_wants,
    announces_list,
    part_of_announcement,
    part_of_heading,
    part_of_lead_in,
)

__all__ = ["ANNOUNCED", "LONGEST_ANNOUNCEMENT", "in_mid_line", "in_running_text", "is_named", "is_opened"]

LONGEST_ANNOUNCEMENT = 40
_LONGEST_NAME = 12
# Parts that an unnumbered paragraph opens by itself: 工作中还存在一些问题:…
ANNOUNCED = ("problems", "causes")


def in_mid_line(text: str, markers: list[Marker], start: int) -> list[DraftLeadIn]:
    """In flattened text a part is announced in the middle of a line: 还存在一些不足：一是…

    A full stop may stand for the colon where what it ends promises a list: 着重抓好以下工作。一是…
    """
    outer = [marker for marker in markers if not marker.inline]
    outermost = find_nesting(outer).outermost(outer) if outer else set()
    leads = []
    for marker in markers:
        before = text[max(0, marker.start - 4) : marker.start].rstrip()
        # Behind a colon it may be a list of a lower style: 下半年打算做好以下工作:1、…
        is_lower = not marker.inline and marker.style not in outermost and before[-1:] == ":"
        if (marker.inline or is_lower) and marker.number == 1 and before[-1:] in (":", "。"):
            lead = _announcement(text, marker.start, start)
            if lead and before[-1] == "。" and not announces_list(text[lead.start : lead.end].rstrip("。")):
                continue
            if lead and not is_opened(text, markers, lead):
                leads.append(lead)
    return leads


def in_running_text(text: str, markers: list[Marker], start: int) -> list[DraftLeadIn]:
    """Where a sentence turns to what is lacking, no list need follow."""
    leads = [DraftLeadIn(*span, "problems", True) for span in announced_wants(text) if span[0] >= start]
    return [lead for lead in leads if not is_opened(text, markers, lead)]


def _announcement(text: str, position: int, start: int) -> DraftLeadIn | None:
    """The sentence before an inline item, where it announces a part."""
    end = strip_end(text, start, position)
    begin = max(start, end - LOOK_BACK)
    found = list(sentences(text, text.rfind("\n", begin, end) + 1 or begin, end))
    if not found:
        return None
    first, last = found[-1]
    sentence = text[first:last].rstrip(":。")
    part = part_of_announcement(sentence) or part_of_lead_in(sentence)
    if part not in ANNOUNCED and part != part_of_announcement(sentence) and not is_named(sentence, part):
        return None
    return DraftLeadIn(first, last, part, opens_line(text, first)) if part else None


def is_named(words: str, part: str | None) -> bool:
    """Whether a few words are the name of a part: 下步打算:."""
    return len(words) <= _LONGEST_NAME and part is not None and part_of_heading(words) == part


def is_opened(text: str, markers: list[Marker], lead: DraftLeadIn) -> bool:
    """Tell whether the section that a lead-in stands in already opens its part, or holds nothing else."""
    above = outer_above(markers, lead.start)
    if above is None:
        return False
    head = text[above.end : min(lead.start, above.end + LONGEST_ANNOUNCEMENT)]
    return not head.strip() or part_of_heading(next(iter(re.split("[。:,;\n]", head)))) == lead.part
