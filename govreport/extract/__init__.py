"""Statements: what was done and reached, what is lacking and promised, with who, what, how much, until when.

In come the normalized view and the outline, out come statements in reading order. Sentences hold
clauses; a linear model over cues, words, part and neighbours tells where a statement begins and
of which kind and status it is, and rules do so where no model is shipped.

>>> from govreport.model import Outline, Part, Span
>>> from govreport.normalize import normalize
>>> from govreport.read import from_text
>>> text = normalize(from_text("舉辦培訓班3期。"))
>>> outline = Outline((), parts=(Part("retrospective", Span(0, 8), 2020),))
>>> [(s.kind, s.status, s.text, s.slots["quantity"][0].text) for s in extract(text, outline)]
[('measure', 'done', '舉辦培訓班3期', '3期')]
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from govreport.extract.cues import cue
from govreport.extract.found import Decided, Years
from govreport.extract.grouping import Draft, find_drafts
from govreport.extract.kinds import kind_and_status
from govreport.extract.model import StatementModel, load_model
from govreport.extract.names import statement_names, word_names
from govreport.extract.sentences_read import ReadSentence, read_sentences
from govreport.extract.slot_model import load_slot_model
from govreport.extract.slots import find_slots
from govreport.extract.tagging import tagged_drafts
from govreport.model import Checkable, Copies, DuplicateBlock, NormalizedText, Outline, Slot, Span, Statement
from govreport.text.lexicon import load_table

__all__ = ["extract"]

# Without a model: how often a statement was right, by how its predicate was found.
_CONFIDENCE = {True: 0.8, False: 0.5}
_SAME = 0.6
# What a word says of the status (持续, 要求) is not outweighed by others.
_SAID = ("ongoing", "required")
# What answers a question as well: how often for until when, a law that is told of for what.
_INSTEAD = {"deadline": {"frequency"}, "object": {"legal_reference", "policy_reference"}}


def extract(
    text: NormalizedText,
    outline: Outline,
    duplicates: Sequence[DuplicateBlock] = (),
    *,
    learned: bool = True,
) -> tuple[Statement, ...]:
    """Return the statements; those inside a later copy name their original in ``duplicate_of``.

    With ``learned`` False the slots are those of the rules alone: what the model of slots learns on.
    """
    model, slots = load_model(), load_slot_model() if learned else None
    decided = list(_all_decided(text, outline, model))
    present = _present_years(text, outline)
    told = [Decided(draft, kind, _years(text, outline, draft, present)) for draft, (kind, _, _) in decided]
    found = [
        _statement(text, outline, draft, judged, id, own)
        for id, ((draft, judged), own) in enumerate(
            zip(decided, find_slots(text, told, outline.unit, slots), strict=True)
        )
    ]
    return tuple(_with_originals(found, duplicates))


def _all_decided(
    text: NormalizedText, outline: Outline, model: StatementModel | None
) -> Iterator[tuple[Draft, tuple[str, str, float]]]:
    """Yield the statements with kind, status and how sure that is."""
    before = "none"
    for sentence in read_sentences(text, outline):
        drafts = tagged_drafts(sentence, model) if model else find_drafts(sentence)
        for draft in drafts:
            decided = _decided(model, sentence, draft, text.text[draft.start : draft.end], before)
            if decided:
                before = decided[0]
                yield draft, decided


def _years(text: NormalizedText, outline: Outline, draft: Draft, present: Mapping[Span, int]) -> Years:
    part = outline.part_at(text.raw(draft.start, draft.end).start)
    return Years(part.year, present.get(part.span, part.year)) if part else Years(outline.year, outline.year)


def _decided(
    model: StatementModel | None, sentence: ReadSentence, draft: Draft, words: str, before: str
) -> tuple[str, str, float] | None:
    """Return kind, status and how sure that is; None where the rules find no statement."""
    ruled = kind_and_status(draft, words)
    if model is None:
        sure = draft.sure and not cue("boilerplate").search(words)
        return (*ruled, _CONFIDENCE[sure]) if ruled else None
    names = statement_names(sentence, draft, words, before, ruled)
    of_kind, of_status = model.said.sums_of(names)
    kind, chance = model.kind.best_of(word_names(words, names[0][1]), of_kind)
    if ruled and _is_promised(kind, ruled, sentence):
        return (*ruled, chance)
    if ruled and (chance < model.unsure or _settles(ruled, sentence, draft)):
        kind = ruled[0]
    if ruled and ruled[0] == kind and (ruled[1] in _SAID or _is_fact(ruled, sentence)):
        return kind, ruled[1], chance
    return kind, model.status.best_of([("", [f"kind={kind}"])], of_status)[0], chance


def _is_promised(kind: str, ruled: tuple[str, str], sentence: ReadSentence) -> bool:
    """In a plan an act is promised, whatever words of deeds it has, unless it says that it was done."""
    return sentence.part == "plan" and kind in ("measure", "achievement") and ruled[1] == "planned"


def _settles(ruled: tuple[str, str], sentence: ReadSentence, draft: Draft) -> bool:
    """Results in a row, one that sums up in an opening, a done act in a plan: the rules say it.

    None in an opening of train or dev is decided by that, but one of the real report annotated by hand.
    """
    in_a_row = len(draft.heads) > 1 and all(placed.clause.role == "effect" for placed in draft.heads)
    sums_up = (in_a_row or sentence.part == "opening") and not draft.counts
    return (ruled[0] == "achievement" and sums_up) or _is_fact(ruled, sentence)


def _is_fact(ruled: tuple[str, str], sentence: ReadSentence) -> bool:
    return sentence.part == "plan" and ruled[1] == "done"


def _statement(
    text: NormalizedText,
    outline: Outline,
    draft: Draft,
    decided: tuple[str, str, float],
    id: int,
    slots: Mapping[str, tuple[Slot, ...]],
) -> Statement:
    span = text.raw(draft.start, draft.end)
    section, part = outline.innermost(span.start), outline.part_at(span.start)
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
        confidence=decided[2],
    )


def _present_years(text: NormalizedText, outline: Outline) -> dict[Span, int]:
    """Return the year of writing for the plans that speak of theirs as next year.

    A plan for 2018 in a report on 2017 means 2018 by 明年, unless it calls that 今年.
    """
    year = outline.year
    plans = [part for part in outline.parts if year is not None and part.year == year + 1]
    return {part.span: year for part in plans if year is not None and "今年" not in text.view(part.span)}


def _checkable(kind: str, slots: Mapping[str, tuple[Slot, ...]]) -> Checkable:
    """The share of what a later reader would need, and what is missing of it."""
    wanted: list[str] = load_table("extract")["checkable"][kind]
    told = slots.keys()
    missing = tuple(name for name in wanted if name not in told and not told & _INSTEAD.get(name, set()))
    return Checkable(round(1 - len(missing) / len(wanted), 4), missing)


def _with_originals(statements: list[Statement], duplicates: Sequence[DuplicateBlock]) -> Iterator[Statement]:
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
    exact = by_start.get(original.start)
    near = bisect_right(statements, original.start, key=lambda statement: statement.span.start) - 1
    for candidate in (exact, statements[near] if near >= 0 else None):
        if candidate and candidate.id < copy.id:
            shared = candidate.span.overlap(original)
            if shared >= _SAME * max(candidate.span.length, original.length):
                return candidate.duplicate_of if candidate.duplicate_of is not None else candidate.id
    return None
