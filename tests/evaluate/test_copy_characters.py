"""Copied passages by their characters: what is told beside them costs precision, what is not costs recall."""

from __future__ import annotations

from govreport.corpus.relations import CopyRelation
from govreport.evaluate.copy_characters import TASK, character_cases
from govreport.evaluate.scores import scored
from govreport.model import Match, Place, Span


def relation(name: str, source: str, copy: str) -> CopyRelation:
    return CopyRelation(name, "exact", "other-unit", (((source, Span(0, 10)), (copy, Span(20, 30))),))


def match(left: Place, right: Place) -> Match:
    return Match(left, right, 1.0, "exact", (), (), "other-unit", "copied")


def told(*relations: CopyRelation, **pairs: Match) -> tuple[float, float]:
    copied = {frozenset(one.documents): [one] for one in pairs.values()}
    score = scored(character_cases(relations, copied))[TASK]
    return score.precision, score.recall


def test_each_character_counts() -> None:
    """Twelve characters are told on one side, eight on the other, of two passages of ten."""
    found = match(Place("a", Span(0, 12)), Place("b", Span(22, 30)))
    assert told(relation("p", "a", "b"), one=found) == (18 / 20, 18 / 20)


def test_two_copies_of_one_source_are_no_mistake() -> None:
    """No relation names b and c, and both took over the passage of a: that is right and lowers nothing."""
    relations = relation("p", "a", "b"), relation("q", "a", "c")
    right = [match(Place("a", Span(0, 10)), Place(copy, Span(20, 30))) for copy in "bc"]
    both = match(Place("b", Span(20, 30)), Place("c", Span(20, 30)))
    assert told(*relations, one=right[0], two=right[1], three=both) == (1.0, 1.0)
    stranger = match(Place("b", Span(20, 30)), Place("d", Span(0, 10)))
    assert told(*relations, one=right[0], two=right[1], three=stranger) == (40 / 60, 1.0)
