"""Where two aligned passages differ, character by character, on either side.

In go a match and the two texts; out come spans of the left and of the right text with what kind of
difference they are: ``figure`` or ``name`` (as the match tells), ``words`` (anything else that a reader
would hear), ``form`` (script, punctuation, blanks).

>>> from govreport.model import Place
>>> match = Match(Place("a", Span(0, 5)), Place("b", Span(0, 5)), 0.8, "near", (),
...               (Run(Span(0, 5), Span(0, 5)),), "other-unit", "copied")
>>> [list(side) for side in differences(match, "举办培训。", "舉行培訓。")]
[[Difference(0, 1, 'form'), Difference(1, 2, 'words'), Difference(3, 4, 'form')], \
[Difference(0, 1, 'form'), Difference(1, 2, 'words'), Difference(3, 4, 'form')]]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.model import Match, Run, Span
from govreport.text.keys import Key, full_key

__all__ = ["Difference", "differences", "differing", "pieces"]

# Between runs a single equal character is chance.
_LEAST_BETWEEN = 2


class Difference(NamedTuple):
    """A stretch that stands otherwise, or not at all, on the other side."""

    start: int
    end: int
    kind: str

    def __repr__(self) -> str:
        return f"Difference({self.start}, {self.end}, {self.kind!r})"


class _Sides:
    """What differs so far: positions of each side with the kind, the graver kind kept."""

    def __init__(self, left: str, right: str) -> None:
        self.texts = left, right
        self.kinds: tuple[dict[int, str], dict[int, str]] = ({}, {})

    def mark(self, side: int, start: int, end: int, kind: str) -> None:
        for position in range(start, end):
            self.kinds[side][position] = kind

    def spans(self, side: int) -> Iterator[Difference]:
        """Yield what touches and is of one kind in one piece, without blanks at its ends."""
        start = end = -1
        kind = ""
        for position in sorted(self.kinds[side]):
            if position != end or self.kinds[side][position] != kind:
                yield from self._piece(side, start, end, kind)
                start, kind = position, self.kinds[side][position]
            end = position + 1
        yield from self._piece(side, start, end, kind)

    def _piece(self, side: int, start: int, end: int, kind: str) -> Iterator[Difference]:
        if kind and self.texts[side][start:end].strip():
            yield Difference(start, end, kind)


def differences(match: Match, left: str, right: str) -> tuple[list[Difference], list[Difference]]:
    """Return what differs in the left and in the right passage of a match, in reading order."""
    sides = _Sides(left, right)
    for one, other, least in _segments(match):
        _compare(sides, one, other, least)
    for change in match.changes:
        sides.mark(0, *change.left, change.kind)
        sides.mark(1, *change.right, change.kind)
    return list(sides.spans(0)), list(sides.spans(1))


def differing(match: Match, left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the spans that differ in more than form, of either text, in order and apart.

    Script, width, punctuation and blanks are no difference here, as they are none to the search.
    """
    one, other = differences(match, left, right)
    return _joined(one), _joined(other)


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


def _joined(found: Iterable[Difference]) -> tuple[Span, ...]:
    spans: list[Span] = []
    for start, end, kind in found:
        if kind == "form":
            continue
        if spans and start <= spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(end, spans[-1].end))
        else:
            spans.append(Span(start, end))
    return tuple(spans)


def _segments(match: Match) -> Iterator[tuple[Span, Span, int]]:
    """Yield what is compared with what: the runs, and what stands between two of them on each side.

    Where runs change places, what stands between has no counterpart: it is compared with nothing.
    """
    left, right = match.left.span, match.right.span
    ends = Run(Span(left.start, left.start), Span(right.start, right.start))
    tail = Run(Span(left.end, left.end), Span(right.end, right.end))
    yield from ((run.left, run.right, 1) for run in match.runs)
    if all(a.left.end <= b.left.start for a, b in pairwise(match.runs)):
        for before, after in pairwise((ends, *match.runs, tail)):
            between = Span(before.left.end, after.left.start), Span(before.right.end, after.right.start)
            yield (*between, _LEAST_BETWEEN)
        return
    for side, whole in ((0, left), (1, right)):
        for gap in _gaps(whole, sorted(run[side] for run in match.runs)):
            pair = (gap, Span(0, 0)) if side == 0 else (Span(0, 0), gap)
            yield (*pair, _LEAST_BETWEEN)


def _gaps(whole: Span, covered: list[Span]) -> Iterator[Span]:
    reached = whole.start
    for span in covered:
        if span.start > reached:
            yield Span(reached, span.start)
        reached = max(reached, span.end)
    if whole.end > reached:
        yield Span(reached, whole.end)


def _compare(sides: _Sides, left: Span, right: Span, least: int) -> None:
    from rapidfuzz.distance import Levenshtein

    spans = left, right
    keys = full_key(left.of(sides.texts[0])), full_key(right.of(sides.texts[1]))
    ends = len(keys[0]), len(keys[1])
    for op in Levenshtein.opcodes(keys[0].text, keys[1].text):
        # What touches the equal text around is no chance, however short.
        touches = op.src_start == op.dest_start == 0 or (op.src_end, op.dest_end) == ends
        if op.tag == "equal" and (touches or op.src_end - op.src_start >= least):
            _compare_form(sides, spans, keys, (op.src_start, op.dest_start), op.src_end - op.src_start)
        else:
            _differ(sides, 0, left.start, keys[0], op.src_start, op.src_end)
            _differ(sides, 1, right.start, keys[1], op.dest_start, op.dest_end)


def _differ(sides: _Sides, side: int, begin: int, key: Key, start: int, end: int) -> None:
    if start < end:
        sides.mark(side, begin + int(key.positions[start]), begin + int(key.positions[end - 1]) + 1, "words")


def _compare_form(
    sides: _Sides, spans: tuple[Span, Span], keys: tuple[Key, Key], starts: tuple[int, int], length: int
) -> None:
    """Mark other characters for the same words, and other punctuation between them."""
    places = [
        [spans[side].start + int(p) for p in keys[side].positions[starts[side] : starts[side] + length]]
        for side in (0, 1)
    ]
    left, right = sides.texts
    for a, b in zip(*places, strict=True):
        if left[a] != right[b]:
            sides.mark(0, a, a + 1, "form")
            sides.mark(1, b, b + 1, "form")
    for (a, after), (b, behind) in zip(pairwise(places[0]), pairwise(places[1]), strict=True):
        if "".join(left[a + 1 : after].split()) != "".join(right[b + 1 : behind].split()):
            sides.mark(0, a + 1, after, "form")
            sides.mark(1, b + 1, behind, "form")
