"""A tuple that shows itself as a table: what a report's sequences are.

>>> from govreport.export.tables import Column, Table
>>> squares = Rows([2, 3], lambda items: Table((Column("square", "integer"),), ((i * i,) for i in items)))
>>> squares[1:], squares == (2, 3), "<td>9</td>" in squares[1:]._repr_html_()
((3,), True, True)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, TypeVar, overload

from govreport.export.tables import Table

if TYPE_CHECKING:
    import pandas

Item = TypeVar("Item", covariant=True)
# Controls besides tab and line ends, and halves of characters.
_NOT_SHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_SHOWN = 60
_CELL = 80


class Rows(tuple[Item, ...], Generic[Item]):
    """A tuple of items with ``to_frame()``; a slice of it is such a tuple too."""

    _table_of: Callable[[tuple[Any, ...]], Table]

    def __new__(cls, items: Iterable[Item], table_of: Callable[[tuple[Any, ...]], Table]) -> Rows[Item]:
        """Hold ``items``; ``table_of`` makes a table of them or of any part of them."""
        rows = super().__new__(cls, items)
        rows._table_of = table_of
        return rows

    def __getnewargs__(self) -> Any:
        return tuple(self), self._table_of

    @overload
    def __getitem__(self, key: SupportsIndex) -> Item: ...
    @overload
    def __getitem__(self, key: slice) -> Rows[Item]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> Any:
        """Return one item, or a slice that still shows itself as a table."""
        if isinstance(key, slice):
            return Rows(super().__getitem__(key), self._table_of)
        return super().__getitem__(key)

    def to_frame(self) -> pandas.DataFrame:
        """Return these items as a DataFrame."""
        from govreport.export.frames import frame_of

        return frame_of(self._table_of(tuple(self)))

    def _repr_html_(self) -> str:
        columns, rows = self._table_of(tuple(self))
        head = "".join(f"<th>{escape(column.name)}</th>" for column in columns)
        body = "".join(map(_row_html, islice(rows, _SHOWN)))
        rest = sum(1 for _ in rows)
        more = f"<p>… +{rest}</p>" if rest else ""
        return (
            f'<table class="govreport-rows"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}'
        )


def _row_html(row: tuple[Any, ...]) -> str:
    return "<tr>" + "".join(_cell_html(cell) for cell in row) + "</tr>"


def _cell_html(cell: Any) -> str:
    if isinstance(cell, str):
        shown = cell if len(cell) <= _CELL else cell[:_CELL] + "…"
        return f'<td style="text-align:left">{escape(displayable(shown))}</td>'
    shown = "" if cell is None else f"{cell:.3g}" if isinstance(cell, float) else str(cell)
    return f"<td>{shown}</td>"


def displayable(text: str) -> str:
    """Return the text with what no page or terminal may be sent (controls, half characters) replaced."""
    return _NOT_SHOWN.sub("\ufffd", text)
