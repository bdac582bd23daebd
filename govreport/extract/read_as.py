"""By which part a sentence is read: mostly its own, but what lies ahead is a plan wherever it is told.

In come the outline and what stands in a zone, out comes the name of a part for each sentence.

>>> from govreport.model import Outline
>>> reading = ReadAs(Outline(()))
>>> told = ("已办3期", "下一步,将加强指导", "抓好培训")
>>> [reading.part(one, 0, len(one), "retrospective") for one in told]
['retrospective', 'plan', 'plan']
"""

from __future__ import annotations

from govreport.extract.cues import cue, matches_of
from govreport.model import Outline

__all__ = ["ReadAs"]

# Where a report tells what there is: a plan promises also where it says what has to be seen.
_TELLING = ("opening", "retrospective", "closing")
_BESIDE = ("opening", "closing")


class ReadAs:
    """Tells the part of one sentence after the other in a stretch that no heading interrupts."""

    def __init__(self, outline: Outline) -> None:
        self._instead = _instead_of_opening(outline)
        self._ahead = False

    def part(self, text: str, start: int, end: int, own: str) -> str:
        """Return by which part the sentence in ``[start, end)`` is read, ``own`` being that it stands in.

        Behind 下一步 the rest of the stretch is ahead; what a report admits is a problem, wherever it stands.
        """
        if own == "opening":
            own = self._instead
        if own not in _TELLING:
            return own
        self._ahead = self._ahead or cue("status", "ahead").match(text, start, end) is not None
        if self._ahead or _is_announced(text, start, end):
            return "plan"
        return "problems" if cue("deficiency", "admits").search(text, start, end) else own


def _is_announced(text: str, start: int, end: int) -> bool:
    """今年将举办培训班3期: told outside a plan, and yet not done."""
    announced = next(matches_of(text, start, end, "status", "announced"), None)
    return announced is not None and cue("status", "done").search(text, start, end) is None


def _instead_of_opening(outline: Outline) -> str:
    """A report that has no lead-in and no headings is no long opening: its title tells what it is."""
    if not outline.parts or any(part.name not in _BESIDE for part in outline.parts):
        return "opening"
    return "plan" if cue("status", "title_of_plan").search(outline.title or "") else "retrospective"
