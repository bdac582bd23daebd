"""Names left blank or masked."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.lexicon import load_table


def check_placeholders(context: Context) -> Iterator[Draft]:
    """One finding per distinct mask, at its first place; one for all where everything is masked."""
    masks: dict[str, Span] = {}
    count = 0
    for match in context.matches(pattern("placeholder", "pattern")):
        masks.setdefault(match.group(), context.raw(match))
        count += 1
    if len(masks) >= load_table("check")["placeholder"]["anonymised_from"]:
        yield Draft("anonymised", tuple(masks.values()), {"count": count})
        return
    for span in masks.values():
        yield Draft("placeholder", (span,), {"text": context.text.quote(span)})
