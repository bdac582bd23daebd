"""Names left blank or masked."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.script import to_simplified


def _is_masked(context: Context) -> bool:
    """Where the report's own unit is masked, the other masks are no blanks; where it is named, they are."""
    unit = context.outline.unit
    return unit is not None and pattern("placeholder", "pattern").match(to_simplified(unit)) is not None


def check_placeholders(context: Context) -> Iterator[Draft]:
    """One finding per distinct mask, at its first place; one for all where everything is masked."""
    masks: dict[str, Span] = {}
    count = 0
    for match in context.matches(pattern("placeholder", "pattern")):
        masks.setdefault(match.group(), context.raw(match))
        count += 1
    enough = context.settings.limit("anonymised", "masks")
    if (_is_masked(context) and len(masks) > 1) or (context.outline.unit is None and len(masks) >= enough):
        yield Draft("anonymised", tuple(masks.values()), {"count": count})
        return
    for span in masks.values():
        yield Draft("placeholder", (span,), {"text": context.text.quote(span)})
