"""Names and figures left blank or masked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.script import to_simplified


def _is_masked(context: Context) -> bool:
    """Where the report's own unit is masked, the other masks are no blanks; where it is named, they are."""
    unit = context.outline.unit
    return unit is not None and pattern("placeholder", "pattern").match(to_simplified(unit)) is not None


def check_placeholders(context: Context) -> Iterator[Draft]:
    """One finding per distinct mask, at its first place; one for all where everything is masked."""
    names = list(context.matches(pattern("placeholder", "pattern")))
    taken = {place for match in names for place in range(*match.span())}
    figures = context.matches(pattern("placeholder", "figure"))
    blanks = [match for match in figures if match.start() not in taken]
    masks = _distinct(context, names)
    enough = context.settings.limit("anonymised", "masks")
    if (_is_masked(context) and len(masks) > 1) or (context.outline.unit is None and len(masks) >= enough):
        yield Draft("anonymised", tuple(masks.values()), {"count": len(names) + len(blanks)})
        return
    for span in sorted((*masks.values(), *_distinct(context, blanks).values())):
        yield Draft("placeholder", (span,), {"text": context.text.quote(span)})


def _distinct(context: Context, masks: Iterable[re.Match[str]]) -> dict[str, Span]:
    """Return each mask with its first place."""
    found: dict[str, Span] = {}
    for match in masks:
        found.setdefault(match.group(), context.raw(match))
    return found
