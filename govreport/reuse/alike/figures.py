"""Figures of two digits or more with their unit: who rewords a passage keeps what makes it true.

In go raw texts, out come arrays; nothing here looks at single characters in Python.

>>> found = figures(["2019年转移237户，送饭8600餘份，二百户", "又转移２３７家，花1.5万元"])
>>> found.document.tolist(), found.place.tolist(), bool(found.hashes[0] == found.hashes[2])
([0, 0, 1, 1], [3, 6, 3, 5], True)
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
_POINTS = np.array([ord(c) for c in ".．"], dtype=np.uint32)
_SLASHES = np.array([ord(c) for c in "/／"], dtype=np.uint32)
_MIX = np.uint64(0xFF51AFD7ED558CCD)
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
    digit = _digits(raw)
    start, end, points = _runs(raw, digit)
    unit = np.where(np.isin(raw[end], _characters("more")), raw[end + 1], raw[end])
    kept = (end - start - points > 1) & (end - start <= _LONGEST) & ~np.isin(unit, _characters("dates"))
    # 3.2 with anything else behind it is the number of a section.
    is_sure = np.isin(unit, _characters("decimal")) | ~np.isin(raw[start + 1], _POINTS)
    kept &= (points == 0) | ((points == 1) & is_sure)
    # 1/10万 is a unit itself.
    kept &= ~np.isin(raw[np.maximum(start - 1, 0)], _SLASHES)
    start, end, unit = start[kept], end[kept], unit[kept]
    behind = np.where(np.isin(unit, _POINTS), raw[end + 1], unit)
    counted, starts = comparison_marks(joined, texts)
    document = np.searchsorted(starts, start, side="right") - 1
    place = counted[start] - counted[starts[document]]
    # Where a sentence ends with a figure the next character of the key is none of it: the one before is.
    place -= (counted[end] == counted[end + 1]) & (counted[start] > counted[np.maximum(start - 1, 0)])
    return Figures(
        _mixed(_values(digit, start, end), behind), document.astype(np.int32), place.astype(np.int32)
    )


def _runs(
    raw: NDArray[np.uint32], digit: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return where numbers begin and end, and how many points stand between the digits of each."""
    is_digit = digit >= 0
    is_point = np.zeros(len(raw), dtype=bool)
    places = np.flatnonzero(np.isin(raw[1:-1], _POINTS)) + 1
    is_point[places[is_digit[places - 1] & is_digit[places + 1]]] = True
    edges = np.flatnonzero(np.diff((is_digit | is_point).astype(np.int8), prepend=0))
    start, end = edges[::2], edges[1::2]
    before = np.concatenate(([0], np.cumsum(is_point)))
    return start, end, before[end] - before[start]


def _values(digit: NDArray[np.int64], start: NDArray[np.int64], end: NDArray[np.int64]) -> NDArray[np.uint64]:
    """Return the digits of each number as one, with how many of them stand behind a point."""
    value = np.zeros(len(start), dtype=np.uint64)
    behind = np.zeros(len(start), dtype=np.uint64)
    for step in range(_LONGEST):
        own = np.flatnonzero(start + step < end)
        found = digit[start[own] + step]
        is_point = found < 0
        value[own] = np.where(is_point, value[own], value[own] * np.uint64(10) + found.astype(np.uint64))
        behind[own] += (is_point | (behind[own] > 0)).astype(np.uint64)
    return value << np.uint64(4) | behind


def _digits(raw: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return the value of each digit, -1 for anything else."""
    plain, wide = raw.astype(np.int64) - ord("0"), raw.astype(np.int64) - ord("０")
    found = np.where((plain >= 0) & (plain <= 9), plain, -1)
    return np.where((wide >= 0) & (wide <= 9), wide, found)


def _characters(name: str) -> NDArray[np.uint32]:
    return np.array([ord(c) for c in load_table("reuse")["anchor"][name]], dtype=np.uint32)


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
