"""Cases of the outline: markers, sections with their level, headings, parts, title, unit and years."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.corpus import CorpusItem
from govreport.evaluate.cases import Case
from govreport.model import Section, Span
from govreport.report import Report

__all__ = ["outline_cases"]

_ENDS_ALONE = "。：:\r\n \u3000"


def outline_cases(item: CorpusItem, report: Report) -> Iterator[Case]:
    """Yield the cases of one report."""
    gold = {section.marker_span.start: section for section in item.gold.sections}
    given = {section.marker_span.start: section for section in report.sections}
    for start in sorted(gold.keys() | given.keys()):
        yield from _section(item, gold.get(start), given.get(start))
    yield from _facts(item, report)


def _section(item: CorpusItem, gold: Section | None, given: Section | None) -> Iterator[Case]:
    there = gold or given
    assert there is not None
    span, name = there.marker_span, item.document.id
    shown = f"{there.marker}{there.heading[:20]}"
    if gold is None or given is None:
        outcome = "missed" if gold else "extra"
        for task in ("markers", "sections"):
            yield Case(task, name, span, outcome, *((shown, "") if gold else ("", shown)))
    else:
        yield Case("markers", name, span, "right", shown, shown)
        yield _labelled("sections", name, span, f"{shown} level {gold.level}", f"{shown} level {given.level}")
        yield _labelled("parts", name, span, gold.part, given.part)
    yield from _heading(item, gold, given)


def _labelled(task: str, name: str, span: Span, gold: str, given: str) -> Case:
    return Case(task, name, span, "right" if gold == given else "wrong", gold, given)


def _heading(item: CorpusItem, gold: Section | None, given: Section | None) -> Iterator[Case]:
    """A heading is right where it ends at the same character; inline items have none."""
    wanted = gold.heading_span if gold and not gold.inline else None
    found = given.heading_span if given and not given.inline else None
    if wanted is None and found is None:
        return
    at = (wanted or found or Span(0, 0))._replace()
    outcome = "missed" if found is None else "extra" if wanted is None else "wrong"
    if wanted and found and wanted.end == found.end:
        outcome = "right"
    probability = given.heading_probability if given else None
    quotes = (gold.heading if wanted and gold else "", given.heading if found and given else "")
    yield Case("headings", item.document.id, at, outcome, *quotes, probability)
    if wanted and _is_fused(item.document.text, wanted.end):
        yield Case("fused-headings", item.document.id, at, outcome, *quotes, probability)


def _is_fused(text: str, end: int) -> bool:
    return end < len(text) and text[end] not in _ENDS_ALONE


def _facts(item: CorpusItem, report: Report) -> Iterator[Case]:
    whole = Span(0, 0)
    for task in ("title", "unit", "year", "plan_year"):
        gold, given = getattr(item.gold, task), getattr(report, task)
        if gold is None and given is None:
            continue
        outcome = "missed" if given is None else "extra" if gold is None else "wrong"
        outcome = "right" if gold == given else outcome
        yield Case(
            task.replace("_", "-"), item.document.id, whole, outcome, str(gold or ""), str(given or "")
        )
