"""What belongs together across reports: copied passages, and passages that only look alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from govreport.corpus.items import CorpusItem
from govreport.errors import InputError
from govreport.model import Span

__all__ = ["CopyRelation", "copy_relations", "innocent_pairs"]

Place = tuple[str, Span]


class CopyRelation(NamedTuple):
    """A passage of one report that stands, as ``kind`` says, in another one; places are (document, span)."""

    name: str
    kind: str
    relation: str
    source: tuple[Place, ...]
    target: tuple[Place, ...]


def copy_relations(items: Iterable[CorpusItem]) -> tuple[CopyRelation, ...]:
    """Return the copy relations that the heads of copying reports name, in the order of their names.

    Raises InputError where one of the two sides holds no mark of that name.
    """
    kept = list(items)
    places: defaultdict[tuple[str, str], list[Place]] = defaultdict(list)
    for item in kept:
        for name, span in item.copies:
            places[item.document.id, name].append((item.document.id, span))
    found = []
    for item in kept:
        for name, head in item.meta.get("copies", {}).items():
            source, target = places[head["from"], name], places[item.document.id, name]
            if not source or not target:
                lacking = item.document.id if source else head["from"]
                raise InputError("wrong-gold", f"copy relation {name!r} has no mark in {lacking}")
            found.append(CopyRelation(name, head["kind"], head["relation"], tuple(source), tuple(target)))
    return tuple(sorted(found))


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
