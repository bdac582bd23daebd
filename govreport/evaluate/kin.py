"""Which passages and which reports belong together, by the copy relations of a corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from govreport.corpus.relations import CopyRelation
from govreport.model import Span

__all__ = ["kinship", "passages_of", "sides_of"]


def sides_of(relation: CopyRelation) -> dict[str, list[Span]]:
    """Return the passages of a relation in each of its two documents."""
    sides: defaultdict[str, list[Span]] = defaultdict(list)
    for source, copy in relation.runs:
        sides[source[0]].append(source[1])
        sides[copy[0]].append(copy[1])
    return sides


def passages_of(relations: Iterable[CopyRelation]) -> dict[str, list[Span]]:
    """Return the passages of each document that belong to any relation."""
    passages: defaultdict[str, list[Span]] = defaultdict(list)
    for relation in relations:
        for document, spans in sides_of(relation).items():
            passages[document] += spans
    return passages


def kinship(relations: Iterable[CopyRelation]) -> dict[str, str]:
    """Return a name for each document that all have which are joined by relations."""
    name: dict[str, str] = {}
    for relation in relations:
        one, other = (place[0] for place in relation.runs[0])
        old, new = name.get(other, other), name.get(one, one)
        name.update({document: new for document, value in name.items() if value == old})
        name[one] = name[other] = new
    return name
