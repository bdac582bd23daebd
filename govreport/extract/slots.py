"""Who, what, how much, until when, under which law: the slots of one statement."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from govreport.extract.characters import RULED, Marked
from govreport.extract.cues import cue, matches_of, may_stand
from govreport.extract.deadlines import is_value, of_date, slot_of_date
from govreport.extract.figures import told_figures
from govreport.extract.found import Decided, Found, Slots
from govreport.extract.grouping import Draft
from govreport.extract.means import find_means
from govreport.extract.pieces import whole
from govreport.extract.posts import find_posts
from govreport.extract.references import references
from govreport.extract.sentences_read import Placed
from govreport.extract.slot_model import SlotModel
from govreport.extract.told_arrays import Told
from govreport.extract.told_once import told_once
from govreport.extract.whole_names import whole as whole_name
from govreport.model import NormalizedText, Slot
from govreport.text.dates import dates
from govreport.text.persons import find_persons
from govreport.text.quantities import quantities

_PATTERNS = ("beneficiary", "partner", "occasion", "venue", "scope", "effect")
# Where the model draws none, what the rules find is right (partners 38 of 38, occasions 9 of 9, who is helped
# 4 of 4 on dev).
_SURE = {"partner", "occasion", "beneficiary"}
# A quotation is looked for so far before a place.
_QUOTATION = 40
# No statement is so long; in what is, the model looks no further.
_REACH = 2000


def find_slots(
    text: NormalizedText, statements: Sequence[Decided], unit: str | None, model: SlotModel | None
) -> Iterator[Slots]:
    """Yield the slots of each statement in the order of the names; an actor that is not named is inherited.

    Rules find them all; what the ``model`` has learned is drawn by it, who heeds what the rules say.
    """
    persons = _Persons(text.text)
    ruled = [_ruled(text.text, one, persons) for one in statements]
    drawn = ruled if model is None else _drawn(text.text, statements, ruled, model)
    for one, found in zip(statements, drawn, strict=True):
        yield _cut(text, one.draft, told_once(found, one), unit)


def _ruled(text: str, one: Decided, persons: _Persons) -> set[Found]:
    named = persons.named(one.draft)
    posts = find_posts(text, one.draft.start, one.draft.end, [(name.start, name.end) for name in named])
    found = {*_all(text, one), *named, *(Found("post", *place) for place in posts)}
    if not any(slot.name == "actor" for slot in found):
        found |= set(_own_actor(text, one.draft))
    return found


def _drawn(
    text: str, statements: Sequence[Decided], ruled: Sequence[set[Found]], model: SlotModel
) -> Iterator[set[Found]]:
    """Yield what the model draws in each statement, and what rules alone know of."""
    told = [_told(text, one, found) for one, found in zip(statements, ruled, strict=True)]
    for one, known, drawn in zip(statements, ruled, map(_acting, told, model.find(told)), strict=True):
        begin = one.draft.start
        missing = {slot.name for slot in known} - {slot.name for slot in drawn}
        yield {
            *(Found(name, begin + start, begin + end) for name, start, end in drawn),
            *(slot for slot in known if slot.name not in model.slots),
            *(slot for slot in known if slot.name in missing and _is_sure(text, slot)),
        }


def _is_sure(text: str, slot: Found) -> bool:
    """Whether a rule is believed where the model draws nothing: 我县 before an act is who acts."""
    if slot.name == "actor":
        return text[slot.start] in "我本"
    return slot.name in _SURE and not _is_quoted(text, slot.start)


def _is_quoted(text: str, place: int) -> bool:
    """Whether a place stands in a short quotation: “我为群众办实事” is a name and helps nobody."""
    before = text[max(0, place - _QUOTATION) : place]
    return before.rfind("“") > before.rfind("”")


def _told(text: str, one: Decided, ruled: Iterable[Found]) -> Told:
    begin, reach = one.draft.start, min(one.draft.end, one.draft.start + _REACH)
    marked = [
        Marked(slot.name, slot.start - begin, slot.end - begin)
        for slot in ruled
        if slot.name in RULED and slot.end <= reach
    ]
    return Told(text[begin:reach], one.kind, marked)


def _acting(told: Told, drawn: Sequence[Marked]) -> list[Marked]:
    """Leave out who acts where rules know that it joins in; what is left has its whole name."""
    partners = [mark for mark in told.ruled if mark.name == "partner"]
    return [
        whole_name(told.text, one, told.ruled)
        for one in drawn
        if one.name != "actor" or not any(mark.start < one.end and one.start < mark.end for mark in partners)
    ]


def _cut(text: NormalizedText, draft: Draft, found: Iterable[Found], unit: str | None) -> Slots:
    slots: Slots = {}
    for name, start, end, value in sorted(found, key=lambda slot: slot[:3]):
        cut = Slot.cut(text.document.text, text.raw(start, end), value)
        slots[name] = (*slots.get(name, ()), cut)
    if "actor" not in slots:
        inherited = _inherited(text, draft, unit)
        if inherited:
            slots["actor"] = (inherited,)
    return slots


def _inherited(text: NormalizedText, draft: Draft, unit: str | None) -> Slot | None:
    if draft.actor:
        return Slot(None, text.quote(text.raw(*draft.actor)))
    return Slot(None, unit) if unit and draft.role in ("act", "remedy") else None


def _all(text: str, one: Decided) -> Iterator[Found]:
    draft = one.draft
    for placed in draft.heads:
        yield from _of_head(text, placed)
    yield from _figures(text, one)
    for cited in references(text, draft.start, draft.end, one.years.part):
        yield Found(*cited)
    for name in _PATTERNS:
        yield from _matches(text, draft, name)
    for match in matches_of(text, draft.start, draft.end, "slot", "hedge_pattern"):
        yield Found("hedge", *match.span())
    for place in find_means(text, draft.start, draft.end):
        yield Found("method", *place)
    if draft.purpose:
        yield Found("purpose", *draft.purpose)
    if draft.effect:
        yield Found("effect", *draft.effect)


def _own_actor(text: str, draft: Draft) -> Iterator[Found]:
    """鎮婦聯就土地權益問題提交提案: the unit opens a statement whose verb is in no list."""
    if not may_stand(text, draft.start, draft.end, "slot", "own_actor"):
        return
    match = cue("slot", "own_actor").match(text, draft.start, draft.end)
    if match and match.end() < draft.end:
        yield Found("actor", *match.span())


def _of_head(text: str, placed: Placed) -> Iterator[Found]:
    clause = placed.clause
    if clause.subject:
        yield Found("actor", placed.start + clause.subject[0], placed.start + clause.subject[1])
    if clause.verb is None:
        return
    start, end = placed.start + clause.verb[0], placed.start + clause.verb[1]
    if text[end : end + 1] == "了":
        end += 1
    yield Found("action", start, end)
    first, last = _object(text, end, placed.end)
    if first < last:
        yield Found("object", first, last)


def _object(text: str, start: int, end: int) -> tuple[int, int]:
    """What follows the verb, without the figures at its edges."""
    figures = list(quantities(text, start, end))
    if figures and figures[0].start == start:
        start = figures[0].end
    if figures and figures[-1].end == end and figures[-1].start > start:
        end = figures[-1].start
    return start, end


def _figures(text: str, one: Decided) -> Iterator[Found]:
    draft = one.draft
    taken = bytearray(draft.end - draft.start)
    for date in dates(text, one.years.part, draft.start, draft.end, present=one.years.present):
        name = slot_of_date(text, date, draft.part, one.kind, one.years.part)
        if name:
            yield from (Found(*one) for one in of_date(name, date))
        if name or not is_value(text, date):
            taken[date.start - draft.start : date.end - draft.start] = b"\1" * (date.end - date.start)
    for figure in told_figures(text, draft.start, draft.end):
        if not any(taken[figure.start - draft.start : figure.end - draft.start]):
            yield Found("quantity", figure.start, figure.end, figure.value)


class _Persons:
    """Who is named in a report: the words around a statement help to tell a name."""

    def __init__(self, text: str) -> None:
        named = (one for one in find_persons(text) if not text[one[0]].isascii())
        self._names = [Found("person", start, end) for start, end in named]
        self._starts = [name.start for name in self._names]

    def named(self, draft: Draft) -> list[Found]:
        """Return the names in a statement."""
        first, last = (bisect_left(self._starts, at) for at in (draft.start, draft.end))
        return [name for name in self._names[first:last] if name.end <= draft.end]


def _matches(text: str, draft: Draft, name: str) -> Iterator[Found]:
    for match in matches_of(text, draft.start, draft.end, "slot", name):
        groups = [group for group in match.groupdict() if match[group]]
        kept = whole(text, *match.span(groups[0] if groups else 0))
        if kept:
            yield Found(name, *kept)
