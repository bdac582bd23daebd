"""Which passages of two submissions tell where they come from: what everyone writes tells nothing.

Units that have nothing to do with each other write the language of their field, and nobody has counted each
of its sentences; but any pair of characters in these is one that many use. So what two units share must be
rarer than that somewhere: in a passage, or in several that are parts of one text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govreport.model import Match
from govreport.reuse.across.texts import Text
from govreport.reuse.across.together import Stretch, together
from govreport.reuse.alike.figures import figures
from govreport.reuse.alike.passage import Passage
from govreport.reuse.alike.telling import Telling
from govreport.text.units import unit_level

__all__ = ["Drawn", "which_tell"]

# How many characters of a passage must tell where it comes from.
_LEAST_TELLING = 14.0
# And how many at large where it was changed by another unit.
_ALTERED = 2 * _LEAST_TELLING
# Passages no farther from each other in both texts, of which so much is shared, are of one text.
_PUT_IN = 100
_DENSE = 0.4
# How much rarer than the language of the field what two units share must be, somewhere.
_LEAST_RARE = 36.0
# And how much of that is a figure with its unit that stands in both.
_FIGURE = 12.0
# The name of a place, with its kind, has so many characters.
_NAME = 3

Drawn = tuple[Match, Passage]


def which_tell(
    telling: Telling, earlier: Text, later: Text, kept: Sequence[Drawn], same_unit: bool
) -> list[bool]:
    """Whether each of the passages that two submissions share tells where it comes from."""
    told = [_tells(telling, match, earlier, passage, same_unit) for match, passage in kept]
    if not all(told):
        told = _told_together(telling, earlier, kept, told, same_unit)
    if same_unit:
        return told
    if any(told) and not _are_rare(telling, earlier, later, kept, told):
        told = [False] * len(told)
    if all(told):
        return told
    foreign = list(_foreign_places(earlier, later))
    return [
        is_told or any(_is_left_over(place, passage) for place in foreign)
        for is_told, (_, passage) in zip(told, kept, strict=True)
    ]


class _ForeignPlace(NamedTuple):
    """The place of one unit, and how often the report of the other names it; ``side`` is the owner's."""

    name: str
    number: int
    texts: tuple[Text, Text]
    side: int


def _foreign_places(earlier: Text, later: Text) -> Iterator[_ForeignPlace]:
    """Yield the places that were left standing where all that names them was taken over.

    No report of 石桥镇 tells in words of its own what 柳湾镇 did; what a higher place did may stand in any.
    """
    for side, (owner, other) in enumerate(((earlier, later), (later, earlier))):
        name = owner.place
        if len(name) < _NAME or name in other.place:
            continue
        if unit_level(owner.submission.unit) <= unit_level(other.submission.unit):
            number = other.characters.count(name)
            if number:
                yield _ForeignPlace(name, number, (earlier, later), side)


def _is_left_over(place: _ForeignPlace, passage: Passage) -> bool:
    """Whether a passage names the place in its owner's text, and the other's names it nowhere else."""
    owner, other = place.side, 1 - place.side
    if place.texts[owner].characters.find(place.name, *passage.sides[owner]) < 0:
        return False
    return place.texts[other].characters.count(place.name, *passage.sides[other]) == place.number


def _are_rare(
    telling: Telling, earlier: Text, later: Text, kept: Sequence[Drawn], told: Sequence[bool]
) -> bool:
    """Whether some passages that are parts of one text are rarer than the language of the field."""
    parts = [kept[number] for number, is_told in enumerate(told) if is_told]
    for those in together([Stretch(*passage.sides) for _, passage in parts], _PUT_IN):
        pieces = [piece for number in those for piece in parts[number][1].pieces]
        if telling.is_rare(earlier.key, pieces, _LEAST_RARE):
            return True
        shared = _figures(earlier, later, [parts[number][0] for number in those])
        if shared and telling.is_rare(earlier.key, pieces, _LEAST_RARE - _FIGURE * shared):
            return True
    return False


def _figures(earlier: Text, later: Text, matches: Sequence[Match]) -> int:
    """Return how many figures of two digits or more stand in what matches cover of both texts."""
    texts = [
        "\n".join((match.left, match.right)[side].span.of(text) for match in matches)
        for side, text in enumerate((earlier.text, later.text))
    ]
    found = figures(texts)
    sides = [set(found.hashes[found.document == side].tolist()) for side in (0, 1)]
    return len(sides[0] & sides[1])


def _tells(telling: Telling, match: Match, earlier: Text, passage: Passage, same_unit: bool) -> bool:
    """Whether a passage tells where it comes from: units apart from each other fill in one form.

    They put other figures and names into the same words: so such a passage must tell twice as much.
    """
    if not telling.tells(earlier.key, passage, _LEAST_TELLING):
        return False
    return match.kind == "exact" or same_unit or telling.at_large(earlier.key, passage, _ALTERED)


def _told_together(
    telling: Telling,
    earlier: Text,
    kept: Sequence[Drawn],
    told: Sequence[bool],
    same_unit: bool,
) -> list[bool]:
    """Whether passages tell where they come from, those that are parts of one text all together.

    Nine of eleven have one text: then each of its sentences is theirs by custom, but not all of them one
    after another, in whatever order and whatever stands between.
    """
    found = list(told)
    copied = [number for number, (match, _) in enumerate(kept) if match.label == "copied"]
    stretches = [Stretch(*kept[number][1].sides) for number in copied]
    for those in together(stretches, _PUT_IN):
        numbers = [copied[number] for number in those]
        if all(told[number] for number in numbers) or not _is_dense([stretches[n] for n in those]):
            continue
        whole = Passage(tuple(piece for number in numbers for piece in kept[number][1].pieces))
        is_exact = all(kept[number][0].kind == "exact" for number in numbers)
        if telling.tells(earlier.key, whole, _LEAST_TELLING) and (
            is_exact or same_unit or telling.at_large(earlier.key, whole, _ALTERED)
        ):
            for number in numbers:
                found[number] = True
    return found


def _is_dense(stretches: Sequence[Stretch]) -> bool:
    """Whether stretches make up the most part of what lies between the first and the last, in both texts."""
    for side in (0, 1):
        own = [stretch[side] for stretch in stretches]
        whole = max(end for _, end in own) - min(start for start, _ in own)
        if sum(end - start for start, end in own) < _DENSE * whole:
            return False
    return True
