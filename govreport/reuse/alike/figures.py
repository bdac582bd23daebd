"""Figures of two digits or more with their unit: who rewords a passage keeps what makes it true.

In go raw texts, out come arrays; nothing here looks at single characters in Python.

>>> found = figures(["2019年转移237户，送饭8600餘份，二百户", "又转移２３７户"])
>>> found.document.tolist(), found.place.tolist(), bool(found.hashes[0] == found.hashes[2])
([0, 0, 1], [3, 6, 3], True)
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from govreport.text.keys import comparison_marks
from govreport.text.lexicon import load_table

__all__ = ["Figures", "figures"]

_LONGEST = 8
_POINTS = np.array([ord(c) for c in ".．"], dtype=np.uint32)
_MIX = np.uint64(0xFF51AFD7ED558CCD)


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
    is_digit = digit >= 0
    edges = np.flatnonzero(np.diff(is_digit.astype(np.int8), prepend=0))
    start, end = edges[::2], edges[1::2]
    unit = np.where(np.isin(raw[end], _characters("more")), raw[end + 1], raw[end])
    kept = (end - start > 1) & (end - start <= _LONGEST) & ~np.isin(unit, _characters("dates"))
    kept &= ~np.isin(raw[np.maximum(start - 1, 0)], _POINTS)
    start, end, unit = start[kept], end[kept], unit[kept]
    value = np.zeros(len(start), dtype=np.uint64)
    for step in range(_LONGEST):
        more = start + step < end
        value[more] = value[more] * np.uint64(10) + digit[start[more] + step].astype(np.uint64)
    behind = np.where(np.isin(unit, _POINTS), raw[end + 1], unit)
    counted, starts = comparison_marks(joined, texts)
    document = np.searchsorted(starts, start, side="right") - 1
    place = counted[start] - counted[starts[document]]
    return Figures(_mixed(value, behind), document.astype(np.int32), place.astype(np.int32))


def _digits(raw: NDArray[np.uint32]) -> NDArray[np.int64]:
    """Return the value of each digit, -1 for anything else."""
    plain, wide = raw.astype(np.int64) - ord("0"), raw.astype(np.int64) - ord("０")
    found = np.where((plain >= 0) & (plain <= 9), plain, -1)
    return np.where((wide >= 0) & (wide <= 9), wide, found)


def _characters(name: str) -> NDArray[np.uint32]:
    return np.array([ord(c) for c in load_table("reuse")["anchor"][name]], dtype=np.uint32)


def _mixed(value: NDArray[np.uint64], unit: NDArray[np.uint32]) -> NDArray[np.uint64]:
    found = (value << np.uint64(32) | unit) * _MIX
    found ^= found >> np.uint64(31)
    return found * _MIX
