"""The few candidates of a run that are worth a close look, chosen by the counted tables alone.

A run has thirty places where its heading might end. Tables of other reports rule most of them out at a
tenth of the price of all the evidence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from govreport.segment.boundary.odds import SKIPPED, Odds

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

__all__ = ["MOST", "first_rows", "kept_places"]

MOST = 10
_LABEL = re.compile("[^,。;:、()]{2,8}:")


def first_rows(runs: Sequence[tuple[str, Sequence[int]]], odds: Odds) -> list[Array]:
    """Return for each run a table: what the counts and the marks beside each candidate say, 31 numbers."""
    import numpy as np

    told = odds.rows(runs)
    beside = np.array([_marks(run, at) for run, offsets in runs for at in offsets]).reshape(-1, 6)
    ends = np.cumsum([len(offsets) for _, offsets in runs])[:-1]
    return np.split(np.hstack([told, beside]), ends)


def _marks(run: str, offset: int) -> tuple[float, ...]:
    after = run[offset : offset + 1]
    return (
        max(0, 8 - offset) / 4,
        max(0, offset - 22) / 8,
        float(after in ("。", "!", "?", "\n", ".")),
        float(after == "("),
        float(":" in run and _LABEL.match(run[offset:].lstrip(SKIPPED)) is not None),
        float(run[offset - 1] == ")"),
    )


def kept_places(values: Array) -> list[int]:
    """Return the places of the best values, in the order of the candidates."""
    return sorted((-values).argsort(kind="stable")[:MOST].tolist())
