"""What the styles of a Word document say of text that uses them: is it hidden, is it a heading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from govreport.read.docx.package import attribute, local

__all__ = ["Outlines", "hidden_styles"]

# Styles that rest on each other further than this rest on themselves.
_DEEPEST = 12
# Word's outline has nine levels; the tenth is running text.
_LEVELS = 9
_HEADING = re.compile(r"(?:heading|标题|標題) ?([1-9])", re.I)


def hidden_styles(styles: Any) -> frozenset[str]:
    """Return the ids of the styles whose text is hidden, by themselves or by those they rest on."""
    own: dict[str, bool | None] = {}
    based: dict[str, str] = {}
    for style in (one for one in (() if styles is None else styles) if local(one) == "style"):
        id = attribute(style, "styleId")
        own[id] = _vanish(style)
        based[id] = next((attribute(one) for one in style if local(one) == "basedOn"), "")
    return frozenset(id for id in own if _is_hidden(id, own, based))


def _vanish(style: Any) -> bool | None:
    """Return whether a style hides its text, None where it says nothing."""
    for properties in (one for one in style if local(one) == "rPr"):
        for mark in (one for one in properties if local(one) == "vanish"):
            return attribute(mark) not in ("0", "false")
    return None


def _is_hidden(id: str, own: dict[str, bool | None], based: dict[str, str]) -> bool:
    for _ in range(_DEEPEST):
        if own.get(id) is not None:
            return bool(own[id])
        id = based.get(id, "")
    return False


@dataclass(frozen=True, slots=True)
class Outlines:
    """The outline level of each style: its own, that of the one it rests on, or that of its name."""

    own: dict[str, int]
    based: dict[str, str]

    @classmethod
    def of(cls, styles: Any) -> Outlines:
        """Read the part styles.xml, which may be None."""
        own: dict[str, int] = {}
        based: dict[str, str] = {}
        for style in (one for one in (() if styles is None else styles) if local(one) == "style"):
            id = attribute(style, "styleId")
            found = {local(one): one for one in style}
            level = _level(found.get("pPr"))
            named = _HEADING.fullmatch(attribute(found["name"])) if "name" in found else None
            if level is not None or named:
                own[id] = level if level is not None else int(named[1]) if named else 0
            based[id] = attribute(found["basedOn"]) if "basedOn" in found else ""
        return cls(own, based)

    def level(self, properties: Any) -> int | None:
        """Return the level of a paragraph with these properties, from 1; None where it is no heading."""
        found = _level(properties)
        style = {local(one): one for one in (() if properties is None else properties)}.get("pStyle")
        id = "" if style is None else attribute(style)
        for _ in range(_DEEPEST):
            if found is not None or not id:
                break
            found, id = self.own.get(id), self.based.get(id, "")
        return found if found is not None and 1 <= found <= _LEVELS else None


def _level(properties: Any) -> int | None:
    """Return what outlineLvl says, from 1; 10 for running text, None where it says nothing."""
    for one in () if properties is None else properties:
        if local(one) == "outlineLvl" and attribute(one).isdecimal() and len(attribute(one)) < 3:
            return int(attribute(one)) + 1
    return None
