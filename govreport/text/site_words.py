"""What a site writes around the texts that it shows: where one is, who viewed it, what else there is.

>>> text = "首页 > 总结 > 正文 字号:大 中 小\\n镇妇联工作总结\\n上一篇:没有了"
>>> [text[start:end] for start, end in site_words(text)]
['首页 > 总结 > 正文 字号:大 中 小', '上一篇:没有了']
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from govreport.text.guarded import guarded
from govreport.text.lexicon import load_table

__all__ = ["site_words"]

# An address is looked for so far behind the words that give it.
_BESIDE = 30
# Between two pieces of a site stands no more than this, and no end of a sentence.
_GAP = 12
_MANY = 3
_BLANK = " \t\u3000"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("site_words")
    return {key: guarded(table[key]) for key in ("given", "words", "body", "some")}


@lru_cache(maxsize=1)
def site_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a site's words stand in a normalized text, in reading order.

    A line of which they are the greater part is the site's as a whole.
    """
    found: list[tuple[int, int]] = []
    for start, end in _lines(text):
        words = _patterns()["words"].finditer(text, start, end)
        pieces = [match.span() for match in words if _is_the_sites(text, match)]
        if pieces:
            found += _on_line(text, start, end, pieces)
    return tuple(found)


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold a word which all that sites write holds."""
    end = -1
    for some in _patterns()["some"].finditer(text):
        if some.start() >= end:
            start = text.rfind("\n", 0, some.start()) + 1
            end = text.find("\n", some.end())
            end = len(text) if end < 0 else end
            yield start, end


def _is_the_sites(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _BESIDE) : match.start()]
    return match.end() > match.start() and not (match["address"] and _patterns()["given"].search(before))


def _on_line(text: str, start: int, end: int, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    rest = "".join(text[a:b] for a, b in _between(start, end, pieces))
    is_short = end - start <= load_table("site_words")["longest_line"] and "。" not in rest
    # A year may stand in what a site calls the report, with so much else of its own beside it.
    is_whole = is_short and (len(pieces) >= _MANY or not _patterns()["body"].search(rest))
    if is_whole and len(rest.strip()) <= sum(b - a for a, b in pieces):
        while text[start] in _BLANK:
            start += 1
        yield start, start + len(text[start:end].rstrip())
        return
    joined: list[tuple[int, int]] = []
    for piece in pieces:
        if joined and piece[0] - joined[-1][1] <= _GAP and "。" not in text[joined[-1][1] : piece[0]]:
            joined[-1] = joined[-1][0], piece[1]
        else:
            joined.append(piece)
    yield from joined


def _between(start: int, end: int, pieces: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for first, last in pieces:
        yield start, first
        start = last
    yield start, end
