"""A tuple that shows itself as a table: what a report's sequences are.

>>> from govreport.export.tables import Column, Table
>>> squares = Rows([2, 3], lambda items: Table((Column("square", "integer"),), ((i * i,) for i in items)))
>>> squares[1:], squares == (2, 3), ">9</td>" in squares[1:]._repr_html_()
((3,), True, True)
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic, SupportsIndex, TypeVar, overload

from govreport.export.tables import Table

if TYPE_CHECKING:
    import pandas

Item = TypeVar("Item", covariant=True)
Maker = Callable[[tuple[Any, ...]], Table]


class Rows(tuple[Item, ...], Generic[Item]):
    """A tuple of items with ``to_frame()``; a slice of it is such a tuple too."""

    _table_of: Maker
    _view_of: Maker | None

    def __new__(cls, items: Iterable[Item], table_of: Maker, view_of: Maker | None = None) -> Rows[Item]:
        """Hold ``items``; ``table_of`` makes a table of them or of any part of them.

        ``view_of`` makes the table that a notebook shows, where that is another one.
        """
        rows = super().__new__(cls, items)
        rows._table_of, rows._view_of = table_of, view_of
        return rows

    def __getnewargs__(self) -> Any:
        return tuple(self), self._table_of, self._view_of

    @overload
    def __getitem__(self, key: SupportsIndex) -> Item: ...
    @overload
    def __getitem__(self, key: slice) -> Rows[Item]: ...
    def __getitem__(self, key: SupportsIndex | slice) -> Any:
        """Return one item, or a slice that still shows itself as a table."""
        if isinstance(key, slice):
            return Rows(super().__getitem__(key), self._table_of, self._view_of)
        return super().__getitem__(key)

    def to_frame(self) -> pandas.DataFrame:
        """Return these items as a DataFrame."""
        from govreport.export.frames import frame_of

        return frame_of(self._table_of(tuple(self)))

    def _repr_html_(self) -> str:
        from govreport.export.notebook.table_html import table_html

        return table_html((self._view_of or self._table_of)(tuple(self)))
