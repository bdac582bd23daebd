"""Matches that share a text are one group: thirty towns with one passage are not 435 pairs.

>>> from govreport.model import Match
>>> def match(one, other):
...     left, right = Place(one, Span(0, 50)), Place(other, Span(0, 50))
...     return Match(left, right, 1.0, "exact", (), (), "same-batch", "copied")
>>> [group.documents for group in find_groups([match("a", "b"), match("b", "c"), match("d", "e")], {})]
[('a', 'b', 'c'), ('d', 'e')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from govreport.model import Group, Match, Place, Span, Submission

__all__ = ["find_groups"]

# How much of the shorter of two stretches of a document must overlap for them to be one text.
_SAME = 0.5


def find_groups(matches: Iterable[Match], known: Mapping[str, Submission]) -> tuple[Group, ...]:
    """Return the groups of copied passages, the largest first; ``known`` tells when each document was."""
    copied = [match for match in matches if match.label == "copied"]
    parent: dict[Place, Place] = {}
    for match in copied:
        _join(parent, match.left, match.right)
    for same in _overlapping(parent):
        for place in same[1:]:
            _join(parent, same[0], place)
    members: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in parent:
        members[_root(parent, place)].append(place)
    times = _times(known)
    groups = [_group(_merged(places), times) for places in members.values()]
    return tuple(sorted(groups, key=lambda group: (-len(group.documents), group.members[0])))


def _root(parent: dict[Place, Place], place: Place) -> Place:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _join(parent: dict[Place, Place], one: Place, other: Place) -> None:
    for place in (one, other):
        parent.setdefault(place, place)
    parent[_root(parent, other)] = _root(parent, one)


def _overlapping(places: Iterable[Place]) -> Iterable[list[Place]]:
    """Yield neighbours of one document of which the second overlaps the first by enough."""
    last: Place | None = None
    for place in sorted(places):
        if last is not None and last.document_id == place.document_id:
            shorter = min(last.span.length, place.span.length)
            if last.span.overlap(place.span) >= _SAME * shorter:
                yield [last, place]
        last = place


def _merged(places: Iterable[Place]) -> list[Place]:
    """Join the stretches of one document that overlap."""
    merged: list[Place] = []
    for place in sorted(places):
        last = merged[-1] if merged else None
        if last and last.document_id == place.document_id and last.span.end >= place.span.start:
            merged[-1] = Place(last.document_id, Span(last.span.start, max(last.span.end, place.span.end)))
        else:
            merged.append(place)
    return merged


def _times(known: Mapping[str, Submission]) -> dict[str, str]:
    """Return when each was; days tell only where every submission of a year has one."""
    undated = {one.year for one in known.values() if one.date is None}
    return {id: (replace(one, date=None) if one.year in undated else one).time for id, one in known.items()}


def _group(places: list[Place], times: Mapping[str, str]) -> Group:
    ordered = sorted(places, key=lambda place: (times.get(place.document_id, "9999"), place))
    told = [times.get(place.document_id, "9999") for place in ordered]
    others = [time for place, time in zip(ordered, told, strict=True) if place.document_id != ordered[0][0]]
    is_first = told[0] != "9999" and all(time > told[0] for time in others)
    return Group(tuple(ordered), ordered[0] if is_first else None)
