"""A table as HTML for a notebook: colours are taken from around it, so that light and dark both read well.

>>> from govreport.export.tables import Column
>>> html = table_html(Table((Column("a", "text"),), iter([("<b>",), (Html("<b>x</b>"),)])))
>>> "&lt;b&gt;" in html, "<b>x</b>" in html
(True, True)
"""

from __future__ import annotations

from html import escape
from itertools import islice
from typing import Any

from govreport.export.displayed import displayable
from govreport.export.tables import Column, Table

__all__ = ["STYLE", "Html", "marked_html", "table_html"]

_SHOWN = 60
_CELL = 120
# What is no longer than this stays on one line.
_SHORT = 12
_LINE = "color-mix(in srgb, currentColor 22%, transparent)"
STYLE = (
    "<style>.govreport-rows{border-collapse:collapse;font-size:13px;color:inherit;background:transparent}"
    ".govreport-rows th,.govreport-rows td{text-align:left;vertical-align:top;padding:4px 10px 4px 0;"
    f"border:0;border-bottom:1px solid {_LINE};background:transparent;max-width:44em;white-space:normal}}"
    ".govreport-rows th{font-weight:600}.govreport-rows td.n{text-align:right}"
    ".govreport-rows td.before{text-align:right}"
    ".govreport-rows :is(th,td.before,td.after,td.short){white-space:nowrap}"
    ".govreport-rows mark{background:transparent;color:inherit;font-weight:700;text-decoration:underline;"
    "text-decoration-thickness:2px}.govreport-note{font-size:13px;opacity:.75}</style>"
)


class Html(str):
    """Text that is HTML already: everything in it was escaped by who made it."""

    __slots__ = ()


def table_html(found: Table) -> str:
    """Return the first rows of a table, and how many more there are."""
    head = "".join(f"<th>{escape(column.name)}</th>" for column in found.columns)
    body = "".join(_row(found.columns, row) for row in islice(found.rows, _SHOWN))
    rest = sum(1 for _ in found.rows)
    more = f'<p class="govreport-note">… +{rest}</p>' if rest else ""
    table = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'{STYLE}<table class="govreport-rows">{table}</table>{more}'


def marked_html(pieces: Any) -> Html:
    """Return pieces of text, those that are marked in bold and underlined."""
    return Html(
        "".join(f"<mark>{_shown(text)}</mark>" if marked else _shown(text) for text, marked in pieces)
    )


def _row(columns: tuple[Column, ...], row: tuple[Any, ...]) -> str:
    return "<tr>" + "".join(map(_cell, columns, row)) + "</tr>"


def _cell(column: Column, cell: Any) -> str:
    if isinstance(cell, Html):
        return f"<td>{cell}</td>"
    if isinstance(cell, str):
        shown = _shown(cell if len(cell) <= _CELL else cell[:_CELL] + "…")
        kind = column.type if column.type in _SIDES else "short" if len(cell) <= _SHORT else ""
        return f'<td class="{kind}">{shown}</td>' if kind else f"<td>{shown}</td>"
    shown = "" if cell is None else f"{cell:.1%}" if column.type == "share" else _figure(cell)
    return f'<td class="n">{shown}</td>'


_SIDES = ("before", "after")


def _figure(cell: Any) -> str:
    return f"{cell:.3g}" if isinstance(cell, float) else escape(str(cell))


def _shown(text: str) -> str:
    return escape(displayable(text))
