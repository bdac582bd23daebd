"""A coding sheet: items drawn at random from an audit, with their context and without any prediction."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from govreport.errors import OutputError, UsageError

if TYPE_CHECKING:
    import pandas

__all__ = ["CodingSheet", "sample"]

_CONTEXT = 60
_BLANK = {"statements": ("kind", "status", "area", "note"), "sections": ("part", "area", "note")}


class CodingSheet(NamedTuple):
    """``sheet`` is for coders; ``key`` holds stratum and predictions by ``id``, and is not for them."""

    sheet: pandas.DataFrame
    key: pandas.DataFrame


def sample(
    audit: Any,
    n: int,
    by: str | None = None,
    *,
    unit: str = "statements",
    seed: int = 0,
    path: str | os.PathLike[str] | None = None,
) -> CodingSheet:
    """Draw ``n`` statements or sections of an audit (or fewer, where there are fewer).

    ``by`` is a column of the audit's table (``kind``, ``part``, ``document_id`` …): each of its values gets
    the same share of the sheet as far as it has items. The same ``seed`` draws the same items. With ``path``
    the sheet is written there as CSV, the key beside it as ``NAME.key.csv``.
    Raises UsageError for an unknown unit or column and for what is no audit, OutputError where the file
    can't be written.
    """
    if not hasattr(audit, "reports"):
        told = f"an audit was wanted, {type(audit).__name__} given"
        raise UsageError("not-audit", told, hint="draw from gr.audit(paths)")
    if unit not in _BLANK:
        raise UsageError("unknown-unit", f"no unit {unit!r}", hint="statements or sections")
    frame = audit.to_frame(unit)
    if by is not None and by not in frame.columns:
        raise UsageError("unknown-column", f"no column {by!r}", hint="one of " + ", ".join(frame.columns))
    drawn = _drawn(frame, n, by, seed)
    found = CodingSheet(_sheet(audit, drawn, unit), _key(frame, drawn, by))
    if path is not None:
        _write(found, Path(path))
    return found


def _drawn(frame: pandas.DataFrame, n: int, by: str | None, seed: int) -> pandas.DataFrame:
    """Shuffle, then take turns between the strata, so that small ones are not lost."""
    shuffled = frame.sample(frac=1.0, random_state=seed)
    if by is None:
        return shuffled.head(n)
    turn = shuffled.groupby(by, dropna=False).cumcount()
    chosen = turn.sort_values(kind="stable").index[:n]
    return shuffled[shuffled.index.isin(chosen)]


def _sheet(audit: Any, drawn: pandas.DataFrame, unit: str) -> pandas.DataFrame:
    import pandas

    texts = {report.document.id: report.document.text for report in audit.reports}
    rows = []
    for row in drawn.to_dict("records"):
        text, start, end = texts[row["document_id"]], int(row["start"]), int(row["end"])
        rows.append(
            {
                "id": _id(row),
                "document_id": row["document_id"],
                "start": start,
                "end": end,
                "before": text[max(0, start - _CONTEXT) : start],
                "text": text[start:end],
                "after": text[end : end + _CONTEXT],
                **dict.fromkeys(_BLANK[unit], ""),
            }
        )
    return pandas.DataFrame(rows)


def _id(row: Mapping[Any, Any]) -> str:
    return f"{row['document_id']}:{row['start']}-{row['end']}"


def _key(frame: pandas.DataFrame, drawn: pandas.DataFrame, by: str | None) -> pandas.DataFrame:
    """The table's own row of each item, with its stratum and the stratum's size in the whole audit."""
    key = drawn.drop(columns=[name for name in ("text",) if name in drawn.columns])
    key = key.rename(columns={"id": "number_in_report"})
    key.insert(0, "id", [_id(row) for row in drawn.to_dict("records")])
    sizes = frame.groupby(by, dropna=False).size() if by else None
    key["stratum"] = drawn[by].astype(str) if by else "all"
    key["stratum_size"] = drawn[by].map(sizes) if sizes is not None else len(frame)
    return key.reset_index(drop=True)


def _write(found: CodingSheet, path: Path) -> None:
    try:
        found.sheet.to_csv(path, index=False, encoding="utf-8-sig")
        found.key.to_csv(path.with_suffix(".key.csv"), index=False, encoding="utf-8-sig")
    except OSError as error:
        raise OutputError("unwritable", f"can't be written: {error.strerror}", path=path) from error
