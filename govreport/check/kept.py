"""Commitments of an earlier report that the later one does not mention: which is not "not done"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from govreport.check.context import Draft, pattern
from govreport.check.drafts import flags_of
from govreport.check.settings import Settings, shipped
from govreport.model import Evidence, Findings, Flag, FollowUp, Span, Statement
from govreport.text.keys import comparison_key

__all__ = ["check_kept"]

_MOST = 20
# Characters that a commitment needs for it to be looked up without what stands before it.
_FEWEST = 5
# And one that names neither how much, nor until when, nor who (加大宣传力度).
_FEWEST_OF_VAGUE = 8
# A run of so many characters that the later report uses again names the same thing.
_SAME = 4
_QUANTIFYING = ("quantity", "deadline", "frequency")


def check_kept(
    earlier: Findings,
    later: Findings,
    followed: Iterable[FollowUp],
    settings: Settings | None = None,
    *,
    on_later: bool = False,
) -> tuple[Flag, ...]:
    """Return a flag on each commitment of the earlier report that the later one leaves unmentioned.

    With ``on_later``, where the earlier report is not in hand, it is one flag on the title of the later one.
    """
    settings = settings or shipped()
    sure = settings.limit("commitment-not-mentioned", "sure")
    said = comparison_key(later.document.text).text
    unmentioned = [
        one.commitment.span
        for one in followed
        if one.outcome == "not-mentioned"
        and one.probability >= sure
        and _can_be_looked_up(one.commitment)
        and not _is_named(one.commitment, said)
    ]
    if not on_later:
        name = later.outline.title or later.document.id
        drafts = [Draft("commitment-not-mentioned", (span,), {"document": name}) for span in unmentioned]
        return flags_of(earlier.text, drafts, settings=settings)
    if not unmentioned:
        return ()
    name = earlier.outline.title or earlier.document.id
    params: dict[str, str | int | float] = {"document": name, "count": len(unmentioned)}
    elsewhere = tuple(Evidence(earlier.document.id, span) for span in unmentioned[:_MOST])
    message = "commitment-not-mentioned-here"
    draft = Draft("commitment-not-mentioned", (_top(later),), params, message=message, elsewhere=elsewhere)
    return flags_of(later.text, [draft], settings=settings)


def _can_be_looked_up(commitment: Statement) -> bool:
    """明年补上, 18万元: what is promised stands in an earlier sentence, and can't be looked for."""
    words = commitment.text
    for slot in (slot for name in _QUANTIFYING for slot in commitment.slots.get(name, ()) if slot.span):
        words = words.replace(slot.text, "")
    key = comparison_key(words).text
    fewest = _FEWEST_OF_VAGUE if commitment.is_vague else _FEWEST
    return len(key) >= fewest and not pattern("kept", "points_back").match(key)


def _is_named(commitment: Statement, said: str) -> bool:
    """Whether the later report names the thing, in whatever connection: then it is mentioned."""
    key = pattern("kept", "usual").sub(" ", comparison_key(commitment.text).text)
    runs = (run[i : i + _SAME] for run in key.split() for i in range(len(run) - _SAME + 1))
    names = (
        comparison_key(name).text for name in re.findall('[「『“"]([^」』”"]{2,8})[」』”"]', commitment.text)
    )
    return any(run in said for run in (*runs, *names) if run and not pattern("kept", "usual").fullmatch(run))


def _top(findings: Findings) -> Span:
    """Return the title, or the first line where there is none."""
    lines = [line for line in findings.document.lines if line.length]
    return findings.outline.title_span or (lines[0] if lines else Span(0, len(findings.document.text)))
