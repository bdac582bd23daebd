"""Tables as pandas DataFrames: the same columns and types for every report, an empty one included.

>>> from govreport.export.tables import Column, Table
>>> frame_of(Table((Column("year", "integer"),), iter([(2019,), (None,)])))["year"].dtype
Int64Dtype()
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govreport.export.tables import Table, table
from govreport.model import Findings

if TYPE_CHECKING:
    import pandas

# The Python-backed strings also hold lone surrogates, which those of pyarrow refuse.
_TYPES = {"text": "string[python]", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def to_frame(findings: Findings, name: str) -> pandas.DataFrame:
    """Return a table of the findings as a tidy DataFrame."""
    return frame_of(table(findings, name))


def frame_of(table: Table) -> pandas.DataFrame:
    """Return any table as a DataFrame with the types of its columns."""
    import pandas

    rows = list(table.rows)
    values = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    series = {
        column.name: pandas.Series(list(cells), dtype=_TYPES[column.type])
        for column, cells in zip(table.columns, values, strict=True)
    }
    return pandas.DataFrame(series)
