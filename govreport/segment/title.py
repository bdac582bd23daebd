"""Title and years of a report, fused with the first sentence or not.

>>> find_title("2019年妇联工作总结及明年工作计划2019年,我镇妇联在镇党委领导下")
(0, 18)
>>> years("2019年妇联工作总结及明年工作计划", "")
(2019, 2020)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

from govreport.segment.asides import DraftAside
from govreport.segment.lines import line_end, next_content, strip_end
from govreport.segment.reports import is_cover, of_cover
from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral


@cache
def _patterns() -> dict[str, Any]:
    table = load_table("segment")
    return {
        "genre": re.compile(table["title"]["genre"]),
        "tail": re.compile(table["title"]["tail"]),
        "plan_only": re.compile(table["title"]["plan_only"]),
        "never": re.compile(table["title"]["never"]),
        "ending": re.compile(table["title"]["ending"]),
        "motto": re.compile(table["title"]["motto"]),
        "below_motto": re.compile(table["title"]["below_motto"]),
        "headline": re.compile(table["title"]["headline"]),
        "of_site": re.compile(table["title"]["of_site"]),
        "longest": table["title"]["longest"],
        "year": re.compile(table["year"]["report"]),
        "year_alone": re.compile(table["year"]["alone"]),
        "held": re.compile(table["year"]["held"]),
        "signed": re.compile(table["year"]["signed"]),
        "next": re.compile(table["year"]["next_words"]),
    }


# Until this month a report is on the year before.
_CLOSING_MONTHS = 3
# So much of the text behind the title may name the year.
_OPENING = 400
# More doubtful than any title.
_NO_TITLE = 3
# So much of what a site calls a report is in its title.
_ALIKE = 0.5
# A site's lines may stand above the title.
_LINES = 6


def find_title(
    text: str, limit: int | None = None, asides: Sequence[DraftAside] = ()
) -> tuple[int, int] | None:
    """Return the range of the title in the first lines before ``limit``, None where there is none.

    What a site put before it is among the ``asides``. A cover (第一篇：…) and what a site calls the report
    (…范文, or as in its own line above) are the title where no line below is one.
    """
    limit = len(text) if limit is None else limit
    motto = _motto(text, limit, asides)
    if motto:
        return motto
    best, doubt = None, _NO_TITLE
    for start, end in islice(_lines(text, limit, asides), _LINES):
        covered = of_cover(text, start)
        if covered is None and is_cover(text[start:end]):
            continue
        found = _title_of_report(text, *(covered or (start, end)))
        if found is None:
            continue
        own = 1 if covered else _doubt(text, found, asides)
        if own == 0:
            return found if best is None or _is_like(text, found, best) else best
        if own < doubt:
            best, doubt = found, own
    return best


def _is_like(text: str, title: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether most of what a site calls the report stands in a title: no sentence that names a plan."""
    named = set(text[slice(*other)])
    return len(named & set(text[slice(*title)])) >= _ALIKE * len(named)


def _motto(text: str, limit: int, asides: Sequence[DraftAside]) -> tuple[int, int] | None:
    """Return the line that stands as a motto above what the report is: ——在…大会上的报告."""
    above = None
    for start, end in islice(_lines(text, limit, asides), _LINES):
        line = text.rfind("\n", 0, start) + 1
        if above and line < start and _patterns()["below_motto"].match(text[line:end]):
            return above
        end = strip_end(text, start, end)
        is_one = _patterns()["motto"].match(text[start:end]) and not _title_in_line(text, start, end)
        above = (start, end) if is_one else None
    return None


def _doubt(text: str, title: tuple[int, int], asides: Sequence[DraftAside]) -> int:
    """Return 2 where a site calls the report so with a word of its own, 1 where its line above has it."""
    if _patterns()["headline"].search(text, *title):
        return 2
    above = (one for one in asides if one.kind == "advert" and one.end <= title[0])
    return int(any(text.find(text[slice(*title)], one.start, one.end) >= 0 for one in above))


