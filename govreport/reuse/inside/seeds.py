"""Stretches that stand twice, letter for letter: the seeds of blocks.

Each shingle of eight characters is linked to its previous occurrence only, so a text that says the same
thing a thousand times has a thousand links and not half a million.

>>> find_seeds("甲乙丙丁戊己庚辛壬XX甲乙丙丁戊己庚辛壬")
[Seed(left=0, right=11, length=9)]
"""

from __future__ import annotations

from typing import NamedTuple

SHINGLE = 8


class Seed(NamedTuple):
    """``length`` characters from ``left`` on stand again from ``right`` on."""

    left: int
    right: int
    length: int


def find_seeds(key: str) -> list[Seed]:
    """Return maximal equal stretches of at least eight characters, by the place of their repetition."""
    seeds: list[Seed] = []
    for position, before in _links(key):
        last = seeds[-1] if seeds else None
        if (
            last
            and last.left + last.length - SHINGLE + 1 == before
            and last.right + last.length - SHINGLE + 1 == position
        ):
            seeds[-1] = Seed(last.left, last.right, last.length + 1)
        else:
            seeds.append(Seed(before, position, SHINGLE))
    return seeds


def _links(key: str) -> list[tuple[int, int]]:
    last: dict[str, int] = {}
    links = []
    for position in range(len(key) - SHINGLE + 1):
        shingle = key[position : position + SHINGLE]
        before = last.get(shingle)
        if before is not None and before + 1 < position:
            links.append((position, before))
        last[shingle] = position
    return links
