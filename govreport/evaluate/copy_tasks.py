"""Cases of what reports share: copied passages, what was changed in them, and pairs that only look alike.

Passages that two reports took from one source belong together as well, though no relation names the pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from govreport.corpus import CorpusItem
from govreport.corpus.relations import CopyRelation, copy_relations, innocent_pairs
from govreport.evaluate.cases import Case
from govreport.evaluate.copy_characters import character_cases
from govreport.evaluate.kin import kinship, passages_of, sides_of
from govreport.model import Comparison, Match, Span

__all__ = ["copy_cases"]

# How much of a passage must be found on both sides, and how much of a match must be a passage.
_HALF = 0.5

# The corpus is one batch of many years and places: of which batch another unit's text is it can't tell.
_ALIKE = {"same-batch": "other-unit"}


def copy_cases(items: Sequence[CorpusItem], comparison: Comparison) -> Iterator[Case]:
    """Yield the cases of a whole corpus: its relations are between reports."""
    known = {item.document.id for item in items}
    relations = [r for r in copy_relations(items) if {r.runs[0][0][0], r.runs[0][1][0]} <= known]
    copied: defaultdict[frozenset[str], list[Match]] = defaultdict(list)
    for match in comparison.matches:
        if match.label == "copied":
            copied[frozenset(match.documents)].append(match)
    for relation in relations:
        yield from _of_relation(relation, copied[frozenset(sides_of(relation))])
    yield from _extra(relations, copied)
    yield from character_cases(relations, copied)
    yield from _innocent(items, copied)


def _of_relation(relation: CopyRelation, matches: Iterable[Match]) -> Iterator[Case]:
    sides = sides_of(relation)
    _, (document, span) = relation.runs[0]
    hits = [match for match in matches if _meets(match, sides)]
    found = all(_covered(spans, hits, name) >= _HALF for name, spans in sides.items())
    quote = f"{relation.kind} {relation.name}"
    outcome = "right" if found else "missed"
    yield Case("copies", document, span, outcome, quote)
    yield Case(f"copies-{relation.kind}", document, span, outcome, quote)
    if found:
        kinds: Counter[str] = Counter()
        for match in hits:
            kinds[_kind_within(match, sides)] += _shared(match, sides)
        kind = kinds.most_common(1)[0][0]
        yield Case("copy-kind", document, span, _label(kind, relation.kind), relation.kind, kind)
        given, gold = (_ALIKE.get(r, r) for r in (hits[0].relation, relation.relation))
        yield Case("copy-relation", document, span, _label(given, gold), gold, given)


def _label(given: str, gold: str) -> str:
    return "right" if given == gold else "wrong"


def _meets(match: Match, sides: dict[str, list[Span]]) -> bool:
    return all(
        any(place.span.overlap(span) for span in sides.get(place.document_id, ()))
        for place in (match.left, match.right)
    )


def _shared(match: Match, sides: dict[str, list[Span]]) -> int:
    return sum(match.right.span.overlap(span) for span in sides.get(match.right.document_id, ()))


def _covered(spans: list[Span], matches: list[Match], document: str) -> float:
    """Return which share of the spans the matches cover in their document."""
    wanted = {i for span in spans for i in range(span.start, span.end)}
    places = [place for match in matches for place in (match.left, match.right) if place[0] == document]
    covered = {i for place in places for i in range(place.span.start, place.span.end)}
    return len(wanted & covered) / max(len(wanted), 1)


def _kind_within(match: Match, sides: dict[str, list[Span]]) -> str:
    """Return the kind of a match as far as it lies in a passage: changes beside it are not its own."""
    if match.kind == "near":
        return match.kind
    spans = sides.get(match.right.document_id, [])
    inside = {c.kind for c in match.changes if any(span.start <= c.right.start <= span.end for span in spans)}
    return "names-changed" if "name" in inside else "figures-changed" if inside else "exact"


def _extra(relations: Sequence[CopyRelation], copied: dict[frozenset[str], list[Match]]) -> Iterator[Case]:
    """Yield the matches of which less than half lies in passages that belong together."""
    passages, kin = passages_of(relations), kinship(relations)
    for pair, matches in copied.items():
        for match in matches:
            document, span = match.right
            belongs = kin.get(min(pair), "") == kin.get(max(pair), "|")
            own = sum(s.overlap(span) for s in passages[document]) if belongs else 0
            if own < _HALF * span.length:
                yield Case("copies", document, span, "extra", "", f"{match.kind} {match.left.document_id}")


def _innocent(items: Sequence[CorpusItem], copied: dict[frozenset[str], list[Match]]) -> Iterator[Case]:
    for name, one, other in innocent_pairs(items):
        sides = {one[0]: [one[1]], other[0]: [other[1]]}
        hits = [match for match in copied[frozenset(sides)] if _meets(match, sides)]
        flagged = all(_covered(spans, hits, document) >= _HALF for document, spans in sides.items())
        yield Case(
            "innocent-pairs", other[0], other[1], "wrong" if flagged else "right", "", f"{name} {one[0]}"
        )
