"""The numbers that a browser writes before the items of a list.

>>> from lxml import html
>>> items = html.fromstring("<ol start=3><li>甲<li value=7>乙<li>丙</ol>").findall("li")
>>> numbers = ListNumbers()
>>> [numbers.before(item) for item in items]
['3. ', '7. ', '8. ']
"""

from __future__ import annotations

import re
from typing import Any

from govreport.read.number_styles import written

__all__ = ["ListNumbers"]

# What the attribute ``type`` and the styles of CSS are called by Word, and what stands behind the number.
_TYPES = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": ("decimal", ". "),
    "decimal-leading-zero": ("decimalZero", ". "),
    **dict.fromkeys(("lower-alpha", "lower-latin"), ("lowerLetter", ". ")),
    **dict.fromkeys(("upper-alpha", "upper-latin"), ("upperLetter", ". ")),
    "lower-roman": ("lowerRoman", ". "),
    "upper-roman": ("upperRoman", ". "),
    **dict.fromkeys(
        ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal", "japanese-informal"),
        ("chineseCountingThousand", "、"),
    ),
    "cjk-decimal": ("ideographDigital", "、"),
    "cjk-heavenly-stem": ("ideographTraditional", "、"),
    "cjk-earthly-branch": ("ideographZodiac", "、"),
    "simp-chinese-formal": ("chineseLegalSimplified", "、"),
    "trad-chinese-formal": ("ideographLegalTraditional", "、"),
}
_STYLE = re.compile(r"list-style(?:-type)?\s*:\s*([a-z-]{1,40})", re.I)
_INTEGER = re.compile(r"-?[0-9]{1,6}")
# Items that begin with a number of their own stand in a list whose numbers are not shown.
_NUMBERED = re.compile(
    r"\s{0,40}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十0-9]|[①-⑳])"
)
_HEAD = 60


class ListNumbers:
    """Counts the items of the lists of a page."""

    def __init__(self) -> None:
        self._next: dict[Any, int] = {}
        self._shown: dict[Any, bool] = {}

    def before(self, item: Any) -> str:
        """Return what a browser writes before the next item, "" where it writes nothing or a bullet."""
        parent = item.getparent()
        if parent is None or parent.tag != "ol":
            return ""
        number = _integer(item.get("value"), self._next.get(parent, _integer(parent.get("start"), 1)))
        self._next[parent] = number + 1
        if parent not in self._shown:
            self._shown[parent] = not _NUMBERED.match(item.text_content()[:_HEAD])
        style, behind = _style(item, parent)
        return written(number, style) + behind if style and self._shown[parent] else ""


def _style(item: Any, parent: Any) -> tuple[str, str]:
    """Return the style of the number, "" for none, and what stands behind it."""
    for element in (item, parent):
        told = _STYLE.search(element.get("style") or "")
        if told:
            return _STYLES.get(told[1].lower(), ("", ""))
        if element.get("type") in _TYPES:
            return _TYPES[element.get("type")], ". "
    return "decimal", ". "


def _integer(text: str | None, default: int) -> int:
    found = _INTEGER.fullmatch((text or "").strip())
    return int(found[0]) if found else default
