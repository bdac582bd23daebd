"""How exactly copied passages are cut: the characters of both sides that are told, beside those of the gold.

A case is a stretch of one document that comes out in one way, and weighs as much as it has characters.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from govreport.corpus.relations import CopyRelation
from govreport.evaluate.cases import Case
from govreport.evaluate.kin import kinship, passages_of, sides_of
from govreport.model import Match, Span

__all__ = ["TASK", "character_cases"]

TASK = "copy-characters"
Pair = frozenset[str]


def character_cases(
    relations: Sequence[CopyRelation], copied: Mapping[Pair, Sequence[Match]]
) -> Iterator[Case]:
    """Yield for each pair of documents the stretches of both that are told rightly, missed, or too much.

    What two documents took from one source, where no relation names the pair, is neither.
    """
    wanted: defaultdict[tuple[Pair, str], set[int]] = defaultdict(set)
    for relation in relations:
        sides = sides_of(relation)
        for document, spans in sides.items():
            wanted[frozenset(sides), document] |= _characters(spans)
    given: defaultdict[tuple[Pair, str], set[int]] = defaultdict(set)
    for pair, matches in copied.items():
        for place in (place for match in matches for place in (match.left, match.right)):
            given[pair, place.document_id] |= _characters([place.span])
    passages, kin = passages_of(relations), kinship(relations)
    for pair, document in sorted(wanted.keys() | given.keys(), key=lambda key: (sorted(key[0]), key[1])):
        gold, told = wanted[pair, document], given[pair, document]
        if kin.get(min(pair), "") == kin.get(max(pair), "|"):
            told -= _characters(passages[document]) - gold
        for outcome, places in (("right", gold & told), ("missed", gold - told), ("extra", told - gold)):
            for span in _stretches(places):
                (other,) = pair - {document}
                yield Case(TASK, document, span, outcome, given=other, weight=span.length)


def _characters(spans: Sequence[Span]) -> set[int]:
    return {place for span in spans for place in range(span.start, span.end)}


def _stretches(places: set[int]) -> Iterator[Span]:
    for _, run in groupby(enumerate(sorted(places)), lambda pair: pair[1] - pair[0]):
        held = [place for _, place in run]
        yield Span(held[0], held[-1] + 1)
