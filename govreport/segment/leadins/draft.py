"""What a lead-in is while it is looked for, and where it stands.

>>> DraftLeadIn(0, 5, "plan", True).part
'plan'
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from govreport.segment.lines import next_content
from govreport.segment.marker import Marker

__all__ = ["LOOK_BACK", "DraftLeadIn", "line_start", "opens_line", "outer_above"]

# So far before a number the sentence is looked for that leads to it.
LOOK_BACK = 240
# How many markers back the section is looked for that a lead-in stands in.
_NEAR = 50


@dataclass(frozen=True, slots=True)
class DraftLeadIn:
    """A lead-in in the normalized view; ``own_line`` where nothing stands before it on its line.

    Only the order of the parts makes one sure that is ``told``; within a section stands what ``ends`` none.
    """

    start: int
    end: int
    part: str
    own_line: bool
    told: bool = False
    ends: bool = True


def opens_line(text: str, position: int) -> bool:
    """Tell whether nothing but blanks stands before a place on its line."""
    while position > 0 and text[position - 1] == " ":
        position -= 1
    return position == 0 or text[position - 1] == "\n" or next_content(text, 0) >= position


def line_start(text: str, position: int) -> int:
    """Return where the line begins that holds a place."""
    return text.rfind("\n", 0, position) + 1


def outer_above(markers: list[Marker], position: int) -> Marker | None:
    """Return the last marker before a place that is no inline one, None where none is near."""
    place = bisect_right(markers, position, key=lambda marker: marker.end)
    near = reversed(markers[max(0, place - _NEAR) : place])
    return next((marker for marker in near if not marker.inline), None)
