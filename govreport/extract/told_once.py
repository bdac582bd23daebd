"""What several rules found in one statement, each thing told once."""

from __future__ import annotations

from govreport.extract.deadlines import is_ahead
from govreport.extract.found import Decided, Found

__all__ = ["told_once"]

# What is told as one of these is no means of an act.
_NO_MEANS = {"partner", "occasion", "venue", "legal_reference", "policy_reference", "deadline", "frequency"}
# What is lacking or to be reached is no act: none of 1,495 such statements of train and dev has who acts.
_NOBODY_ACTS = ("problem", "target")


def told_once(found: set[Found], one: Decided) -> set[Found]:
    """国庆前 tells until when in a plan, and is the occasion of what was done; 有条件的 is nobody."""
    ahead = is_ahead(one.draft.part, one.kind)
    doubled = {slot if ahead else limit for slot, limit in _pairs(found, "occasion", "deadline")}
    nobody = {slot for slot, _ in _pairs(found, "actor", "hedge")}
    if one.kind in _NOBODY_ACTS:
        nobody |= {slot for slot in found if slot.name == "actor"}
    return found - doubled - nobody - _no_means(found)


def _no_means(found: set[Found]) -> set[Found]:
    """Return the means that are told as something else: who joins in, the day that is used, a document."""
    others = [slot for slot in found if slot.name in _NO_MEANS]
    means = (slot for slot in found if slot.name == "method")
    return {one for one in means if any(o.start < one.end and one.start < o.end for o in others)}


def _pairs(found: set[Found], name: str, other: str) -> list[tuple[Found, Found]]:
    """Return the slots of one name that begin within one of the other, with that."""
    others = [slot for slot in found if slot.name == other]
    return [
        (slot, one)
        for slot in found
        if slot.name == name
        for one in others
        if one.start <= slot.start < one.end
    ]
