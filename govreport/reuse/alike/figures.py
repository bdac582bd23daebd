"""Figures of two digits or more with their unit: who rewords a passage keeps what makes it true.

In go raw texts, out come arrays; nothing here looks at single characters in Python.

>>> found = figures(["2019年转移237户，送饭8600餘份，二百户", "又转移２３７家，花1.5万元"])
>>> found.document.tolist(), found.place.tolist(), bool(found.hashes[0] == found.hashes[2])
([0, 0, 1, 1], [3, 6, 3, 4], True)
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreport.text.keys import comparison_marks
from govreport.text.lexicon import load_table

__all__ = ["Figures", "figures"]

_LONGEST = 8
_MIX = np.uint64(0xFF51AFD7ED558CCD)
_ZERO, _WIDE = np.uint32(ord("0")), np.uint32(ord("０"))
# Beyond these code points no unit has another that stands for it.
_UNITS = 1 << 16


class Figures(NamedTuple):
    """A number for each figure with its unit, its text, and how many characters of the key stand before."""

    hashes: NDArray[np.uint64]
    document: NDArray[np.int32]
    place: NDArray[np.int32]


def figures(texts: Sequence[str]) -> Figures:
    """Return the figures of raw texts; years and days are none, they stand in every report."""
    joined = "\n".join(texts) + "\n\n\n"
    raw = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    start, end, points = _runs(raw)
    before = raw[start - 1]
    unit = np.where(_is("more", raw[end]), raw[end + 1], raw[end])
    kept = (end - start - points > 1) & (end - start <= _LONGEST) & ~_is("dates", unit)
    # 3.2 with anything else behind it is the number of a section, and 1/10万 is a unit itself.
    is_sure = _is("decimal", unit) | ~_is("points", raw[start + 1])
    kept &= ((points == 0) | ((points == 1) & is_sure)) & ~_is("slashes", before)
    start, end, unit = start[kept], end[kept], unit[kept]
    behind = np.where(_is("points", unit), raw[end + 1], unit)
    counted, starts = comparison_marks(raw, texts)
    document = np.searchsorted(starts, start, side="right") - 1
    place = counted[start] - counted[starts[document]]
    # Where a sentence ends with a figure the next character of the key is none of it: the one before is.
    place -= (counted[end] == counted[end + 1]) & (counted[start] > counted[np.maximum(start - 1, 0)])
    hashes = _mixed(_values(raw, start, end), behind)
    return Figures(hashes, document.astype(np.int32), place.astype(np.int32))


def _runs(
    raw: NDArray[np.uint32],
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return where numbers begin and end, and how many points stand between the digits of each."""
    places = np.flatnonzero(_is_digit(raw))
    if not len(places):
        return places, places, places
    gap = np.diff(places)
    # A point between two digits joins them.
    is_point = gap == 2
    is_point[is_point] = _is("points", raw[places[:-1][is_point] + 1])
    ends = np.flatnonzero((gap != 1) & ~is_point)
    first, last = np.concatenate(([0], ends + 1)), np.append(ends, len(places) - 1)
    before = np.concatenate(([0], np.cumsum(is_point)))
    return places[first], places[last] + 1, before[last] - before[first]


def _values(raw: NDArray[np.uint32], start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return the digits of each number as one, with how many of them stand behind a point."""
    value = np.zeros(len(start), dtype=np.uint64)
    behind = np.zeros(len(start), dtype=np.uint64)
    for step in range(_LONGEST):
        own = np.flatnonzero(start + step < end)
        code = raw[start[own] + step]
        is_point = ~_is_digit(code)
        digit = np.where(code < _WIDE, code - _ZERO, code - _WIDE).astype(np.uint64)
        value[own] = np.where(is_point, value[own], value[own] * np.uint64(10) + digit)
        behind[own] += (is_point | (behind[own] > 0)).astype(np.uint64)
    return value << np.uint64(4) | behind


def _is_digit(raw: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether code points are digits, of half or full width."""
    # What is less than the first one is far more than the last one without a sign.
    found: NDArray[np.bool_] = (raw - _ZERO < 10) | (raw - _WIDE < 10)
    return found


def _is(name: str, codes: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Whether code points are among the characters of that name in data/reuse.toml."""
    found: NDArray[np.bool_] = _named(name)[np.minimum(codes, _UNITS - 1)]
    return found


@cache
def _named(name: str) -> NDArray[np.bool_]:
    marked = np.zeros(_UNITS, dtype=bool)
    marked[[ord(character) for character in load_table("reuse")["anchor"][name]]] = True
    return marked


@cache
def _alike() -> NDArray[np.uint32]:
    """Return for each unit the one that stands for it."""
    units = np.arange(_UNITS, dtype=np.uint32)
    for group in load_table("reuse")["anchor"]["alike"]:
        units[[ord(unit) for unit in group]] = ord(group[0])
    return units


def _mixed(value: NDArray[np.uint64], unit: NDArray[np.uint32]) -> NDArray[np.uint64]:
    same = np.where(unit < _UNITS, _alike()[np.minimum(unit, _UNITS - 1)], unit)
    found = (value << np.uint64(32) | same) * _MIX
    found ^= found >> np.uint64(31)
    return found * _MIX
