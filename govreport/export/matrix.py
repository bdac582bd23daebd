"""Who shares text with whom: reports that hang together through shared passages, as a square table.

In go pairs with the texts of their documents; out come groups of documents, the largest first, with the share
of each row's text that stands in each column's. Only what is labelled as copied counts.

>>> pair = Pair(1, "a", "b", (Match(Place("a", Span(0, 2)), Place("b", Span(0, 2)), 1.0, "exact", (), (),
...     "same-batch", "copied"),))
>>> matrices([pair], {"a": "甲乙丙丁", "b": "甲乙"})[0].cells[("b", "a")].share
1.0
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from govreport.export.pairs import Pair, covered, written
from govreport.model import Match, Place, Span

__all__ = ["Cell", "Match", "Matrix", "Place", "Span", "matrices"]

# A larger table can't be read; the rest stands in groups.csv and in the list of pairs.
_WIDEST = 24
_MOST = 12
_LEVELS = 5


class Cell(NamedTuple):
    """Which share of the row's characters stands in the column's document, and how dark that is shown."""

    share: float
    level: int
    page: str


class Matrix(NamedTuple):
    """Documents of one group, with the cells that are not empty; ``left_out`` had no room."""

    documents: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]
    left_out: int


def matrices(pairs: Sequence[Pair], texts: Mapping[str, str], most: int = _MOST) -> tuple[Matrix, ...]:
    """Return the largest groups of two documents and more; ``texts`` are those of every document."""
    copied = [pair for pair in pairs if any(match.label == "copied" for match in pair.matches)]
    groups: defaultdict[str, list[Pair]] = defaultdict(list)
    roots = _roots(copied)
    for pair in copied:
        groups[roots[pair.left]].append(pair)
    found = [_matrix(group, texts) for group in sorted(groups.values(), key=_order)[:most]]
    return tuple(found)


def _order(pairs: Sequence[Pair]) -> tuple[int, str]:
    return -len({id for pair in pairs for id in (pair.left, pair.right)}), pairs[0].left


def _roots(pairs: Iterable[Pair]) -> dict[str, str]:
    """Return for each document the one that stands for all that hang together with it."""
    above: dict[str, str] = {}

    def root(id: str) -> str:
        while above.setdefault(id, id) != id:
            above[id] = above[above[id]]
            id = above[id]
        return id

    for pair in pairs:
        above[root(pair.right)] = root(pair.left)
    return {id: root(id) for id in above}


def _matrix(pairs: Sequence[Pair], texts: Mapping[str, str]) -> Matrix:
    degree: defaultdict[str, int] = defaultdict(int)
    for pair in pairs:
        for id in (pair.left, pair.right):
            degree[id] += 1
    kept = sorted(sorted(degree), key=lambda id: -degree[id])[:_WIDEST]
    cells = {}
    for pair in pairs:
        if pair.left in kept and pair.right in kept:
            cells[pair.left, pair.right] = _cell(pair, 0, texts[pair.left])
            cells[pair.right, pair.left] = _cell(pair, 1, texts[pair.right])
    return Matrix(tuple(sorted(kept)), cells, len(degree) - len(kept))


def _cell(pair: Pair, side: int, text: str) -> Cell:
    spans = [(match.left, match.right)[side].span for match in pair.matches if match.label == "copied"]
    share = covered(text, spans) / (written(text) or 1)
    return Cell(share, min(_LEVELS, 1 + int(share * _LEVELS)), pair.page)
