"""Commitments of an earlier report that the later one does not mention: which is not "not done"."""

from __future__ import annotations

from collections.abc import Iterable

from govreport.check.context import Draft
from govreport.check.drafts import flags_of
from govreport.check.settings import Settings, shipped
from govreport.model import Evidence, Findings, Flag, FollowUp, Span

__all__ = ["check_kept"]

_MOST = 20


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
    unmentioned = [
        one.commitment.span for one in followed if one.outcome == "not-mentioned" and one.probability >= sure
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


def _top(findings: Findings) -> Span:
    """Return the title, or the first line where there is none."""
    lines = [line for line in findings.document.lines if line.length]
    return findings.outline.title_span or (lines[0] if lines else Span(0, len(findings.document.text)))
