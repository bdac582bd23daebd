"""From a marked text to gold: the same types that a report's findings have.

>>> from govreport.corpus.marked import parse_marked
>>> from govreport.read import from_text
>>> marked = parse_marked("⟦1 retrospective|一、‖普法⟧⟦measure done|发放资料⟦quantity|20份⟧⟧。")
>>> findings = gold_findings(from_text(marked.text), marked, {})
>>> findings.outline.sections[0].heading, findings.statements[0].text
('普法', '发放资料20份')
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from govreport.corpus.gold_flags import gold_flags
from govreport.corpus.gold_outline import areas_of, draw_gold_outline
from govreport.corpus.marked import Mark, Marked
from govreport.model import (
    KINDS,
    SLOTS,
    STATUSES,
    Document,
    DuplicateBlock,
    Findings,
    Outline,
    Run,
    Slot,
    Span,
    Statement,
)
from govreport.normalize import normalize

__all__ = ["gold_findings"]


def gold_findings(document: Document, marked: Marked, meta: Mapping[str, Any]) -> Findings:
    """Return what the marks say, with ids and order as a report has them."""
    text = normalize(document)
    duplicates = _duplicates(marked, meta)
    outline = draw_gold_outline(document, marked, meta, text.script, duplicates)
    statements = _statements(document, marked, outline, duplicates)
    return Findings(
        document, text, outline, duplicates, statements, gold_flags(document, marked, meta, duplicates)
    )


def _duplicates(marked: Marked, meta: Mapping[str, Any]) -> tuple[DuplicateBlock, ...]:
    blocks: dict[str, list[Span]] = {}
    for mark in marked.named("dup"):
        blocks.setdefault(mark.words[0], []).append(mark.span)
    kinds = meta.get("duplicates", {})
    return tuple(
        DuplicateBlock(
            spans=tuple(spans),
            length=spans[0].length,
            kind=kinds.get(name, "exact"),
            similarity=1.0,
            runs=tuple((Run(spans[0], copy),) for copy in spans[1:]),
        )
        for name, spans in blocks.items()
        if len(spans) > 1
    )


def _statements(
    document: Document, marked: Marked, outline: Outline, duplicates: tuple[DuplicateBlock, ...]
) -> tuple[Statement, ...]:
    found: list[Statement] = []
    by_span: dict[Span, int] = {}
    slots = _InOrder.of(marked.named(*SLOTS))
    for mark in marked.named(*KINDS):
        section = outline.innermost(mark.start)
        part = outline.part_at(mark.start)
        originals = (block.original_of(mark.span) for block in duplicates)
        original = next((span for span in originals if span), None)
        by_span[mark.span] = len(found)
        found.append(
            Statement.cut(
                document.text,
                id=len(found),
                kind=mark.name,
                status=next((word for word in mark.words if word in STATUSES), _usual_status(mark.name)),
                span=mark.span,
                section=section.id if section else None,
                part=part.name if part else None,
                slots=_slots(document, slots, mark),
                areas=areas_of(mark.words),
                confidence=1.0,
                duplicate_of=by_span.get(original) if original else None,
            )
        )
    return tuple(found)


def _usual_status(kind: str) -> str:
    return "planned" if kind in ("commitment", "target") else "done"


@dataclass(frozen=True)
class _InOrder:
    """Marks by where they start, so that those of a statement are found without looking at all."""

    marks: list[Mark]
    starts: list[int]

    @classmethod
    def of(cls, marks: list[Mark]) -> _InOrder:
        return cls(marks, [mark.start for mark in marks])

    def starting_in(self, span: Span) -> list[Mark]:
        first, last = bisect_left(self.starts, span.start), bisect_right(self.starts, span.end)
        return self.marks[first:last]


def _slots(document: Document, marks: _InOrder, statement: Mark) -> dict[str, tuple[Slot, ...]]:
    found: dict[str, tuple[Slot, ...]] = {}
    for mark in marks.starting_in(statement.span):
        if statement.span.covers(mark.span) and mark.depth > statement.depth:
            found[mark.name] = (*found.get(mark.name, ()), Slot.cut(document.text, mark.span))
    return found
