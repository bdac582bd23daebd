"""Cases of statements, their kind, status and slots, and of the work areas."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.corpus import CorpusItem
from govreport.corpus.pairing import paired
from govreport.evaluate.cases import Case
from govreport.model import AreaScore, Span, Statement
from govreport.report import Report

__all__ = ["area_cases", "statement_cases"]


def statement_cases(item: CorpusItem, report: Report) -> Iterator[Case]:
    """Yield the cases of one report; what stands inside a copied block is not counted again."""
    gold, given = _own(item.gold), _own(report)
    found = paired([one.span for one in gold], [one.span for one in given])
    name = item.document.id
    for i, one in enumerate(gold):
        if i not in found:
            yield Case("statements", name, one.span, "missed", one.text)
            continue
        other = given[found[i]]
        yield Case("statements", name, one.span, "right", one.text, other.text)
        yield _label("statement-kind", name, one.span, one.kind, other.kind, other.confidence)
        yield _label("statement-status", name, one.span, one.status, other.status)
        yield from _slots(name, one, other)
    for j, other in enumerate(given):
        if j not in found.values():
            yield Case("statements", name, other.span, "extra", "", other.text)


def _own(report: Report) -> list[Statement]:
    return [one for one in report.statements if one.duplicate_of is None]


def _label(task: str, name: str, span: Span, gold: str, given: str, probability: float | None = None) -> Case:
    return Case(task, name, span, "right" if gold == given else "wrong", gold, given, probability)


def _slots(name: str, gold: Statement, given: Statement) -> Iterator[Case]:
    """Compare slots of a name where the gold has any: annotators marked the plain ones only."""
    for slot in gold.slots:
        wanted = [value.span for value in gold.slots[slot] if value.span]
        offered = [value.span for value in given.slots.get(slot, ()) if value.span]
        found = paired(wanted, offered)
        for i, span in enumerate(wanted):
            yield Case(f"slot-{slot}", name, span, "right" if i in found else "missed")
        for j, span in enumerate(offered):
            if j not in found.values():
                yield Case(f"slot-{slot}", name, span, "extra")


def area_cases(item: CorpusItem, report: Report, known: frozenset[str]) -> Iterator[Case]:
    """Yield the areas of sections and statements, for gold that uses the areas ``known``."""
    given = {section.marker_span.start: section for section in report.sections}
    name = item.document.id
    for section in item.gold.sections:
        other = given.get(section.marker_span.start)
        if other is not None and not section.inline and section.duplicate_of is None:
            yield from _areas("section-area", name, section.marker_span, section.areas, other.areas, known)
    gold, own = _own(item.gold), _own(report)
    for i, j in paired([one.span for one in gold], [one.span for one in own]).items():
        yield from _areas("statement-area", name, gold[i].span, gold[i].areas, own[j].areas, known)


def _areas(
    task: str,
    name: str,
    span: Span,
    gold: tuple[AreaScore, ...],
    given: tuple[AreaScore, ...],
    known: frozenset[str],
) -> Iterator[Case]:
    if any(area.area_id not in known for area in gold) or not (gold or given):
        return
    wanted = gold[0].area_id if gold else ""
    offered = [area.area_id for area in given[:2]]
    first = offered[0] if offered else ""
    probability = given[0].probability if given else None
    yield Case(task, name, span, _outcome(wanted, first, first == wanted), wanted, first, probability)
    if gold:
        in_two = wanted in offered
        yield Case(f"{task}-top-two", name, span, _outcome(wanted, first, in_two), wanted, " ".join(offered))


def _outcome(wanted: str, first: str, is_right: bool) -> str:
    if is_right:
        return "right"
    return "extra" if not wanted else "missed" if not first else "wrong"
