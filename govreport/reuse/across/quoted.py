"""What two submissions share because both took it from a reference: a quotation on either side, no copy.

>>> text = Place("law", Span(0, 40)), Place("a", Span(10, 50)), Place("b", Span(0, 40))
>>> def of(left, right, relation): return Match(left, right, 1.0, "exact", (), (), relation, "copied")
>>> found = (of(text[0], text[1], "reference"), of(text[1], text[2], "same-batch"))
>>> [match.label for match in without_references(found)]
['copied', 'quotation']
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from govreport.model import Match, Place, Span

__all__ = ["without_doubles", "without_references"]

# How much of a passage must stand in references.
_SHARE = 0.8


def without_references(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Return the matches; one whose passage stands in a reference, on either side, is a quotation."""
    found = tuple(matches)
    taken: defaultdict[str, list[Span]] = defaultdict(list)
    for match in found:
        if match.relation == "reference":
            taken[match.right.document_id].append(match.right.span)
    merged = {id: _merged(spans) for id, spans in taken.items()}
    return tuple(_labelled(match, merged) for match in found)


def without_doubles(matches: Iterable[Match], asked: Collection[str]) -> tuple[Match, ...]:
    """Return the matches without set phrases of those asked about that lie in their copied passages.

    What eight of forty have is told pair by pair as copied, and once of each as what many write: these are
    parts of the same passage.
    """
    found = tuple(matches)
    copied: defaultdict[str, list[Span]] = defaultdict(list)
    for match in found:
        if match.label == "copied" and match.relation not in ("revision", "reference"):
            for place in (match.left, match.right):
                copied[place.document_id].append(place.span)
    merged = {id: _merged(spans) for id, spans in copied.items()}
    return tuple(
        match
        for match in found
        if match.label != "set-phrase"
        or match.right.document_id not in asked
        or not _covered(match.right, merged)
    )


def _labelled(match: Match, taken: Mapping[str, list[Span]]) -> Match:
    if match.relation == "reference" or match.label != "copied":
        return match
    is_quoted = any(_covered(place, taken) for place in (match.left, match.right))
    return replace(match, label="quotation") if is_quoted else match


def _covered(place: Place, taken: Mapping[str, list[Span]]) -> bool:
    spans = taken.get(place.document_id, [])
    first = bisect_right(spans, place.span.start, key=lambda span: span.end)
    last = bisect_left(spans, place.span.end, key=lambda span: span.start)
    return sum(place.span.overlap(span) for span in spans[first:last]) >= _SHARE * place.span.length


def _merged(spans: list[Span]) -> list[Span]:
    """Join spans that overlap."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
