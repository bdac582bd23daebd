"""What belongs together across reports: copied passages, innocent look-alikes, promises and their answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise
from typing import NamedTuple

from govreport.corpus.items import CorpusItem
from govreport.errors import InputError
from govreport.model import Span

__all__ = [
    "CopyRelation",
    "FollowUp",
    "copy_relations",
    "follow_ups",
    "innocent_pairs",
    "is_same_passage",
    "series_pairs",
]

Place = tuple[str, Span]
_HALF = 0.5


class CopyRelation(NamedTuple):
    """A passage of one report that stands, as ``kind`` says, in another one.

    ``runs`` are the pieces that belong to each other, as (place in the source, place in the copy), in the
    order of the copy; a place is (document, span).
    """

    name: str
    kind: str
    relation: str
    runs: tuple[tuple[Place, Place], ...]


class FollowUp(NamedTuple):
    """A commitment, what a later report says of it (done, partly, repeated, none), and where."""

    outcome: str
    commitment: Place
    answers: tuple[Place, ...]


def copy_relations(items: Iterable[CorpusItem]) -> tuple[CopyRelation, ...]:
    """Return the copy relations that the heads of copying reports name, in the order of their names.

    Raises InputError where one of the two sides holds no mark of that name, or not as many pieces.
    """
    kept = list(items)
    pieces: defaultdict[tuple[str, str], dict[int, Span]] = defaultdict(dict)
    for item in kept:
        for name, number, span in item.copies:
            here = pieces[item.document.id, name]
            here[len(here) + 1 if number is None else number] = span
    found = []
    for item in kept:
        for name, head in item.meta.get("copies", {}).items():
            ids = (head["from"], item.document.id)
            runs = _aligned(name, ids, pieces[ids[0], name], pieces[ids[1], name])
            found.append(CopyRelation(name, head["kind"], head["relation"], runs))
    return tuple(sorted(found))


def _aligned(
    name: str, ids: tuple[str, str], source: dict[int, Span], copy: dict[int, Span]
) -> tuple[tuple[Place, Place], ...]:
    for lacking, side in zip(ids, (source, copy), strict=True):
        if not side:
            raise InputError("wrong-gold", f"copy relation {name!r} has no mark in {lacking}")
    if source.keys() != copy.keys():
        numbers = f"{sorted(source)} in {ids[0]}, {sorted(copy)} in {ids[1]}"
        raise InputError("wrong-gold", f"copy relation {name!r} has other runs on its two sides: {numbers}")
    order = sorted(copy, key=lambda number: copy[number])
    return tuple(((ids[0], source[number]), (ids[1], copy[number])) for number in order)


def innocent_pairs(items: Iterable[CorpusItem]) -> list[tuple[str, Place, Place]]:
    """Return pairs of passages in two reports that share a set phrase or a quotation: no copies."""
    places: defaultdict[str, list[Place]] = defaultdict(list)
    for item in items:
        for name, span in item.alikes:
            places[name].append((item.document.id, span))
    return [
        (name, left, right)
        for name, found in sorted(places.items())
        for left, right in combinations(found, 2)
        if left[0] != right[0]
    ]


def series_pairs(items: Iterable[CorpusItem]) -> Iterator[tuple[CorpusItem, CorpusItem]]:
    """Yield the reports of each series with the one that follows."""
    series: defaultdict[str, list[CorpusItem]] = defaultdict(list)
    for item in items:
        if item.meta.get("series"):
            series[str(item.meta["series"])].append(item)
    for _, those in sorted(series.items()):
        yield from pairwise(sorted(those, key=lambda item: (item.meta["year"], item.document.id)))


def is_same_passage(found: Span, marked: Span) -> bool:
    """Whether two spans share at least half of the shorter: what is found need not end as the mark does."""
    return found.overlap(marked) >= _HALF * min(found.length, marked.length)


def follow_ups(earlier: CorpusItem, later: CorpusItem) -> tuple[FollowUp, ...]:
    """Return what became of the commitments of one report, by the marks of a later one of the same series.

    Raises InputError where an answer that the earlier report names has no mark in the later one.
    """
    answers: defaultdict[str, list[Place]] = defaultdict(list)
    for word, span in later.answers:
        if word[0] == "<":
            answers[word[1:]].append((later.document.id, span))
    found = []
    for word, span in earlier.answers:
        if word[0] == ">":
            outcome, _, name = word[1:].partition(":")
            if name and not answers[name]:
                raise InputError("wrong-gold", f"answer {name!r} has no mark", path=later.document.id)
            found.append(FollowUp(outcome, (earlier.document.id, span), tuple(answers[name] if name else ())))
    return tuple(found)
