"""What became of each commitment of an earlier report, by what a later one says.

It compares words, figures and work areas of the two; it says what is mentioned, and not what was done.
"""

from __future__ import annotations

from govreport.follow.likeness import Likeness, Telling
from govreport.follow.outcome import figures_of, outcome_of
from govreport.model import Findings, FollowUp, Statement

__all__ = ["follow_up"]

# From which probability on a statement answers a commitment, and how far below the best a further one may be.
_LEAST = 0.2
_BESIDE_BEST = 0.35
_MOST_ANSWERS = 4
_PROMISES = ("commitment", "target")


def follow_up(earlier: Findings, later: Findings) -> tuple[FollowUp, ...]:
    """Return a follow-up for each commitment and target of ``earlier``, in reading order, copies left out."""
    likeness = Likeness.of(later)
    promises = (s for s in earlier.statements if s.kind in _PROMISES and s.duplicate_of is None)
    return tuple(_of(promise, likeness) for promise in promises)


def _of(promise: Statement, likeness: Likeness) -> FollowUp:
    scored = sorted(likeness.scored(Telling.of(promise, likeness)), key=lambda pair: (-pair[1], pair[0].id))
    best = scored[0][1] if scored else 0.0
    if best < _LEAST:
        return FollowUp(promise, "not-mentioned", (), (), round(1 - best, 4))
    answers = tuple(
        statement for statement, p in scored[:_MOST_ANSWERS] if p >= max(_LEAST, _BESIDE_BEST * best)
    )
    figures = figures_of(promise, answers)
    return FollowUp(promise, outcome_of(answers, figures), answers, figures, round(best, 4))
