"""What runs through pages at their heads and feet, and page numbers: left out of the running text.

A head is known by standing on most pages. On a single page it is known by its place: in the outer margin,
well apart from the text, and smaller than it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from govreport.read.layout.placed import ASIDE, PlacedLine, PlacedPage

__all__ = ["without_furniture"]

_NUMBER = re.compile(r"[\s—–\-·第页頁共/0-9０-９]{1,14}$")
# A line that stands at the head or foot of this share of the pages belongs to none of them.
_RUNNING = 0.5
_LEAST_PAGES = 3
# Two pages alone tell little: there the line has to stand in the margin as well.
_FEW_PAGES = 2
# A page of so few lines has neither head nor foot.
_EDGES = 4
# The outer share of a page's height, and how far apart from the text (in characters) a lone head stands.
_MARGIN = 0.07
_APART = 1.5
_SMALLER = 0.95


def without_furniture(pages: Sequence[PlacedPage]) -> list[PlacedPage]:
    """Return the pages without heads, feet and page numbers."""
    running, few = _running(pages), _few(pages)
    kept = []
    for page in pages:
        drop = {id(line) for line in _edges(page) if _NUMBER.fullmatch(line.text.strip())}
        drop |= {id(line) for line in _edges(page) if _shape(line) in running}
        drop |= {id(line) for line in _in_margin(page) if _shape(line) in few}
        drop |= {id(line) for line in _outermost(page) if _apart(line, page)}
        kept.append(page._replace(lines=[line for line in page.lines if id(line) not in drop]))
    return kept


def _edges(page: PlacedPage) -> list[PlacedLine]:
    """Return the two highest and the two lowest lines of a page."""
    if len(page.lines) <= _EDGES:
        return _in_margin(page)
    ordered = sorted((line for line in page.lines if line.column != ASIDE), key=lambda line: line.top)
    return [*ordered[:2], *ordered[-2:]]


def _in_margin(page: PlacedPage) -> list[PlacedLine]:
    low, high = _MARGIN * page.height, (1 - _MARGIN) * page.height
    flowing = (line for line in page.lines if line.column != ASIDE)
    return [line for line in flowing if line.bottom <= low or line.top >= high]


def _outermost(page: PlacedPage) -> list[PlacedLine]:
    """Return the highest and the lowest line of the margins: only they can stand alone."""
    margin = sorted(_in_margin(page), key=lambda line: line.top)
    return [*margin[:1], *margin[-1:]]


def _running(pages: Sequence[PlacedPage]) -> frozenset[str]:
    """Return the shapes of the lines that most pages have at their edges."""
    counts = Counter(shape for page in pages for shape in {_shape(line) for line in _edges(page)})
    least = max(_LEAST_PAGES, _RUNNING * len(pages))
    return frozenset(shape for shape, number in counts.items() if shape and number >= least)


def _few(pages: Sequence[PlacedPage]) -> frozenset[str]:
    """Return the shapes that both of two pages have in their margins."""
    if len(pages) != _FEW_PAGES:
        return frozenset()
    first, second = ({_shape(line) for line in _in_margin(page)} for page in pages)
    return frozenset(first & second)


def _apart(line: PlacedLine, page: PlacedPage) -> bool:
    """Return whether a line of the margin is smaller than the text and stands apart from it."""
    inner = [
        one
        for one in page.lines
        if _MARGIN * page.height < one.bottom and one.top < (1 - _MARGIN) * page.height
    ]
    if not inner:
        return False
    gap = min(max(one.top - line.bottom, line.top - one.bottom) for one in inner)
    usual = median(one.size for one in inner)
    return gap > _APART * usual and line.size < _SMALLER * usual


def _shape(line: PlacedLine) -> str:
    return re.sub("[0-9０-９]+", "0", line.text.strip())
