"""Lines that only end because the page is full are joined to paragraphs, over columns and pages too.

>>> from govreport.read.layout.placed import PlacedLine, PlacedPage
>>> rows = [("一、加强领导。全", 20, 100), ("年召开会议三次。", 0, 80), ("二、抓好落实", 20, 80)]
>>> lines = [PlacedLine(*row, 20 * n, 20 * n + 10, 10, 10) for n, row in enumerate(rows)]
>>> [one.text for one in paragraphs([PlacedPage(lines, 100, 300)])[0]]
['一、加强领导。全年召开会议三次。\\n', '二、抓好落实\\n']
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise, zip_longest
from statistics import median
from typing import NamedTuple

from govreport.read.layout.placed import ASIDE, PlacedLine, PlacedPage
from govreport.text.characters import is_cjk

__all__ = ["Paragraph", "paragraphs"]

# In characters: how far a line may end from the edge and still be full, how far a new paragraph is set in.
_SLACK = 0.3
_SET_IN = 1.2
# A distance of so many usual ones opens a paragraph.
_DISTANT = 1.35
_OTHER_SIZE = 1.15
# An edge counts where so many lines share it (within a character).
_LEAST_AT_EDGE = 3
_NARROWEST = 0.6
_HANGING = ("", *"，。、；：！？,.;:!?")
_ENDS = "。！？；：.!?;:”」』）)"
_OPENS = re.compile(
    r"\s{0,40}(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?!\d)"
    r"|第[一二三四五六七八九十]{1,3}[部章节節条條]|[①-⑳•●■◆])"
)


class Paragraph(NamedTuple):
    """A paragraph or its part on one page, its line end included, and how sure its worst line is."""

    text: str
    sure: float = 1.0


class _Edges(NamedTuple):
    left: float
    right: float
    pitch: float
    """The usual distance from one line to the next."""


def paragraphs(pages: Sequence[PlacedPage]) -> list[list[Paragraph]]:
    """Return the paragraphs of each page; one that goes on overleaf has no line end on the first page."""
    edges = _edges_of(pages)
    placed = [(number, line) for number, page in enumerate(pages) for line in page.lines]
    found: list[list[Paragraph]] = [[] for _ in pages]
    goes_on = False
    for (number, line), after in zip_longest(placed, placed[1:]):
        link = _link(line, after[1], edges, after[0] == number) if after else None
        text = line.text.rstrip() if link is None else _cut(line, link)
        piece = Paragraph(text + ("\n" if link is None else link.strip("-")), line.sure)
        if goes_on and found[number]:
            last = found[number].pop()
            piece = Paragraph(last.text + piece.text, min(last.sure, piece.sure))
        found[number].append(piece)
        goes_on = link is not None
    return found


def _cut(line: PlacedLine, link: str) -> str:
    return line.text.rstrip()[:-1] if link == "-" else line.text.rstrip()


def _link(line: PlacedLine, after: PlacedLine, edges: dict[int, _Edges], same_page: bool) -> str | None:
    """Return what stands between a line and the next: nothing or a blank; None where a paragraph ends.

    A hyphen says that the line's own is to be left out.
    """
    if ASIDE in (line.column, after.column):
        return None
    here = edges[line.column]
    one_column = same_page and line.column == after.column
    if _is_short(line, after, here.right) or _differ(line, after):
        return None
    if one_column and after.top - line.top > _DISTANT * here.pitch:
        return None
    ends = line.text.rstrip()[-1:] in _ENDS
    set_in = after.left > edges[after.column].left + _SET_IN * after.size
    if ends and (set_in or _OPENS.match(after.text)):
        return None
    return _between(line.text.rstrip(), after.text)


def _is_short(line: PlacedLine, after: PlacedLine, right: float) -> bool:
    """Return whether the beginning of the next line would have found room behind this one."""
    return line.right + after.lead < right - _SLACK * line.size


def _differ(line: PlacedLine, after: PlacedLine) -> bool:
    small, large = sorted((line.size, after.size))
    return large > _OTHER_SIZE * small


def _between(text: str, after: str) -> str:
    """Return the joint of two lines of one paragraph.

    >>> _between("工作", "总结"), _between("the", "work"), _between("develop-", "ment"), _between("12", "个")
    ('', ' ', '-', '')
    """
    last, first = text[-1:], after[:1]
    if last in "-\xad\u2010" and text[-2:-1].isascii() and text[-2:-1].isalpha() and first.islower():
        return "-"
    latin = all(one.isalpha() and not is_cjk(one) for one in (last, first))
    return " " if latin else ""


def _edges_of(pages: Sequence[PlacedPage]) -> dict[int, _Edges]:
    """Return where the lines of each column begin and end."""
    columns: defaultdict[int, list[PlacedLine]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            if line.column != ASIDE:
                columns[line.column].append(line)
    pitches = _pitches(pages)
    width = max((page.width for page in pages), default=1.0)
    rights = {column: _right(lines, width if len(columns) == 1 else 0) for column, lines in columns.items()}
    if 0 in rights:
        # What stands over all columns is as wide as they are together: a title ends before.
        rights[0] = max(rights.values())
    return {
        column: _Edges(_left(lines), rights[column], pitches[column]) for column, lines in columns.items()
    }


def _left(lines: Sequence[PlacedLine]) -> float:
    return -_shared_edge([-line.left for line in lines], median(line.size for line in lines))


def _right(lines: Sequence[PlacedLine], width: float) -> float:
    """Return the right edge; where no line reaches far it is the margin of the left side.

    Marks may hang over it, so that lines that end in one tell little.
    """
    printed = [line for line in lines if line.text.rstrip()[-1:] not in _HANGING]
    counted = printed if len(printed) >= _LEAST_AT_EDGE else lines
    edge = _shared_edge([line.right for line in counted], median(line.size for line in lines))
    return edge if edge > _NARROWEST * width else max(edge, width - _left(lines))


def _shared_edge(values: Iterable[float], size: float) -> float:
    """Return the value that several of the outermost lines reach, or the outermost of all."""
    ordered = sorted(values, reverse=True)
    for place, value in enumerate(ordered):
        rest = ordered[place : place + _LEAST_AT_EDGE]
        if len(rest) == _LEAST_AT_EDGE and value - rest[-1] < size:
            return rest[-1]
    return ordered[0]


def _pitches(pages: Sequence[PlacedPage]) -> defaultdict[int, float]:
    """Return the usual distance of lines in each column: that of lines that run on."""
    found: defaultdict[int, list[float]] = defaultdict(list)
    for page in pages:
        for line, after in pairwise(page.lines):
            if line.column == after.column and after.top > line.top:
                found[line.column].append(after.top - line.top)
    usual: defaultdict[int, float] = defaultdict(lambda: float("inf"))
    usual.update({column: sorted(steps)[len(steps) // 4] for column, steps in found.items()})
    return usual
