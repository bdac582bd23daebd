"""How cells look: each combination of styles is one format of the workbook, made when it is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

__all__ = ["Styles"]

_INK, _PAPER = "#1F2933", "#FFFFFF"
_CELL = {"valign": "top", "text_wrap": True, "border": 1, "border_color": "#C9D1D9"}
_HEAD = {"bold": True, "font_color": _PAPER, "bg_color": "#2F4B6E", "valign": "vcenter"}
_STYLES: dict[str, dict[str, Any]] = {
    "head": {**_CELL, **_HEAD},
    "to_fill": {**_CELL, **_HEAD, "bg_color": "#8A5A00"},
    "filled": {"bg_color": "#FFF8E1"},
    "date": {"num_format": "yyyy-mm-dd", "align": "left"},
    "share": {"num_format": "0.0%"},
    "number": {"num_format": "0", "align": "center"},
    # Excel would run it once somebody edits the cell; with this mark it stays text.
    "disarmed": {"quote_prefix": True},
    "link": {"font_color": "#0B5CAD", "underline": 1},
    "title": {"bold": True, "font_size": 16, "font_color": _INK},
    "under": {"bold": True, "font_size": 12, "font_color": _INK, "bottom": 1},
    "marked": {"bold": True, "underline": 1, "font_color": "#B42318"},
}
# Inside a text: letters only, no cell around them.
_INSIDE = {"mark": _STYLES["marked"], "unmarked": {"font_color": _INK}}
_BARE = ("head", "to_fill", "title", "under")


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Workbook, font: str) -> None:
        self.book, self.font = book, font
        self._made: dict[tuple[str, ...], Format] = {}

    def of(self, *names: str) -> Format:
        """Return the format that combines styles; empty names count for nothing."""
        wanted = tuple(name for name in names if name)
        if wanted not in self._made:
            self._made[wanted] = self.book.add_format(self._properties(wanted))
        return self._made[wanted]

    def _properties(self, names: tuple[str, ...]) -> dict[str, Any]:
        found: dict[str, Any] = {"font_name": self.font, "font_size": 10}
        if len(names) == 1 and names[0] in _INSIDE:
            return found | _INSIDE[names[0]]
        found |= {} if names and names[0] in _BARE else _CELL
        for name in names:
            found |= _STYLES[name]
        return found
