"""What a collection taught, as it is written: best weights, and the lower half of their curvature.

>>> around = Curvature([0.5, 1.0, 0.25], [[2.0, 0.5], [0.5, 3.0]], [4.0])
>>> taught = {"first": stored(around, 2), "names": stored_names(around, ["R1今"], 2)}
>>> known(taught, "first", ["L1力", "R1今"], 2.0)
Curvature(best=[0.5, 1.0, 0.0, 0.25], numbers=[[2.0, 0.5], [0.5, 3.0]], names=[2.0, 4.0])
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from govreport.text.choices import Curvature

__all__ = ["known", "stored", "stored_names"]

_DIGITS = 4
_CURVATURE_DIGITS = 2


def stored(around: Curvature, numbers: int) -> dict[str, Any]:
    """Return the part of the first so many weights as plain data."""
    return {
        "best": [round(float(value), _DIGITS) for value in around.best[:numbers]],
        "curvature": [
            [round(float(value), _CURVATURE_DIGITS) for value in row[: place + 1]]
            for place, row in enumerate(around.numbers)
        ],
    }


def stored_names(around: Curvature, names: Sequence[str], numbers: int) -> dict[str, list[float]]:
    """Return the weight and the curvature of each name that stands somewhere."""
    both = zip(names, around.best[numbers:], around.names, strict=True)
    return {
        name: [round(float(best), _DIGITS), round(float(curved), _CURVATURE_DIGITS)]
        for name, best, curved in both
        if round(float(best), _DIGITS)
    }


def known(
    taught: Mapping[str, Any], stage: str, names: Sequence[str] = (), unknown: float = 0.0
) -> Curvature | None:
    """Return what was taught of a stage, None for nothing; ``unknown`` is the curvature of new names."""
    if not taught:
        return None
    best, half = taught[stage]["best"], taught[stage]["curvature"]
    whole = [[half[max(i, j)][min(i, j)] for j in range(len(half))] for i in range(len(half))]
    pairs = [taught.get("names", {}).get(name, (0.0, unknown)) for name in names]
    return Curvature([*best, *(pair[0] for pair in pairs)], whole, [pair[1] for pair in pairs])
