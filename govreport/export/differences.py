"""Which characters of two matching passages differ: in go a match and both texts, out come raw spans.

What the runs align is equal but for the figures and names that the match lists as changed. White space,
punctuation, width and script are no difference here, as they are none to the search.

>>> from govreport.model import Change, Place, Run
>>> match = Match(
...     Place("a", Span(0, 7)), Place("b", Span(0, 8)), 0.8, "figures-changed",
...     (Change("figure", "3", "12", Span(2, 3), Span(2, 4)),), (Run(Span(0, 6), Span(0, 7)),),
...     "other-unit", "copied")
>>> differing(match, "培訓3期班次。", "培训12期班次；")
((Span(start=2, end=3),), (Span(start=2, end=4),))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from govreport.model import Match, Span
from govreport.text.characters import PUNCTUATION, fold
from govreport.text.script import to_simplified

__all__ = ["differing", "pieces"]

Spans = tuple[Span, ...]


def differing(match: Match, left: str, right: str) -> tuple[Spans, Spans]:
    """Return the spans that differ, of the left text and of the right one, in order."""
    gaps = list(_gaps(match))
    if _in_order(gaps):
        gaps = [_narrowed(a, b, left, right) for a, b in gaps]
        lefts, rights = [gap[0] for gap in gaps], [gap[1] for gap in gaps]
    else:
        lefts = _open(match.left.span, [run.left for run in match.runs])
        rights = _open(match.right.span, [run.right for run in match.runs])
    return (
        _joined(_told(lefts, left), (change.left for change in match.changes)),
        _joined(_told(rights, right), (change.right for change in match.changes)),
    )


def pieces(text: str, span: Span, marked: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """Yield the quote in pieces, each with whether it is marked; joined they are the quote.

    >>> list(pieces("培訓12期", Span(0, 5), [Span(2, 4)]))
    [('培訓', False), ('12', True), ('期', False)]
    """
    edges = [span.start]
    for one in marked:
        start, end = (min(max(edge, edges[-1]), span.end) for edge in one)
        edges += [start, end]
    for number, (start, end) in enumerate(pairwise([*edges, span.end])):
        if start < end:
            yield text[start:end], number % 2 == 1


def _gaps(match: Match) -> Iterator[tuple[Span, Span]]:
    """Yield what lies between the runs on either side, in the order of the right one."""
    (a, end_a), (b, end_b) = match.left.span, match.right.span
    for left, right in match.runs:
        yield Span(a, left.start), Span(b, right.start)
        a, b = left.end, right.end
    yield Span(a, end_a), Span(b, end_b)


def _in_order(gaps: Iterable[tuple[Span, Span]]) -> bool:
    return all(span.length >= 0 for gap in gaps for span in gap)


def _open(whole: Span, covered: Iterable[Span]) -> list[Span]:
    found, reached = [], whole.start
    for start, end in sorted(covered):
        found.append(Span(reached, max(reached, start)))
        reached = max(reached, end)
    return [*found, Span(reached, max(reached, whole.end))]


def _narrowed(a: Span, b: Span, left: str, right: str) -> tuple[Span, Span]:
    """Return a gap without what both sides begin and end with."""
    one, other = _folded(a.of(left)), _folded(b.of(right))
    most = min(len(one), len(other))
    head = next((i for i in range(most) if one[i] != other[i]), most)
    tail = next((i for i in range(most - head) if one[-1 - i] != other[-1 - i]), most - head)
    return Span(a.start + head, a.end - tail), Span(b.start + head, b.end - tail)


def _folded(text: str) -> str:
    return "".join(fold(character) or character for character in to_simplified(text))


def _told(spans: Iterable[Span], text: str) -> Iterator[Span]:
    """Yield the spans without punctuation at their ends; what is nothing else is no difference."""
    for start, end in spans:
        while start < end and _is_silent(text[start]):
            start += 1
        while end > start and _is_silent(text[end - 1]):
            end -= 1
        if start < end:
            yield Span(start, end)


@cache
def _is_silent(character: str) -> bool:
    return fold(character) in (*PUNCTUATION, " ", "\n", "")


def _joined(spans: Iterable[Span], others: Iterable[Span]) -> Spans:
    found: list[Span] = []
    for span in sorted({*spans, *others}):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif span.length:
            found.append(span)
    return tuple(found)
