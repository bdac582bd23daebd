"""Whether a picture in a Word file is as large as a page: a scan that was pasted between the paragraphs."""

from __future__ import annotations

from typing import Any

from govreport.read.docx.package import attribute, local

__all__ = ["is_page"]

# Half of an A4 page, in Word's units (914,400 an inch); photographs of events are smaller.
_LEAST = 7_560_000 * 10_692_000 // 2
_LONGEST = 12


def is_page(drawing: Any) -> bool:
    """Return whether a drawing shows a picture, no text, and covers more than half a page."""
    names = {local(one): one for one in drawing.iter()}
    if "blip" not in names or "txbxContent" in names or "extent" not in names:
        return False
    sides = [attribute(names["extent"], side) for side in ("cx", "cy")]
    if not all(side.isdecimal() and len(side) < _LONGEST for side in sides):
        return False
    return int(sides[0]) * int(sides[1]) > _LEAST
