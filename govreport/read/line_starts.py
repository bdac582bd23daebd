"""Where a line of a scan really begins: a detector of lines leaves thin marks such as 一、 outside its box.

In go the picture of a page and the box of a line (four corners, clockwise from the upper left); out comes the
box with the ink that stands close before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["begun", "cut"]

Box = Sequence[Sequence[float]]

# In heights of the line: how far to look, how wide a gap may be, what is worth to be read anew, and what is
# added so that no stroke is cut.
_REACH = 3.0
_GAP = 1.3
_LEAST = 0.3
_EDGE = 0.2
# A column that is ink from top to bottom is the border of a table.
_BORDER = 0.9


def cut(picture: Any, box: Box) -> Any:
    """Return the picture of a line, set upright."""
    from PIL import Image

    (left, top), upper, lower, below = box
    size = round(_length(box[0], box[1])) or 1, round(_length(box[0], box[3])) or 1
    corners = (left, top, *below, *lower, *upper)
    return picture.transform(size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC, fillcolor="white")


def begun(picture: Any, box: Box, room: float) -> Box:
    """Return the box with the ink before it, or as it is; ``room`` is how far it may grow, in pixels."""
    height = _length(box[0], box[3])
    reach = min(_REACH * height, room)
    if reach < _LEAST * height:
        return box
    before = cut(picture, [_moved(box, 0, reach), box[0], box[3], _moved(box, 3, reach)])
    found = _ink_before(before, _threshold(cut(picture, box)), height)
    return _grown(box, found + _EDGE * height) if found > _LEAST * height else box


def _ink_before(strip: Any, threshold: float, height: float) -> float:
    """Return how far ink reaches from the right end of a strip to the left, over gaps that are no border."""
    import numpy

    dark = (numpy.asarray(strip.convert("L")) < threshold).sum(axis=0)
    found, width = 0, len(dark)
    for distance in range(1, width + 1):
        ink = dark[width - distance]
        if ink > _BORDER * height or distance - found > _GAP * height:
            break
        found = distance if ink > 1 else found
    return float(found)


def _threshold(line: Any) -> float:
    """Return the grey halfway between the ink and the paper of a line."""
    import numpy

    dark, light = numpy.percentile(numpy.asarray(line.convert("L")), (5, 90))
    return float(dark + light) / 2


def _grown(box: Box, distance: float) -> Box:
    return [_moved(box, 0, distance), box[1], box[2], _moved(box, 3, distance)]


def _moved(box: Box, corner: int, distance: float) -> tuple[float, float]:
    """Return a corner moved to the left along the line."""
    (x, y), (left, top), (right, upper) = box[corner], box[0], box[1]
    step = distance / max(1.0, _length(box[0], box[1]))
    return x - step * (right - left), y - step * (upper - top)


def _length(one: Sequence[float], other: Sequence[float]) -> float:
    return float(((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5)
