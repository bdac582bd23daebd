"""What a plan leaves open, so that nobody can check it later: unnamed work, rises without a figure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.check.genre import opening_of_report
from govreport.model import Span, Statement

_NEXT = 14


def check_plan(context: Context) -> Iterator[Draft]:
    """Yield unfinished indicators or tasks that are not named, and rates to be raised by no figure."""
    for span in _found(context, "unfinished", ("retrospective", "problems", "causes", "plan")):
        yield Draft("unfinished-unnamed", (span,), {"text": context.text.quote(span)})
    yield from _open_targets(context)
    yield from _vague(context)


def _open_targets(context: Context) -> Iterator[Draft]:
    """Indicators that are to change by nothing that is named; a heading only announces them."""
    headings = [one.heading_span for one in context.outline.sections if one.heading_span]
    told: list[Span] = []
    for span in (*_found(context, "rise"), *_targets(context)):
        is_head = any(span.overlap(heading) for heading in headings)
        if not is_head and not any(span.overlap(other) for other in told):
            told.append(span)
            yield Draft("target-without-figure", (span,), {"text": context.text.quote(span)})


def _targets(context: Context) -> Iterator[Span]:
    """Targets of the plan that name no value, 全覆盖 and 零 being one."""
    for statement in context.statements:
        if statement.kind != "problem" and statement.part == "plan" and statement.duplicate_of is None:
            words = context.text.view(statement.span).strip()
            is_valued = "quantity" in statement.slots or pattern("plan", "valued").search(words)
            if not is_valued and _moves(words, statement) and not _followed_by_value(context, statement):
                yield statement.span


def _moves(words: str, statement: Statement) -> bool:
    """Whether an indicator is to change, or anything by an amount that is told in words alone."""
    is_indicator = pattern("plan", "indicator").search(words) and pattern("plan", "moves").search(words)
    in_words = statement.kind == "target" and pattern("plan", "in_words").search(words)
    return bool(is_indicator or in_words)


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
    if place and opening_of_report(context) and len(own) >= fewest and len(vague) >= share * len(own):
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


def _found(context: Context, key: str, parts: tuple[str, ...] = ("plan",)) -> Iterator[Span]:
    for start, text in (stretch for part in parts for stretch in context.part_texts(part)):
        for match in pattern("plan", key).finditer(text):
            yield context.text.raw(start + match.start(), start + match.end())
