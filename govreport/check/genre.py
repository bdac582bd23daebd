"""Whether a text reports on work at all: guidelines, plans and standards have no retrospective to look at."""

from __future__ import annotations

from govreport.check.context import Context, pattern
from govreport.model import Span

__all__ = ["opening_of_report"]


def opening_of_report(context: Context) -> Span | None:
    """Return the lead-in or heading of the retrospective, or the title; None where no report on work is seen.

    What opens no other part is taken for a retrospective, so a part alone does not tell.
    """
    outline = context.outline
    lead = next((lead.span for lead in outline.lead_ins if lead.part == "retrospective"), None)
    if lead is not None:
        return lead
    part = next((part for part in outline.parts if part.name == "retrospective"), None)
    begun = part.span.start if part else 0
    first = next((one for one in outline.sections if one.span.start >= begun), None)
    until = context.text.normalized(first.span).start if first else len(context.text.text)
    told = pattern("genre", "told").search(context.text.text, 0, until)
    if told is not None:
        return context.raw(told)
    for span in (first.heading_span if first else None, outline.title_span):
        if span is not None and pattern("genre", "report").search(context.text.view(span)):
            return span
    return None
