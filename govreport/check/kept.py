"""Commitments of an earlier report that the later one does not mention: which is not "not done"."""

from __future__ import annotations

from collections.abc import Iterable

from govreport.check.context import Draft
from govreport.check.drafts import flags_of
from govreport.model import Findings, Flag, FollowUp

__all__ = ["check_kept"]

# How sure it must be that nothing answers.
_SURE = 0.85


def check_kept(earlier: Findings, later: Findings, followed: Iterable[FollowUp]) -> tuple[Flag, ...]:
    """Return a flag on each commitment of the earlier report that the later one leaves unmentioned."""
    name = later.outline.title or later.document.id
    drafts = [
        Draft("commitment-not-mentioned", (one.commitment.span,), {"document": name})
        for one in followed
        if one.outcome == "not-mentioned" and one.probability >= _SURE
    ]
    return flags_of(earlier.text, drafts)
