"""What may stand in a cell of Excel: text without control characters, no longer than a cell holds.

>>> cell_text("a\\x00b\\r\\nc"), sheet_name("覆核[1]: a/b"), runs_as_formula("=1+1")
('a\ufffdb\\nc', '覆核(1)： a／b', True)
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govreport.export.displayed import displayable

__all__ = ["LONGEST", "Cell", "Link", "Rich", "cell_text", "rich_text", "runs_as_formula", "sheet_name"]

# What Excel allows, in UTF-16 units: a character beyond the first plane counts twice.
LONGEST = 32_767
_LONGEST_NAME = 31
_CUT = "…"
_NO_CHARACTERS = re.compile("[\ufffe\uffff]")
_IN_NAMES = str.maketrans("[]:*?/\\", "()：＊？／＼")
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


class Rich(NamedTuple):
    """A text in pieces, each with whether it is marked."""

    pieces: tuple[tuple[str, bool], ...]


class Link(NamedTuple):
    """A text that leads to a file beside the workbook."""

    target: str
    text: str


Cell = object


def cell_text(text: str, longest: int = LONGEST) -> str:
    """Return the text as a cell holds it; what is too long ends with an ellipsis."""
    shown = displayable(text.replace("\r\n", "\n").replace("\r", "\n"))
    return _fitted(_NO_CHARACTERS.sub("\ufffd", shown), longest)


def rich_text(rich: Rich, longest: int = LONGEST) -> Rich:
    """Return the pieces as a cell holds them, together no longer than it may be."""
    kept: list[tuple[str, bool]] = []
    left = longest
    for text, marked in rich.pieces:
        piece = cell_text(text, left)
        if piece:
            kept.append((piece, marked))
        left -= _units(piece)
        if left <= 0:
            break
    return Rich(tuple(kept))


def runs_as_formula(text: str) -> bool:
    """Whether Excel would take the text for a formula once somebody edits the cell."""
    return text.lstrip().startswith(_FORMULA)


def sheet_name(name: str) -> str:
    """Return a name that Excel allows for a sheet."""
    return _fitted(cell_text(name).translate(_IN_NAMES).strip("'"), _LONGEST_NAME)


def _fitted(text: str, longest: int) -> str:
    if _units(text) <= longest:
        return text
    cut = text[: max(0, longest - 1)]
    while cut and _units(cut) > longest - 1:
        cut = cut[: len(cut) - max(1, (_units(cut) - longest + 1) // 2)]
    return cut + _CUT if longest > 0 else ""


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
