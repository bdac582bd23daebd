"""Many submissions of one text: the search looks at the earliest, and the others are told of with it.

Ten thousand identical files are one text and ten thousand lines, not ten thousand texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from govreport.model import Match, Place, Submission
from govreport.reuse.across.drawing import draw_whole
from govreport.reuse.across.relation import relation_of
from govreport.reuse.across.texts import Text

__all__ = ["FEW", "Twins", "of_twin", "whole_match", "with_twins", "without_twins"]

# While they are no more than these each is looked at for itself.
FEW = 8


@dataclass(frozen=True, slots=True)
class Twins:
    """Submissions of one text in the order of time."""

    members: tuple[Submission, ...]

    @property
    def first(self) -> Submission:
        """The earliest."""
        return self.members[0]

    def has(self, ids: Collection[str] | None) -> bool:
        """Whether one of these ids is a member."""
        return ids is not None and any(one.id in ids for one in self.members)


def without_twins(submissions: Sequence[Submission]) -> tuple[tuple[Submission, ...], tuple[Twins, ...]]:
    """Return the submissions, of one text that many have only the earliest, and those many."""
    by_text: defaultdict[str, list[Submission]] = defaultdict(list)
    for one in submissions:
        by_text[one.text].append(one)
    if len(by_text) == len(submissions):
        return tuple(submissions), ()
    twins = tuple(
        Twins(tuple(sorted(those, key=lambda one: one.moment)))
        for text, those in by_text.items()
        if len(those) > FEW and text
    )
    left_out = {id(one) for those in twins for one in those.members[1:]}
    return tuple(one for one in submissions if id(one) not in left_out), twins


def with_twins(
    matches: Iterable[Match],
    submissions: Iterable[Submission],
    twins: Iterable[Twins],
    asked: Collection[str] | None,
) -> Iterator[Match]:
    """Yield the matches, those of each twin with others, and of each with the earliest and the one before."""
    known = {one.id: one for one in submissions}
    groups = {those.first.id: those for those in twins}
    for match in matches:
        yield from _told_of(match, asked)
        for side, id in enumerate(match.documents):
            for twin in groups[id].members[1:] if id in groups else ():
                yield from _told_of(of_twin(match, side, twin, known[match.documents[1 - side]]), asked)
    for those in groups.values():
        yield from (match for match in _among(those) for match in _told_of(match, asked))


def _told_of(match: Match, asked: Collection[str] | None) -> Iterator[Match]:
    if asked is None or any(id in asked for id in match.documents):
        yield match


def of_twin(match: Match, side: int, twin: Submission, other: Submission) -> Match:
    """Return the match of a twin instead of the earliest, the earlier text on the left."""
    own = Place(twin.id, (match.left, match.right)[side].span)
    found = replace(match, right=own) if side else replace(match, left=own)
    pair = (other, twin) if side else (twin, other)
    if pair[0].moment > pair[1].moment:
        found, pair = found.turned, pair[::-1]
    if {match.relation, relation_of(*pair, 0.0)} <= {"revision", "own-earlier"}:
        return found
    return replace(found, relation=relation_of(*pair, 0.0))


def _among(twins: Twins) -> Iterator[Match]:
    first, before = Text(twins.first), Text(twins.first)
    for number, one in enumerate(twins.members[1:]):
        own = Text(one)
        for other in (first, before) if number else (first,):
            yield whole_match(other, own)
        before = own


def whole_match(earlier: Text, later: Text) -> Match:
    """Return the match of two submissions of one text."""
    relation = relation_of(earlier.submission, later.submission, 1.0)
    return replace(draw_whole(earlier, later), relation=relation)
