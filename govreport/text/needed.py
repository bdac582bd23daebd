"""Which characters no match of a pattern can do without: most texts have none of them and need no search.

A table's pattern with many ways to begin is tried at each place of a text, which takes fifty times as long as
looking for one of a few characters.

>>> told = needed("(?:到|至)?(?:[0-9]+|十一?)月(?:底|末)?")
>>> told.pattern, bool(told.search("到三月底")), bool(needed("十?").search("三"))
('[月]', True, True)
>>> begins("(?<!第)(?:到|至)?[0-2]月").pattern
'[012到至]'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

__all__ = ["Characters", "Nodes", "begins", "first_characters", "needed"]

Characters = frozenset[str]
Nodes = Sequence[tuple[Any, Any]]
"""A pattern as it was read: kinds of nodes with what belongs to each."""

# A class of more characters than this is in every text.
_MOST = 200
_REPEATED = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def needed(pattern: str) -> re.Pattern[str]:
    """Return a pattern of one character that each match of ``pattern`` holds, an empty one if none is known.

    What stands around a match is not counted. The time is that of reading the pattern once.
    """
    return _one_of(_held(parser.parse(pattern)))


def begins(pattern: str) -> re.Pattern[str]:
    """Return a pattern of one character that each match begins with, an empty one if that can be any."""
    return _one_of(first_characters(parser.parse(pattern)))


def _one_of(characters: Characters | None) -> re.Pattern[str]:
    return re.compile("" if characters is None else f"[{''.join(map(re.escape, sorted(characters)))}]")


def _held(nodes: Nodes) -> Characters | None:
    """Return the fewest characters of which each match has one; the later of those that are as few."""
    found = [held for held in map(_held_by, nodes) if held is not None]
    return min(reversed(found), key=len, default=None)


def _held_by(node: tuple[Any, Any]) -> Characters | None:
    kind, value = str(node[0]), node[1]
    if kind in ("LITERAL", "IN"):
        return _characters(kind, value)
    if kind in _REPEATED:
        return _held(value[2]) if value[0] else None
    if kind == "SUBPATTERN":
        return None if value[1] or value[2] else _held(value[3])
    if kind == "ATOMIC_GROUP":
        return _held(value)
    return _any_of([_held(one) for one in value[1]]) if kind == "BRANCH" else None


def first_characters(nodes: Nodes) -> Characters | None:
    """Return what a match can begin with, None where that can be any character or none."""
    characters, may_be_empty = _inner(nodes)
    return None if may_be_empty else characters


def _first_of(node: tuple[Any, Any]) -> tuple[Characters | None, bool]:
    kind, value = str(node[0]), node[1]
    if kind in ("ASSERT", "ASSERT_NOT", "AT"):
        return frozenset(), True
    if kind in ("LITERAL", "IN"):
        return _characters(kind, value), False
    if kind in _REPEATED:
        characters, may_be_empty = _inner(value[2])
        return characters, may_be_empty or not value[0]
    if kind == "SUBPATTERN" and not (value[1] or value[2]):
        return _inner(value[3])
    if kind == "ATOMIC_GROUP":
        return _inner(value)
    if kind == "BRANCH":
        ways = [_inner(one) for one in value[1]]
        return _any_of([characters for characters, _ in ways]), any(empty for _, empty in ways)
    return None, True


def _inner(nodes: Nodes) -> tuple[Characters | None, bool]:
    """Return the same of a part, of which it is told what it begins with where it is not empty."""
    found: Characters | None = frozenset()
    for node in nodes:
        characters, may_be_empty = _first_of(node)
        found = _any_of([found, characters])
        if not may_be_empty:
            return found, False
    return found, True


def _any_of(ways: Sequence[Characters | None]) -> Characters | None:
    known = [characters for characters in ways if characters is not None]
    return frozenset[str]().union(*known) if len(known) == len(ways) else None


def _characters(kind: str, value: Any) -> Characters | None:
    if kind == "LITERAL":
        return frozenset(chr(value))
    found: set[str] = set()
    for sort, told in value:
        if str(sort) == "LITERAL":
            found.add(chr(told))
        elif str(sort) == "RANGE" and told[1] - told[0] < _MOST:
            found.update(map(chr, range(told[0], told[1] + 1)))
        else:
            return None
    return frozenset(found) if len(found) <= _MOST else None
