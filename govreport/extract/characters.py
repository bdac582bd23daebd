"""What speaks for a character to stand in a slot: itself, its neighbours, its word, what the rules say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from govreport.extract.cues import cue, matches_of, may_stand
from govreport.text.kept import kept
from govreport.text.words import tagged

__all__ = [
    "FAR_FROM_START",
    "FAR_FROM_STOP",
    "FAR_TO_END",
    "LEARNED",
    "RULED",
    "SIDES",
    "STOPS",
    "Marked",
    "Word",
    "agents_of",
    "character_names",
    "marks_of",
    "words_in",
]

LEARNED = ("action", "beneficiary", "object", "actor", "partner", "occasion")
"""The slots whose borders are learned."""

RULED = (
    "action",
    "object",
    "actor",
    "quantity",
    "deadline",
    "frequency",
    "purpose",
    "beneficiary",
    "partner",
    "venue",
    "legal_reference",
    "occasion",
    "person",
    "post",
)
"""The slots of the rules that speak for or against others."""

STOPS = "，,、；;：:（(“《"
"""What a clause or a name ends at."""

FAR_FROM_START, FAR_FROM_STOP, FAR_TO_END = 5, 5, 4
"""So many characters from the beginning, from a stop and from the end, and all farther ones, are one."""

SIDES = ("none", "before", "behind")
"""Whether the first action that rules find stands before a character or behind it."""

# Where who acts may begin: behind these, and behind a date.
_OPENS = "，,；;：:由请"
_DATES = ("deadline", "frequency")
_NO_AGENT: tuple[str, ...] = ("agent=",)


class Marked(NamedTuple):
    """A range of a statement, from its first character on, with the name of what stands there."""

    name: str
    start: int
    end: int


class Word(NamedTuple):
    """A word with the first letter of its tag."""

    text: str
    tag: str


@kept
def words_in(told: str) -> list[Word]:
    """Return the words of a statement with their tags."""
    return [Word(word, tag) for word, tag in tagged(told)]


def character_names(
    told: str, words: Sequence[Word], kind: str, ruled: Sequence[Marked]
) -> Iterator[list[str]]:
    """Yield the names for each character of a statement of these ``words``; ``ruled`` is what rules found."""
    places = [(at, inside) for at, word in enumerate(words) for inside in range(len(word.text))]
    marks = [name for name, number in marks_of(told, ruled) for _ in range(number)]
    agents = [names for names, number in agents_of(told, ruled, words) for _ in range(number)]
    action = min((mark.start for mark in ruled if mark.name == "action"), default=None)
    stop = -1
    for at in range(len(told)):
        if at and told[at - 1] in STOPS:
            stop = at - 1
        number, inside = places[at]
        edge = "I" if inside else "B"
        yield [
            *_around(told, at),
            *_of_words(words, number, edge),
            *agents[at],
            f"r={marks[at]}",
            f"r-={marks[at - 1] if at else '^'}",
            f"r+={marks[at + 1] if at + 1 < len(told) else '$'}",
            f"r|t={marks[at]}{edge}{words[number].tag}",
            f"at={min(at, FAR_FROM_START)}{edge}",
            f"stop={min(at - stop, FAR_FROM_STOP)}",
            f"left={min(len(told) - at, FAR_TO_END)}",
            f"kind={kind}{edge}{words[number].tag}",
            f"action={SIDES[0 if action is None else 1 if at < action else 2]}",
        ]


def agents_of(told: str, ruled: Sequence[Marked], words: Sequence[Word]) -> list[tuple[tuple[str, ...], int]]:
    """Return what is told of who may act at each character: names, and of how many characters in a row.

    They tell whether it stands in who may act, and what sort of word follows that.
    """
    if not may_stand(told, 0, len(told), "slot", "agent"):
        return [(_NO_AGENT, len(told))]
    ends = accumulate(len(word.text) for word in words)
    tags = {end - len(word.text): word.tag for word, end in zip(words, ends, strict=True)}
    agents = [_NO_AGENT] * len(told)
    stops = (at + 1 for at, character in enumerate(told) if character in _OPENS)
    dates = (mark.end for mark in ruled if mark.name in _DATES)
    free = 0
    for start in sorted({0, *stops, *dates}):
        match = cue("slot", "agent").match(told, start) if start >= free else None
        if match is None:
            continue
        free = match.end()
        follows = tags.get(free, "$")
        head = told[free - 2 : free]
        for at in range(start, free):
            edge = "B" if at == start else "I"
            agents[at] = (f"agent={edge}", f"agent={edge}|{follows}", f"agent={edge}|{head}")
        if free < len(told):
            agents[free] = ("agent=E", f"agent=E|{follows}", f"agent=E|{head}")
    return [(names, 1) for names in agents] if free else [(_NO_AGENT, len(told))]


def _around(told: str, at: int) -> Iterator[str]:
    two, one, here, next_, far = (
        told[place] if 0 <= place < len(told) else "^" if place < 0 else "$"
        for place in range(at - 2, at + 3)
    )
    yield from (f"-2{two}", f"-1{one}", f"0{here}", f"1{next_}", f"2{far}")
    yield from (f"--{two}{one}", f"-0{one}{here}", f"0+{here}{next_}", f"++{next_}{far}")


def _of_words(words: Sequence[Word], number: int, edge: str) -> Iterator[str]:
    nothing = Word("", "^")
    two, one, here, next_, far = (
        words[place] if 0 <= place < len(words) else nothing for place in range(number - 2, number + 3)
    )
    yield from (f"w{edge}{here.text}", f"w-{edge}{one.text}", f"w+{edge}{next_.text}")
    yield from (f"t{edge}{here.tag}", f"t-{edge}{one.tag}{here.tag}", f"t+{edge}{here.tag}{next_.tag}")
    yield from (f"t--{edge}{two.tag}{one.tag}{here.tag}", f"t++{edge}{here.tag}{next_.tag}{far.tag}")


def marks_of(told: str, ruled: Sequence[Marked]) -> list[tuple[str, int]]:
    """Return the names of all that stands at each character, and at how many characters in a row.

    With each name it is told whether it begins there.
    """
    bodies = matches_of(told, 0, len(told), "slot", "organization")
    named = [Marked("body", *match.span()) for match in bodies]
    marks = [mark for mark in sorted([*ruled, *named]) if max(mark.start, 0) < min(mark.end, len(told))]
    # Between these places every character has the same marks.
    places = {0, len(told), *(at for _, start, end in marks for at in (start, start + 1, end))}
    borders = sorted(at for at in places if 0 <= at <= len(told))
    found: list[tuple[str, int]] = []
    for begin, stop in pairwise(borders):
        here = [
            f"{name}{'B' if begin == start else 'I'}" for name, start, end in marks if start <= begin < end
        ]
        found.append(("+".join(here), stop - begin))
    return found
