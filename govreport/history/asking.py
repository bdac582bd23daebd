"""A few submissions asked against a history: the same answer as from scratch, of what its index tells."""

from __future__ import annotations

from typing import Any

from govreport.history.compared import Compared
from govreport.history.question import Answer, Question
from govreport.reuse.across.beside import beside
from govreport.reuse.across.room import Room
from govreport.reuse.across.search import found_beside, in_reading_order
from govreport.reuse.across.twins import with_twins

__all__ = ["ask"]


def ask(connection: Any, question: Question, memory: int | None = None) -> Answer:
    """Return what is shared; the ids of earlier submissions begin with ``history:``."""
    held = Compared(connection, question)
    with Room() if memory is None else Room(memory) as room:
        found = beside(held.all, held, held.texts, room)
        looked_at = held.submissions(found.numbers.tolist())
        marked = held.all.wanted[found.numbers].tolist()
        wanted = {one.id for one, is_wanted in zip(looked_at, marked, strict=True) if is_wanted}
        matches = found_beside(looked_at, wanted, found, room)
    twins = held.twins({id for match in matches for id in match.documents})
    if twins:
        known = {one.id: one for one in (*looked_at, *(those.first for those in twins))}
        matches = list(with_twins(matches, list(known.values()), twins, question.asked))
    told = {id for match in matches for id in match.documents}
    others = {one.id: one for one in (*looked_at, *(one for those in twins for one in those.members))}
    earlier = {id: one for id, one in others.items() if one.role == "history" and id in told}
    earlier |= {one.id: one for one in held.of_units(question.units)}
    ordered = tuple(one for _, one in sorted(earlier.items()))
    return Answer(tuple(sorted(matches, key=in_reading_order)), ordered, held.rows())
