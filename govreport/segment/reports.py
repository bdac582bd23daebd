"""Where the reports begin in a file that holds several: 篇一：…, 【第二篇】, a cover line for each.

>>> find_reports("篇一:工作总结\\n一、抓宣传\\n篇二:工作总结\\n一、抓培训\\n")
[0, 14]
>>> find_reports("镇妇联工作总结1\\n一、抓宣传\\n镇妇联工作总结2\\n一、抓培训\\n")
[0, 15]
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral

__all__ = ["find_reports", "is_cover", "of_cover"]


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(load_table("segment")["several"][key], re.MULTILINE)


def find_reports(text: str) -> list[int]:
    """Return where the reports of a normalized text begin; only 0 where there are no covers.

    What stands before the first cover belongs to the first report: nothing is lost.
    """
    found = list(_pattern("cover").finditer(text))
    # Where the first is not the first of all they are chapters, of which the others are elsewhere.
    covers = [match.start() for match in found] if found and _number(found[0]) == 1 else []
    for key in ("within", "numbered"):
        covers = covers or _counted(_pattern(key).finditer(text))
    covers = covers or _counted(_of_same_words(_pattern("fused").finditer(text))) or _titled(text)
    return [0, *covers[1:]]


def _titled(text: str) -> list[int]:
    """Return where title lines begin, no two alike; nothing where one has no first number below it."""
    annex = _pattern("annexed").search(text)
    found = _pattern("titled").finditer(text, 0, annex.start() if annex else len(text))
    titles = [match for match in found if _pattern("titled_year").search(match.group())]
    if len(titles) < 2 or text[: titles[0].start()].strip():
        return []
    ends = [*(match.start() for match in titles[1:]), len(text)]
    are_apart = len({match.group().strip() for match in titles}) == len(titles)
    first = _pattern("titled_first")
    have_lists = all(first.search(text, match.end(), end) for match, end in zip(titles, ends, strict=True))
    return [match.start() for match in titles] if are_apart and have_lists else []


def is_cover(line: str) -> bool:
    """Tell whether a line is the cover of one of several reports, and so no title."""
    return _pattern("cover").match(line) is not None


def of_cover(text: str, start: int) -> tuple[int, int] | None:
    """Return the range of what the cover that begins at ``start`` is the cover of; None where none begins.

    >>> text = "第一篇:镇妇联工作总结"
    >>> text[slice(*of_cover(text, 0))]
    '镇妇联工作总结'
    """
    cover = _pattern("cover").match(text, start)
    named = _pattern("covered").match(text, start, cover.end()) if cover else None
    return (named.end(), cover.end()) if cover and named else None


def _of_same_words(found: Iterable[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Yield those of what is found that say the same as the first."""
    words = None
    for match in found:
        words = words or match["words"].strip()
        if match["words"].strip() == words:
            yield match


def _counted(found: Iterable[re.Match[str]]) -> list[int]:
    """Return where what is found counts 1, 2, 3 …; nothing where it does not reach 2."""
    starts: list[int] = []
    for match in found:
        if _number(match) == len(starts) + 1:
            starts.append(match.start())
    return starts if len(starts) > 1 else []


def _number(match: re.Match[str]) -> int | None:
    return parse_numeral(
        next(value for name, value in match.groupdict().items() if value and name != "words")
    )
