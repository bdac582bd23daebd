"""The few candidates of a run that are worth a close look, chosen by the counted tables alone.

A run has thirty places where its heading might end. Tables of other reports rule most of them out at a
tenth of the price of all the evidence.
"""

from __future__ import annotations

import re

from govreport.segment.boundary.tables import Tables

__all__ = ["MOST", "first_row", "kept_places"]

MOST = 10
_LABEL = re.compile("[^,。;:、()]{2,8}:")


def first_row(run: str, offset: int, tables: Tables) -> list[float]:
    """Return what the tables and the marks beside a candidate say: 31 numbers."""
    before, after = run[:offset], run[offset:]
    body = after.lstrip("。.!? \n")
    return [
        *tables.ends(before),
        *tables.begins(body),
        *tables.across(before, after),
        max(0, 8 - offset) / 4,
        max(0, offset - 22) / 8,
        float(after[:1] in ("。", "!", "?", "\n", ".")),
        float(after[:1] == "("),
        float(_LABEL.match(body) is not None),
        float(before[-1:] == ")"),
    ]


def kept_places(values: list[float]) -> list[int]:
    """Return the places of the best values, in the order of the candidates."""
    ranked = sorted(range(len(values)), key=lambda place: -values[place])
    return sorted(ranked[:MOST])
