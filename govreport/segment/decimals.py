"""Numbers of technical outlines, 1.1, 1.2, 1.2.1, 2.1, wherever they stand: told from figures by their order.

1.1 is followed by 1.2, by 1.1.1 or by 2.1. What goes on so three times is an outline, what stands beside a
unit of measurement is none of it.

>>> text = "总体情况1.1背景很好。增长2.3个百分点,1.2内容投入1.5亿元。2.1设施齐全"
>>> [(one.number, text[one.start:one.end]) for one in find_decimals(text)]
[(1, '1.1'), (2, '1.2'), (1, '2.1')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from govreport.segment.marker import Marker, before
from govreport.text.lexicon import load_table

__all__ = ["find_decimals"]

Path = tuple[int, ...]
# So many belong to an outline, or so many where each begins a line or a sentence.
_LEAST, _LEAST_ANCHORED = 3, 2
# So far before n.1 the number of its chapter may stand: 1 总则 1.1 编制目的.
_CHAPTER = 24


class _Token(NamedTuple):
    """What looks like a number of an outline."""

    start: int
    end: int
    path: Path
    anchor: str


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("numbering")["decimals"]
    return {name: re.compile(pattern) for name, pattern in table.items() if isinstance(pattern, str)}


def find_decimals(text: str) -> list[Marker]:
    """Return the numbers of outlines in reading order, those of their chapters (1 总则) among them."""
    found: dict[int, Marker] = {}
    for chain in _chains(list(_tokens(text))):
        chapters = [_chapter(text, token) for token in chain]
        for token, chapter in zip(chain, chapters, strict=True):
            if chapter is not None:
                found.setdefault(chapter.start, chapter)
            found.setdefault(token.start, _marker(token))
    return [found[start] for start in sorted(found)]


def _tokens(text: str) -> Iterator[_Token]:
    for match in _patterns()["number"].finditer(text):
        anchor = before(text, match.start())
        if not _is_figure(text, match, anchor):
            path = tuple(int(number) for number in match["path"].split("."))
            yield _Token(match.start(), match.end(), path, anchor)


def _is_figure(text: str, match: re.Match[str], anchor: str) -> bool:
    """Whether a unit stands behind a number, or, where no mark parts it from its sentence, 增长 before it."""
    if _patterns()["unit"].match(text, match.end()):
        return True
    within = anchor in ("character", "comma")
    return within and bool(_patterns()["measured"].search(text, match.start() - 1, match.start()))


def _chains(tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Yield the rows of numbers that go on, each as long as an outline is."""
    expected: dict[Path, list[_Token]] = {}
    rows: list[list[_Token]] = []
    for token in tokens:
        row = expected.get(token.path)
        if row is None and token.path[-1] != 1:
            continue
        if row is None:
            row = []
            rows.append(row)
        elif row:
            for path in _next_paths(row[-1].path):
                if expected.get(path) is row:
                    del expected[path]
        row.append(token)
        for path in _next_paths(token.path):
            expected[path] = row
    for row in rows:
        anchored = all(token.anchor in ("line", "sentence") for token in row)
        if len(row) >= (_LEAST_ANCHORED if anchored else _LEAST):
            yield row


def _next_paths(path: Path) -> Iterator[Path]:
    """Yield what may come next: below it, beside it, and beside what it lies in."""
    yield (*path, 1)
    for depth in range(len(path), 1, -1):
        yield (*path[: depth - 1], path[depth - 1] + 1)
    yield (path[0] + 1, 1)


def _chapter(text: str, token: _Token) -> Marker | None:
    """Return the number of the chapter that stands right before its first section, with its heading."""
    if token.path[1:] != (1,):
        return None
    start = max(0, token.start - _CHAPTER)
    for match in _patterns()["chapter"].finditer(text, start, token.start):
        if int(match["number"]) == token.path[0]:
            anchor = before(text, match.start())
            return Marker(
                match.start(), match.end("marker"), token.path[0], "digit", 3, False, anchor == "line",
                anchor in ("line", "sentence"), sure=True,
            )  # fmt: skip
    return None


def _marker(token: _Token) -> Marker:
    styles = load_table("numbering")["decimals"]["styles"]
    depth = min(len(token.path), len(styles) + 1) - 2
    row = styles[depth]
    return Marker(
        token.start, token.end, token.path[-1], row["id"], row["rank"], False, token.anchor == "line",
        token.anchor in ("line", "sentence"), sure=True,
    )  # fmt: skip
