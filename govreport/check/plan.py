"""What a plan leaves open, so that nobody can check it later: unnamed work, rises without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span, Statement

_NEXT = 14
_WHOLE = re.compile("全覆盖|全部|百分之百|零|达标|翻番|为零|不发生")
_MEASURABLE = re.compile("率|占比|比例|比重|覆盖面|人数|收入|数量|总量|满意度|水平")


def check_plan(context: Context) -> Iterator[Draft]:
    """Yield unfinished indicators or tasks that are not named, and rates to be raised by no figure."""
    for span in _found(context, "unfinished"):
        yield Draft("unfinished-unnamed", (span,), {"text": context.text.quote(span)})
    rises = [*_found(context, "rise"), *_targets(context)]
    for place, span in enumerate(rises):
        if not any(span.overlap(other) for other in rises[:place]):
            yield Draft("target-without-figure", (span,), {"text": context.text.quote(span)})
    yield from _vague(context)


def _targets(context: Context) -> Iterator[Span]:
    """Targets of the plan that name no value, 全覆盖 and 零 being one."""
    for statement in context.statements:
        if statement.kind == "target" and statement.part == "plan" and statement.duplicate_of is None:
            words = context.text.view(statement.span)
            valued = (
                "quantity" in statement.slots
                or _WHOLE.search(words)
                or _followed_by_value(context, statement)
            )
            if not valued and _MEASURABLE.search(words):
                yield statement.span


def _followed_by_value(context: Context, statement: Statement) -> bool:
    """提高…率,达到95%: the value may stand in the next clause."""
    end = context.text.normalized(statement.span).end
    return re.match("[^。;!?\n]{0,12}[0-9]", context.text.text[end : end + _NEXT]) is not None


def _vague(context: Context) -> Iterator[Draft]:
    """Once per report, where the plan begins: most promises name neither how much nor until when nor who."""
    fewest, share = (context.settings.limit("vague-commitments", name) for name in ("fewest", "share"))
    promised = [one for one in context.statements if one.kind == "commitment" and one.part == "plan"]
    own = [one for one in promised if one.duplicate_of is None]
    vague = [one for one in own if one.is_vague]
    place = _plan_begins(context)
    if place and len(own) >= fewest and len(vague) >= share * len(own):
        yield Draft("vague-commitments", (place,), {"vague": len(vague), "all": len(own)})


def _plan_begins(context: Context) -> Span | None:
    """The lead-in or heading that opens the plan."""
    leads = [lead.span for lead in context.outline.lead_ins if lead.part == "plan"]
    stretch = next((part.span for part in context.outline.parts if part.name == "plan"), None)
    heads = [
        section.heading_span
        for section in context.outline.sections
        if section.heading_span and stretch and section.span.start == stretch.start
    ]
    return min([*leads, *heads], default=None)


def _found(context: Context, key: str) -> Iterator[Span]:
    for start, text in context.part_texts("plan"):
        for match in pattern("plan", key).finditer(text):
            yield context.text.raw(start + match.start(), start + match.end())
