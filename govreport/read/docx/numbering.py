"""The numbers that Word writes by itself: counted and written out as Word shows them.

>>> [written(21, style) for style in ("decimal", "chineseCounting", "lowerLetter", "upperRoman")]
['21', '二十一', 'u', 'XXI']
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from govreport.read.docx.package import attribute, local
from govreport.text.numerals import chinese_numeral

__all__ = ["Numbering", "written"]

_CHINESE = (
    *("chineseCounting", "chineseCountingThousand", "ideographDigital", "japaneseCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"),
)
_CIRCLED = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese")
_STEMS = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_DEEPEST = 9
# Behind letters and digits a blank is wanted between number and text; behind marks and ① none.
_WANTS_BLANK = ("Nd", "Ll", "Lu", "Lo")


def written(number: int, style: str) -> str:
    """Return a number in one of Word's styles; styles that are not known are written in digits."""
    if style in _CHINESE:
        return chinese_numeral(number)
    if style in _CIRCLED:
        return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"
    if style in _STEMS and 1 <= number <= len(_STEMS[style]):
        return _STEMS[style][number - 1]
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    if style == "decimalZero":
        return f"{number:02d}"
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate({ord(str(d)): 0xFF10 + d for d in range(10)})
    return str(number)


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found


@dataclass
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False


@dataclass
class Numbering:
    """Lists with their levels, and how far each has been counted."""

    levels: dict[str, list[_Level]] = field(default_factory=dict)
    """Abstract list to its levels."""
    lists: dict[str, tuple[str, dict[int, int]]] = field(default_factory=dict)
    """List to its abstract one and the numbers at which its levels begin anew."""
    styles: dict[str, tuple[str | None, int | None, str | None]] = field(default_factory=dict)
    """Style to list, level and the style that it rests on."""
    counted: defaultdict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Any, styles: Any) -> Numbering:
        """Read the parts numbering.xml and styles.xml, either of which may be None."""
        found = cls()
        for element in () if numbering is None else numbering:
            if local(element) == "abstractNum":
                found.levels[attribute(element, "abstractNumId")] = list(_levels(element))
            elif local(element) == "num":
                found.lists[attribute(element, "numId")] = _list(element)
        for element in () if styles is None else styles:
            if local(element) == "style":
                based = _child(element, "basedOn")
                properties = _child(_child(element, "pPr"), "numPr")
                parent = None if based is None else attribute(based)
                found.styles[attribute(element, "styleId")] = (*_reference(properties), parent)
        return found

    def number(self, paragraph_properties: Any) -> str:
        """Return the number of the next paragraph with these properties, "" where it has none."""
        list_id, level = self._of(paragraph_properties)
        if list_id is None or list_id not in self.lists:
            return ""
        abstract, restarts = self.lists[list_id]
        levels = self.levels.get(abstract, [])
        place = level or 0
        if place >= len(levels):
            return ""
        self._count(abstract, list_id, place, levels, restarts)
        return self._text(abstract, place, levels)

    def _of(self, properties: Any) -> tuple[str | None, int | None]:
        list_id, level = _reference(_child(properties, "numPr"))
        style = _child(properties, "pStyle")
        name = None if style is None else attribute(style)
        for _ in range(_DEEPEST):
            if list_id is not None or name is None or name not in self.styles:
                break
            list_id, found, name = self.styles[name]
            level = found if level is None else level
        return list_id, level

    def _count(
        self, abstract: str, list_id: str, place: int, levels: list[_Level], restarts: dict[int, int]
    ) -> None:
        counts = self.counted[abstract]
        if restarts and list_id not in self.begun:
            for level, start in restarts.items():
                counts[level] = start - 1
        self.begun.add(list_id)
        counts[place] = counts.get(place, levels[place].start - 1) + 1
        for deeper in [level for level in counts if level > place]:
            del counts[deeper]

    def _text(self, abstract: str, place: int, levels: list[_Level]) -> str:
        here, counts = levels[place], self.counted[abstract]
        if here.style == "none":
            return ""
        if here.style == "bullet":
            return "•"
        text = here.text
        for other in range(place + 1):
            style = "decimal" if here.legal else levels[other].style
            text = text.replace(f"%{other + 1}", written(counts.get(other, levels[other].start), style))
        return f"{text} " if text and unicodedata.category(text[-1]) in _WANTS_BLANK else text


def _levels(abstract: Any) -> Iterator[_Level]:
    for element in abstract:
        if local(element) == "lvl":
            level = _Level()
            for child in element:
                name = local(child)
                if name == "numFmt":
                    level.style = attribute(child)
                elif name == "lvlText":
                    level.text = attribute(child)
                elif name == "start":
                    level.start = _integer(attribute(child), 1)
                elif name == "isLgl":
                    level.legal = True
            yield level


def _list(element: Any) -> tuple[str, dict[int, int]]:
    abstract, restarts = "", {}
    for child in element:
        if local(child) == "abstractNumId":
            abstract = attribute(child)
        elif local(child) == "lvlOverride":
            start = _child(child, "startOverride")
            if start is not None:
                restarts[_integer(attribute(child, "ilvl"), 0)] = _integer(attribute(start), 1)
    return abstract, restarts


def _reference(properties: Any) -> tuple[str | None, int | None]:
    """Return list and level of numPr; a paragraph that says 0 has no number whatever its style says."""
    list_element, level = _child(properties, "numId"), _child(properties, "ilvl")
    return (
        None if list_element is None else attribute(list_element),
        None if level is None else _integer(attribute(level), 0),
    )


def _child(element: Any, name: str) -> Any:
    return None if element is None else next((child for child in element if local(child) == name), None)


def _integer(text: str, default: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else default
