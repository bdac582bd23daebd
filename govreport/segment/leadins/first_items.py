"""The sentence before the first number of a list of the outermost style: 今年我们要抓好以下工作:一、…"""

from __future__ import annotations

from govreport.segment.genre import looks_back_and_ahead
from govreport.segment.leadins.draft import LOOK_BACK, DraftLeadIn, opens_line
from govreport.segment.leadins.running_text import ANNOUNCED
from govreport.segment.lines import sentences, strip_end
from govreport.segment.marker import Marker
from govreport.segment.nesting import find_nesting
from govreport.segment.parts import announces_list, part_of_announcement, part_of_heading, part_of_lead_in

__all__ = ["before_first_items"]

_LONGEST = 80


def before_first_items(text: str, outer: list[Marker], start: int, year: int | None) -> list[DraftLeadIn]:
    """The last sentence before a 一、 of the outermost style."""
    if not outer:
        return []
    outermost = find_nesting(outer).outermost(outer)
    leads = []
    for marker in outer:
        if marker.number == 1 and marker.style in outermost:
            lead = _sentence_before(text, marker.start, start, year)
            if lead:
                leads.append(lead)
    return leads


def _sentence_before(text: str, position: int, start: int, year: int | None) -> DraftLeadIn | None:
    end = strip_end(text, start, position)
    begin = max(start, end - LOOK_BACK)
    line = text.rfind("\n", begin, end) + 1 or begin
    found = list(sentences(text, line, end))
    if not found:
        return None
    first, last = found[-1]
    sentence = text[first:last].rstrip(":。")
    if text[last - 1] in ":。":
        part = part_of_lead_in(sentence, year)
        if part is None and text[last - 1] == ":":
            part = part_of_announcement(sentence)
    else:
        part = part_of_heading(sentence, year) or part_of_lead_in(sentence, year)
        part = None if part == "plan" and looks_back_and_ahead(sentence) else part
    if part is None or not (text[last - 1] == ":" or "如下" in text[first:last] or last - first <= _LONGEST):
        return None
    # Without any mark behind it, it is a heading that lost its line end: …办好年会。2006年工作思路一、….
    is_heading = text[last - 1] not in ":。" and part_of_heading(sentence, year) == part
    # A want told in an opening of its own is no list of wants: 工作有进展,也还存在困难。一、….
    is_told = len(found) > 1 or part in ANNOUNCED
    if not is_heading and text[last - 1] != ":" and is_told and not announces_list(sentence):
        return None
    return DraftLeadIn(first, last, part, opens_line(text, first))
