"""How far coders agree: Krippendorff's alpha for labels, F1 for spans, with intervals."""

from __future__ import annotations

import os
from collections.abc import Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Any

from govreport.coding.alpha import krippendorff_alpha
from govreport.errors import InputError, UsageError

if TYPE_CHECKING:
    import pandas

__all__ = ["agreement"]

_GIVEN = ("id", "document_id", "start", "end", "before", "text", "after", "note")
_RESAMPLES = 500


def agreement(
    sheets: Sequence[pandas.DataFrame | str | os.PathLike[str]],
    *,
    labels: Sequence[str] | None = None,
    sets: Sequence[str] = (),
    spans: bool = False,
) -> pandas.DataFrame:
    """Compare two or more coders' sheets (frames, or CSV files as ``gr.sample`` writes them).

    One row for each column of ``labels`` (default: all that coders fill in) with ``alpha``, its 95 %
    interval over units, and the number of ``units`` coded by two or more. Empty cells are missing values.
    Columns in ``sets`` hold several labels joined by ``+`` and are compared as sets.
    With ``spans`` a row ``spans`` gives the mean F1 of spans (document_id, start, end) over pairs of coders.
    Raises UsageError for fewer than two sheets or a column that is not in all of them.
    """
    frames = [_read(sheet) for sheet in sheets]
    if len(frames) < 2:
        raise UsageError("too-few-sheets", f"{len(frames)} sheet given, two or more wanted")
    wanted = list(labels) if labels is not None else _shared_labels(frames)
    _check(frames, [*wanted, *(("document_id", "start", "end") if spans else ("id",))])
    import pandas

    rows = [_row(frames, label, label in sets) for label in wanted]
    return pandas.DataFrame([*rows, *([_span_row(frames)] if spans else [])])


def _read(sheet: Any) -> pandas.DataFrame:
    import pandas

    if isinstance(sheet, pandas.DataFrame):
        return sheet
    try:
        return pandas.read_csv(sheet, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise InputError("wrong-sheet", f"is no coding sheet: {error}", path=sheet) from error


def _shared_labels(frames: list[pandas.DataFrame]) -> list[str]:
    return [name for name in frames[0].columns if name not in _GIVEN and all(name in f for f in frames)]


def _check(frames: list[pandas.DataFrame], columns: list[str]) -> None:
    for number, frame in enumerate(frames, 1):
        lacking = [name for name in columns if name not in frame.columns]
        if lacking:
            raise UsageError("unknown-column", f"sheet {number} has no column {lacking[0]!r}")


def _row(frames: list[pandas.DataFrame], label: str, is_set: bool) -> dict[str, Any]:
    values = [dict(zip(frame["id"], frame[label], strict=True)) for frame in frames]
    ids = sorted(set().union(*values))
    units = [[_value(coder.get(id), is_set) for coder in values] for id in ids]
    units = [unit for unit in units if sum(value is not None for value in unit) > 1]
    distance = "set" if is_set else "nominal"
    low, high = _interval(units, distance)
    alpha = krippendorff_alpha(units, distance)
    return {"label": label, "measure": f"alpha ({distance})", "value": alpha, "low": low, "high": high,
            "units": len(units), "coders": len(frames)}  # fmt: skip


def _value(cell: Any, is_set: bool) -> Any:
    if cell is None or cell != cell or str(cell).strip() == "":
        return None
    return frozenset(str(cell).split("+")) if is_set else str(cell).strip()


def _interval(units: list[list[Any]], distance: str) -> tuple[float | None, float | None]:
    """Resample units with replacement; the same draws each time."""
    import numpy as np

    if len(units) < 2:
        return None, None
    draws = np.random.default_rng(0).integers(0, len(units), size=(_RESAMPLES, len(units)))
    values = [krippendorff_alpha([units[i] for i in draw], distance) for draw in draws]
    low, high = np.percentile([value for value in values if value is not None], [2.5, 97.5])
    return float(low), float(high)


def _span_row(frames: list[pandas.DataFrame]) -> dict[str, Any]:
    columns = ["document_id", "start", "end"]
    coded = [set(frame[columns].astype(str).itertuples(index=False, name=None)) for frame in frames]
    scores = [2 * len(a & b) / (len(a) + len(b)) if a or b else 1.0 for a, b in combinations(coded, 2)]
    return {"label": "spans", "measure": "F1 (exact)", "value": sum(scores) / len(scores), "low": None,
            "high": None, "units": len(set().union(*coded)), "coders": len(frames)}  # fmt: skip
