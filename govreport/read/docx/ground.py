"""Whether text stands on a ground of a colour, where white letters are seen: cells, paragraphs, shapes.

>>> from lxml import etree
>>> is_dark(etree.fromstring("<tcPr><shd fill='C00000'/></tcPr>")), is_dark(None)
(True, False)
"""

from __future__ import annotations

from typing import Any

from govreport.read.docx.package import attribute, local

__all__ = ["is_dark", "lies_on_ground", "shading_styles"]

# Fills that are none, or as white as the letters.
_LIGHT = ("", "auto", "FFFFFF", "ffffff", "white")
_FILLS = ("solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
_SHAPES = ("drawing", "pict", "object")


def is_dark(properties: Any) -> bool:
    """Return whether the properties of a paragraph, cell or table have a shade that is not white."""
    shades = (one for one in (() if properties is None else properties) if local(one) == "shd")
    return any(_is_shade(one) for one in shades)


def _is_shade(shade: Any) -> bool:
    return attribute(shade, "fill") not in _LIGHT or attribute(shade, "themeFill") not in ("", "background1")


def shading_styles(styles: Any) -> frozenset[str]:
    """Return the ids of the table styles that shade any of their cells."""
    tables = (one for one in (() if styles is None else styles) if local(one) == "style")
    return frozenset(
        attribute(one, "styleId")
        for one in tables
        if attribute(one, "type") == "table"
        and any(local(shade) == "shd" and _is_shade(shade) for shade in one.iter())
    )


def lies_on_ground(box: Any) -> bool:
    """Return whether the shape around the text of a box is filled."""
    for around in box.iterancestors():
        if local(around) in _SHAPES:
            return False
        fill = attribute(around, "fillcolor")
        if (
            fill
            and fill.lstrip("#").partition(" ")[0] not in _LIGHT
            and attribute(around, "filled") not in ("f", "false")
        ):
            return True
        if local(around) == "wsp":
            return _is_filled(around)
    return False


def _is_filled(shape: Any) -> bool:
    """Return whether a shape has a fill of its own, or that of its style and none of its own."""
    own = next((one for one in shape if local(one) == "spPr"), ())
    names = {local(one) for one in own}
    if "noFill" in names:
        return False
    if names & set(_FILLS):
        return not any(attribute(one) in ("FFFFFF", "bg1", "white") for fill in own for one in fill)
    return any(
        local(one) == "fillRef" and attribute(one, "idx") not in ("", "0")
        for style in shape
        if local(style) == "style"
        for one in style
    )