def _lines(text: str, limit: int, asides: Sequence[DraftAside]) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the lines before ``limit``, what a site wrote at their beginning left out."""
    written = {aside.start: aside.end for aside in asides if aside.kind == "advert"}
    starts = sorted(written)
    start = next_content(text, 0)
    while start < limit:
        start = _behind_dashes(text, next_content(text, written.get(start, start)))
        end = min(line_end(text, start), limit)
        place = bisect_left(starts, start)
        if place < len(starts):
            end = min(end, starts[place])
        if start < end:
            yield start, end
        start = next_content(text, line_end(text, start))


def _behind_dashes(text: str, start: int) -> int:
    """A title may stand behind dashes that part it from a motto above it."""
    while start < len(text) and text[start] in "-—─ ":
        start += 1
    return start


def _title_of_report(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the title in a line, unless a site wrote it; the ending of a file's name is none of it."""
    if _patterns()["of_site"].search(text, start, end):
        return None
    found = _title_in_line(text, start, end)
    if found is None or _patterns()["never"].search(text, start, found[1]):
        return None
    ending = _patterns()["ending"].search(text, *found)
    return (found[0], ending.start()) if ending else found


def _title_in_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The title ends with its genre word and, where it has one, the plan that follows it."""
    patterns = _patterns()
    end = strip_end(text, start, end)
    head = text[start : min(end, start + patterns["longest"])]
    match = patterns["genre"].search(head)
    if match is None or re.search(r"[。;!?]|,.*,", head[: match.end()]):
        return None
    if "现将" in head[: match.start()] or head[match.end() : match.end() + 2] == "如下":
        return None
    stop = start + match.end()
    tail = patterns["tail"].match(text[stop:end])
    stop += tail.end() if tail else 0
    rest = text[stop:end]
    is_whole = len(rest) <= 12 or (len(rest) <= patterns["longest"] and _ends_with_genre(rest))
    if is_whole and not re.search(r"[,。:;]", rest):
        return start, end
    return start, stop


def _ends_with_genre(text: str) -> bool:
    return any(match.end() == len(text) for match in _patterns()["genre"].finditer(text))


def find_years(
    text: str, title: tuple[int, int] | None, first: int, asides: list[DraftAside]
) -> tuple[int | None, int | None]:
    """Return the year reported on and the year planned for of a text whose numbering begins at ``first``."""
    named = text[slice(*title)] if title else ""
    opening = text[title[1] if title else 0 : first][:_OPENING]
    signed = [text[one.start : one.end] for one in asides if one.kind == "signature"]
    return years(named, opening, signed[-1] if signed else "")


def years(title: str, opening: str, signature: str = "") -> tuple[int | None, int | None]:
    """Return the year reported on and the year planned for.

    今年 in a title that reports on a year and then plans means the year after. Where neither title nor
    opening names the year or the one before it, the day of the ``signature`` tells.

    >>> years("关于实施规划的自查报告", "对照2011-2020年规划:", "妇儿工委2014年10月30日")
    (2014, 2015)
    """
    named = [_year(match) for match in _patterns()["year"].finditer(title)]
    alone = None if named else _patterns()["year_alone"].match(title)
    named = [int(alone["year"])] if alone else named
    held = None if named else _patterns()["held"].search(opening)
    if held:
        return int(held["year"]) - 1, int(held["year"])
    first = named[0] if named else _year_told(opening, signature)
    if first is None:
        return None, None
    if not named:
        return first, first + 1
    if is_plan_only(title):
        return (first, first)
    if "半年" in title or "季度" in title:
        return first, first
    later = [year for year in named if year > first]
    return first, later[0] if later else first + 1


def is_plan_only(title: str) -> bool:
    """Whether the title announces a plan and no retrospective."""
    genres = [match.group() for match in _patterns()["genre"].finditer(title)]
    return bool(genres) and all(_patterns()["plan_only"].search(genre) for genre in genres)


def _year_told(opening: str, signature: str) -> int | None:
    """The year that the opening names first, unless the signature's day speaks of a time far from it."""
    first = _first_year(opening)
    signed = _patterns()["signed"].search(signature)
    if signed is None:
        return first
    year = parse_numeral(signed["year"]) or 0
    if first in (year, year - 1):
        return first
    # What is signed in the first months closes the year before.
    return year - 1 if (parse_numeral(signed["month"]) or 12) <= _CLOSING_MONTHS else year


def _first_year(text: str) -> int | None:
    match = _patterns()["year"].search(text)
    return _year(match) if match else None


def _year(match: re.Match[str]) -> int:
    value = parse_numeral(match.group(1) or match.group(2))
    return value if value is not None else 0
