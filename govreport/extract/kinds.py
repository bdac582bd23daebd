"""Kind and status of a statement, from its words and the part it stands in."""

from __future__ import annotations

from govreport.extract.cues import cue
from govreport.extract.grouping import Draft
from govreport.text.quantities import quantities

_PLANNED_PARTS = ("plan", "requirements")


def kind_and_status(draft: Draft, text: str) -> tuple[str, str] | None:
    """Return kind and status of ``text``, the normalized words of a draft; None where it is no statement."""
    if draft.role == "lack":
        return "problem", "ongoing"
    if draft.role == "remedy":
        return "commitment", "planned"
    if draft.part in ("problems", "causes", "lessons"):
        return None
    if draft.part in _PLANNED_PARTS:
        return _planned(draft, text)
    if draft.part in ("opening", "closing") and not _tells_a_fact(text):
        return ("commitment", "planned") if _announces(text) else None
    return _told(draft, text)


def _planned(draft: Draft, text: str) -> tuple[str, str]:
    head = draft.heads[0].clause
    if cue("status", "done_in_plan").search(text) or cue("status", "done_in_plan").search(head.text):
        return ("achievement" if draft.role == "effect" else "measure"), "done"
    if _is_target(draft, text):
        return "target", "planned"
    others = draft.part == "requirements" or cue("status", "of_others").search(text)
    return "commitment", "required" if others else "planned"


def _is_target(draft: Draft, text: str) -> bool:
    """A measurable noun with a value and no act, or one that is only to be ensured."""
    if cue("target", "without_act").match(draft.heads[0].clause.text[draft.heads[0].clause.begin :]):
        return True
    return draft.role == "effect" and _has_figure(text)


def _told(draft: Draft, text: str) -> tuple[str, str]:
    if cue("status", "required").search(text) and draft.role == "act":
        return "measure", "required"
    if _announces(text) and not cue("status", "done").search(text):
        return ("target" if _is_target(draft, text) else "commitment"), "planned"
    kind = "achievement" if draft.role == "effect" else "measure"
    if cue("status", "done").search(text) or kind == "achievement":
        return kind, "done"
    return kind, "ongoing" if cue("status", "ongoing").search(text) else "done"


def _announces(text: str) -> bool:
    return cue("status", "planned").search(text) is not None


def _tells_a_fact(text: str) -> bool:
    return cue("status", "done").search(text) is not None or _has_figure(text)


def _has_figure(text: str) -> bool:
    return next(quantities(text), None) is not None
