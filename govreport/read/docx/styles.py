"""What the styles of a Word document say of text that uses them: whether it is hidden."""

from __future__ import annotations

from typing import Any

from govreport.read.docx.package import attribute, local

__all__ = ["hidden_styles"]

# Styles that rest on each other further than this rest on themselves.
_DEEPEST = 12


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
