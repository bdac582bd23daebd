"""The numbers that Word writes by itself, counted as Word counts them: levels, restarts, lists of styles."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from govreport.read.docx.package import attribute, local
from govreport.read.number_styles import written

__all__ = ["Numbering"]

_DEEPEST = 9
# Behind letters and digits a blank is wanted between number and text; behind marks and ① none.
_WANTS_BLANK = ("Nd", "Ll", "Lu", "Lo")


@dataclass
class _Level:
    style: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    restart: int | None = None
    """Up to which level (from 1) a new number lets this one begin anew; 0 for never, None for all."""
    of_style: str = ""
    """The style of the paragraphs that have this level."""


@dataclass
class _List:
    """A list: its abstract one, the numbers at which levels begin anew, and levels that it defines itself."""

    abstract: str = ""
    restarts: dict[int, int] = field(default_factory=dict)
    levels: dict[int, _Level] = field(default_factory=dict)


@dataclass
class Numbering:
    """Lists with their levels, and how far each has been counted."""

    levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    """Abstract list to its levels."""
    links: dict[str, str] = field(default_factory=dict)
    """Abstract list to the style in which its levels are defined."""
    lists: dict[str, _List] = field(default_factory=dict)
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
                id = attribute(element, "abstractNumId")
                found.levels[id] = dict(_levels(element))
                for link in (one for one in element if local(one) == "numStyleLink"):
                    found.links[id] = attribute(link)
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
        abstract, levels = self._defined(list_id)
        place = level or 0
        if place not in levels:
            return ""
        self._count(abstract, list_id, place, levels)
        return self._text(abstract, place, levels)

    def _defined(self, list_id: str) -> tuple[str, dict[int, _Level]]:
        """Return the abstract list of a list and its levels: those of a style where it only names one."""
        found = self.lists[list_id]
        abstract = found.abstract
        for _ in range(_DEEPEST):
            style = self.links.get(abstract)
            linked = self.styles.get(style, (None, None, None))[0] if style else None
            if linked is None or linked not in self.lists:
                break
            abstract = self.lists[linked].abstract
        return abstract, {**self.levels.get(abstract, {}), **found.levels}

    def _of(self, properties: Any) -> tuple[str | None, int | None]:
        list_id, level = _reference(_child(properties, "numPr"))
        style = _child(properties, "pStyle")
        name = None if style is None else attribute(style)
        for _ in range(_DEEPEST):
            if list_id is not None or name is None or name not in self.styles:
                break
            this = name
            list_id, found, name = self.styles[name]
            level = found if level is None else level
            if level is None and list_id in self.lists:
                level = self._level_of_style(list_id, this)
        return list_id, level

    def _level_of_style(self, list_id: str, style: str) -> int | None:
        levels = self._defined(list_id)[1].items()
        return next((place for place, level in levels if level.of_style == style), None)

    def _count(self, abstract: str, list_id: str, place: int, levels: dict[int, _Level]) -> None:
        counts = self.counted[abstract]
        if list_id not in self.begun:
            for level, start in self.lists[list_id].restarts.items():
                counts[level] = start - 1
        self.begun.add(list_id)
        counts[place] = counts.get(place, levels[place].start - 1) + 1
        for deeper in [level for level in counts if level > place]:
            after = levels[deeper].restart if deeper in levels else None
            if after is None or place < after:
                del counts[deeper]

    def _text(self, abstract: str, place: int, levels: dict[int, _Level]) -> str:
        here, counts = levels[place], self.counted[abstract]
        if here.style == "none":
            return ""
        if here.style == "bullet":
            return "•"
        text = here.text
        for other in (one for one in range(place + 1) if one in levels):
            style = "decimal" if here.legal else levels[other].style
            text = text.replace(f"%{other + 1}", written(counts.get(other, levels[other].start), style))
        return f"{text} " if text and unicodedata.category(text[-1]) in _WANTS_BLANK else text


def _levels(abstract: Any) -> Iterator[tuple[int, _Level]]:
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
                    level.legal = attribute(child) not in ("0", "false")
                elif name == "lvlRestart":
                    level.restart = _integer(attribute(child), 0)
                elif name == "pStyle":
                    level.of_style = attribute(child)
            yield _integer(attribute(element, "ilvl"), 0), level


def _list(element: Any) -> _List:
    found = _List()
    for child in element:
        if local(child) == "abstractNumId":
            found.abstract = attribute(child)
        elif local(child) == "lvlOverride":
            found.levels.update(_levels(child))
            start = _child(child, "startOverride")
            if start is not None:
                found.restarts[_integer(attribute(child, "ilvl"), 0)] = _integer(attribute(start), 1)
    return found


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
