"""Years that can't be meant: one left over from another report, work told before it was done, a deadline
before the plan begins.
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.check.genre import opening_of_report
from govreport.model import Span, Statement

_TOLD = ("measure", "achievement")
_PROMISED = ("commitment", "target")
_LOOK_BACK = 40
_OPENING = 800


def check_years(context: Context) -> Iterator[Draft]:
    """Yield the dates of statements whose year does not fit the part they stand in."""
    if context.outline.year is None or opening_of_report(context) is None:
        return
    text, told = context.text.text, 0
    for statement in context.statements:
        view = context.text.normalized(statement.span)
        # A date may stand in front of the statement: 2022年5月,镇妇联举办…
        near = max(0, view.start - _LOOK_BACK)
        start = max(told, near, *(text.rfind(mark, near, view.start) + 1 for mark in "。;!?\n"))
        told = view.end
        # 自2016年以来, 启动于, 到2025年: a matter of several years has other years in it.
        is_long = pattern("years", "history").search(text, start, view.end) is not None
        if statement.duplicate_of is None and not is_long:
            yield from _dates(context, statement, start, view.end)


def _dates(context: Context, statement: Statement, start: int, end: int) -> Iterator[Draft]:
    for match in pattern("years", "dated").finditer(context.text.text, start, end):
        span = Span(*context.text.raw(*match.span()))
        if _does_not_fit(context, statement, int(match["year"])):
            params = {"text": context.text.quote(span), "year": str(context.outline.year)}
            yield Draft("impossible-time", (span,), params, message="impossible-time-year")


def _does_not_fit(context: Context, statement: Statement, year: int) -> bool:
    reported, planned = context.outline.year, context.outline.plan_year
    assert reported is not None
    if statement.part == "plan" and statement.kind in _PROMISED:
        return year < (planned or reported)
    # A year between two sessions may tell the first weeks of the next one; two years off is history.
    is_told = statement.kind in _TOLD and statement.status == "done"
    if not is_told or statement.part != "retrospective":
        return False
    return year == reported + 1 or (year == reported - 1 and not _tells_of_years(context))


def _tells_of_years(context: Context) -> bool:
    """Whether the report is on several years: by its title, or by how it opens."""
    leads = (lead.span for lead in context.outline.lead_ins if lead.part == "retrospective")
    words = [context.text.text[:_OPENING], *map(context.text.view, leads)]
    return any(pattern("years", "term").search(one) for one in words)
