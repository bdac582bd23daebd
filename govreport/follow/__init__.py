"""What became of each commitment of an earlier report, by what a later one says.

It compares words, figures and work areas of the two; it says what is mentioned, and not what was done.
"""

from __future__ import annotations

from govreport.follow.doubts import doubts
from govreport.follow.likeness import Likeness
from govreport.follow.outcome import figures_of, likely_answers, outcome_of
from govreport.follow.years import consecutive
from govreport.model import Findings, FollowUp, Statement

__all__ = ["consecutive", "doubts", "follow_up"]

_PROMISES = ("commitment", "target")


def follow_up(earlier: Findings, later: Findings) -> tuple[FollowUp, ...]:
    """Return a follow-up for each commitment and target of ``earlier``, in reading order, copies left out."""
    likeness = Likeness.of(later)
    promises = (s for s in earlier.statements if s.kind in _PROMISES and s.duplicate_of is None)
    return tuple(_of(promise, likeness) for promise in promises)


def _of(promise: Statement, likeness: Likeness) -> FollowUp:
    scored = likeness.scored(promise)
    outcome, probability = outcome_of(promise, scored)
    if outcome == "not-mentioned":
        return FollowUp(promise, outcome, (), (), probability)
    answers = likely_answers(scored)
    return FollowUp(promise, outcome, answers, figures_of(promise, answers), probability)
