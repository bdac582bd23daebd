"""Cases of what became of commitments: the outcome, and whether the first answer is one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govreport.corpus import CorpusItem
from govreport.corpus.relations import FollowUp as GoldFollowUp
from govreport.corpus.relations import follow_ups, is_same_passage, series_pairs
from govreport.evaluate.cases import Case
from govreport.follow import follow_up
from govreport.model import FollowUp
from govreport.report import Report

__all__ = ["follow_cases"]

_NAMES = {"none": "not-mentioned"}


def follow_cases(items: Sequence[CorpusItem], reports: Mapping[str, Report]) -> Iterator[Case]:
    """Yield the cases of each commitment that the gold follows into the next report of its series."""
    for earlier, later in series_pairs(items):
        gold = follow_ups(earlier, later)
        if gold:
            one, other = (reports[item.document.id] for item in (earlier, later))
            found = follow_up(one.findings, other.findings)
            for wanted in gold:
                yield from _of(earlier, wanted, _matching(wanted, found))


def _matching(wanted: GoldFollowUp, found: Sequence[FollowUp]) -> FollowUp | None:
    span = wanted.commitment[1]
    best = max(found, key=lambda one: one.commitment.span.overlap(span), default=None)
    return best if best and is_same_passage(best.commitment.span, span) else None


def _of(item: CorpusItem, wanted: GoldFollowUp, given: FollowUp | None) -> Iterator[Case]:
    document, span = wanted.commitment
    gold = _NAMES.get(wanted.outcome, wanted.outcome)
    outcome = given.outcome if given else ""
    quote = span.of(item.document.text)[:30]
    probability = given.probability if given else None
    verdict = "missed" if given is None else "right" if outcome == gold else "wrong"
    yield Case("follow-up", document, span, verdict, f"{gold} {quote}", outcome, probability)
    answers = [answer.span for answer in given.answers] if given else []
    if wanted.answers or answers:
        right = bool(answers) and any(is_same_passage(answers[0], answer) for _, answer in wanted.answers)
        verdict = "right" if right else "extra" if not wanted.answers else "wrong" if answers else "missed"
        yield Case("follow-up-evidence", document, span, verdict, quote)
