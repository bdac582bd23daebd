"""Quotes cut where two matching passages differ, for a workbook and a notebook.

What differs in form alone (script, width, punctuation, blanks) is no difference here, as it is none to the
search.

>>> list(pieces("培訓12期", Span(0, 5), [Span(2, 4)]))
[('培訓', False), ('12', True), ('期', False)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from govreport.export.differing_characters import Difference, differences
from govreport.model import Match, Span

__all__ = ["differing", "pieces"]

Spans = tuple[Span, ...]


def differing(match: Match, left: str, right: str) -> tuple[Spans, Spans]:
    """Return the spans that differ, of the left text and of the right one, in order and apart."""
    one, other = differences(match, left, right)
    return _joined(one), _joined(other)


def pieces(text: str, span: Span, marked: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the quote in pieces, each with whether it is marked; joined they are the quote."""
    edges = [span.start]
    for one in marked:
        start, end = (min(max(edge, edges[-1]), span.end) for edge in one)
        edges += [start, end]
    for number, (start, end) in enumerate(pairwise([*edges, span.end])):
        if start < end:
            yield text[start:end], number % 2 == 1


def _joined(found: Iterable[Difference]) -> Spans:
    spans: list[Span] = []
    for start, end, kind in found:
        if kind == "form":
            continue
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)
