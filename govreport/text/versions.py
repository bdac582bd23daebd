"""What was changed between two versions of one text, clause by clause.

In go two raw texts; out comes what corresponds: script, width, punctuation and blanks are no difference.

>>> found = Versions("走访家庭30户，发放棉衣。开办夜校。", "走訪家庭45户，發放棉衣！")
>>> [(str(one.kind), "走访家庭30户，发放棉衣。开办夜校。"[slice(*one.left)]) for one in found.blocks]
[('changed', '走访家庭30户，'), ('equal', '发放棉衣。'), ('removed', '开办夜校。')]
>>> found.carried(9, 11)
(8, 13)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from govreport.text.keys import full_text

__all__ = ["Block", "Versions"]

_CLAUSE = re.compile("[^，,。.；;：:！!？?\\r\\n]*[，,。.；;：:！!？?\\r\\n]*")
_KINDS = {"equal": "equal", "replace": "changed", "delete": "removed", "insert": "added"}

_Reach = tuple[int, int]


class Block(NamedTuple):
    """Clauses of both texts that correspond: ``equal``, ``changed``, ``removed`` or ``added``."""

    kind: str
    left: _Reach
    right: _Reach


class Versions:
    """Two versions of one text; time is linear in their length where little was changed."""

    def __init__(self, earlier: str, later: str) -> None:
        self.texts = earlier, later

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What corresponds, one behind the other; an equal block is one clause."""
        from rapidfuzz.distance import Levenshtein

        numbers: dict[str, int] = {}
        sides = [_clauses(text) for text in self.texts]
        keys = [
            [numbers.setdefault(full_text(text[start:end]), len(numbers)) for start, end in clauses]
            for text, clauses in zip(self.texts, sides, strict=True)
        ]
        found = []
        for op in Levenshtein.opcodes(*keys):
            one, end, other, stop = op.src_start, op.src_end, op.dest_start, op.dest_end
            if op.tag == "equal":
                both = zip(sides[0][one:end], sides[1][other:stop], strict=True)
                found += [Block("equal", *pair) for pair in both]
            else:
                reach = _reach(sides[0], one, end), _reach(sides[1], other, stop)
                found.append(Block(_KINDS[op.tag], *reach))
        return tuple(_joined(found))

    @property
    def kept(self) -> float:
        """The share of the later text's characters, white space not counted, that stand as they were."""
        later = self.texts[1]
        size = sum(not character.isspace() for character in later)
        same = "".join(later[slice(*one.right)] for one in self.blocks if one.kind == "equal")
        return round(sum(not character.isspace() for character in same) / size, 4) if size else 0.0

    def carried(self, start: int, end: int) -> _Reach:
        """Return what stands in the later text where the earlier one has a stretch: whole clauses."""
        first, last = self._between(0, start, end)
        reaches = [one.right for one in self.blocks[first : last + 1]] or [(0, 0)]
        return reaches[0][0], reaches[-1][1]

    def stood(self, start: int, end: int) -> bool:
        """Whether the clauses of a stretch of the later text stand in the earlier one as they are."""
        first, last = self._between(1, start, end)
        return all(one.kind == "equal" for one in self.blocks[first : last + 1])

    def _between(self, side: int, start: int, end: int) -> _Reach:
        """Return the numbers of the blocks that hold the first and the last character of a stretch."""
        starts, numbers = self._starts[side]
        if not starts:
            return 0, -1
        places = (max(bisect_right(starts, place) - 1, 0) for place in (start, max(end - 1, start)))
        first, last = (numbers[place] for place in places)
        return first, last

    @cached_property
    def _starts(self) -> tuple[tuple[list[int], list[int]], ...]:
        """Where the blocks begin that have something on a side, and their numbers."""
        found = []
        for reaches in ([one.left for one in self.blocks], [one.right for one in self.blocks]):
            held = [(start, number) for number, (start, end) in enumerate(reaches) if start < end]
            found.append(([start for start, _ in held], [number for _, number in held]))
        return tuple(found)


def _clauses(text: str) -> list[_Reach]:
    """Cut a text into clauses; marks and blanks alone belong to the clause before."""
    cuts = [0]
    for found in _CLAUSE.finditer(text):
        if found.end() > cuts[-1] and full_text(found.group()):
            cuts.append(found.end())
    if cuts[-1] < len(text):
        cuts[-1 if len(cuts) > 1 else len(cuts) :] = [len(text)]
    return list(pairwise(cuts))


def _reach(clauses: list[_Reach], first: int, last: int) -> _Reach:
    if first < last:
        return clauses[first][0], clauses[last - 1][1]
    place = clauses[first - 1][1] if first else 0
    return place, place


def _joined(blocks: list[Block]) -> list[Block]:
    """Join neighbours that are both no equal ones: what was put in beside what was changed."""
    found: list[Block] = []
    for one in blocks:
        last = found[-1] if found else None
        if last is None or "equal" in (last.kind, one.kind):
            found.append(one)
            continue
        left, right = (last.left[0], one.left[1]), (last.right[0], one.right[1])
        kind = "added" if left[0] == left[1] else "removed" if right[0] == right[1] else "changed"
        found[-1] = Block(kind, left, right)
    return found
