"""Statements: what was done and reached, what is lacking and promised, with who, what, how much, until when.

In come the normalized view and the outline, out come statements in reading order. Zones hold sentences,
sentences hold clauses, clauses are grouped to statements; cues and the part decide kind and status.

>>> from govreport.model import Outline, Part, Span
>>> from govreport.normalize import normalize
>>> from govreport.read import from_text
>>> text = normalize(from_text("舉辦培訓班3期。"))
>>> outline = Outline((), parts=(Part("retrospective", Span(0, 8), 2020),))
>>> [(s.kind, s.status, s.text, s.slots["quantity"][0].text) for s in extract(text, outline)]
[('measure', 'done', '舉辦培訓班3期', '3期')]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from govreport.extract.cues import cue
from govreport.extract.grouping import Draft, find_drafts
from govreport.extract.kinds import kind_and_status
from govreport.extract.slots import find_slots
from govreport.extract.zones import find_zones
from govreport.model import Checkable, Copies, DuplicateBlock, NormalizedText, Outline, Slot, Span, Statement
from govreport.text.lexicon import load_table

__all__ = ["extract"]

# How often a statement was right on the project's own reports, by how its predicate was found.
_CONFIDENCE = {True: 0.8, False: 0.5}
_SAME = 0.6


def extract(
    text: NormalizedText, outline: Outline, duplicates: Sequence[DuplicateBlock] = ()
) -> tuple[Statement, ...]:
    """Return the statements; those inside a later copy name their original in ``duplicate_of``."""
    found: list[Statement] = []
    for zone in find_zones(text, outline):
        for draft in find_drafts(text, outline, zone):
            statement = _statement(text, outline, draft, len(found))
            if statement:
                found.append(statement)
    return tuple(_with_originals(found, duplicates))


def _statement(text: NormalizedText, outline: Outline, draft: Draft, id: int) -> Statement | None:
    words = text.text[draft.start : draft.end]
    decided = kind_and_status(draft, words)
    if decided is None:
        return None
    span = text.raw(draft.start, draft.end)
    section, part = outline.innermost(span.start), outline.part_at(span.start)
    year = part.year if part else outline.year
    slots = find_slots(text, draft, year, outline.unit)
    return Statement.cut(
        text.document.text,
        id=id,
        kind=decided[0],
        status=decided[1],
        span=span,
        section=section.id if section else None,
        part=part.name if part else None,
        slots=slots,
        checkable=_checkable(decided[0], slots),
        confidence=_CONFIDENCE[draft.sure and not cue("boilerplate").search(words)],
    )


def _checkable(kind: str, slots: Mapping[str, tuple[Slot, ...]]) -> Checkable:
    """The share of what a later reader would need, and what is missing of it."""
    wanted: list[str] = load_table("extract")["checkable"][kind]
    missing = tuple(
        name for name in wanted if name not in slots and not (name == "deadline" and "frequency" in slots)
    )
    return Checkable(round(1 - len(missing) / len(wanted), 4), missing)


def _with_originals(statements: list[Statement], duplicates: Sequence[DuplicateBlock]) -> Iterator[Statement]:
    from dataclasses import replace

    by_start = {statement.span.start: statement for statement in statements}
    copies = Copies(duplicates)
    for statement in statements:
        original = copies.original_of(statement.span)
        earlier = None if original is None else _same(statements, by_start, original, statement)
        yield statement if earlier is None else replace(statement, duplicate_of=earlier)


def _same(
    statements: list[Statement], by_start: Mapping[int, Statement], original: Span, copy: Statement
) -> int | None:
    """Return the earlier statement that stands where the original does."""
    from bisect import bisect_right

    exact = by_start.get(original.start)
    near = bisect_right(statements, original.start, key=lambda statement: statement.span.start) - 1
    for candidate in (exact, statements[near] if near >= 0 else None):
        if candidate and candidate.id < copy.id:
            shared = candidate.span.overlap(original)
            if shared >= _SAME * max(candidate.span.length, original.length):
                return candidate.duplicate_of if candidate.duplicate_of is not None else candidate.id
    return None
