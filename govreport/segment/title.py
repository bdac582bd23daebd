"""The title of a report, fused with the first sentence or not.

>>> find_title("2019年妇联工作总结及明年工作计划2019年,我镇妇联在镇党委领导下")
(0, 18)
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from govreport.segment.asides import DraftAside
from govreport.segment.genre import ends_with_genre, genre_of
from govreport.segment.lines import line_end, next_content, strip_end
from govreport.segment.reports import is_cover, of_cover
from govreport.text.lexicon import load_table


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("segment")["title"]
    names = (
        "tail",
        "named",
        "never",
        "told",
        "letter",
        "ending",
        "motto",
        "below_motto",
        "headline",
        "of_site",
    )
    return {name: re.compile(table[name]) for name in names}


@cache
def _longest() -> int:
    return int(load_table("segment")["title"]["longest"])


# More doubtful than any title.
_NO_TITLE = 4
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
    best, doubt, firm = None, _NO_TITLE, None
    for start, end in islice(_lines(text, limit, asides), _LINES):
        covered = of_cover(text, start)
        if covered is None and is_cover(text[start:end]):
            continue
        found = _title_of_report(text, *(covered or (start, end)))
        if found is None:
            if firm and _is_body(text, start, end):
                break
            continue
        own = 1 if covered else _doubt(text, found, asides)
        if firm:
            firm = found if own == 0 and _is_fuller(text, found, (start, end), firm) else firm
        elif own == 0:
            firm = found if best is None or _is_like(text, found, best) else best
        elif own < doubt:
            best, doubt = found, own
    return firm or best


def _is_body(text: str, start: int, end: int) -> bool:
    """Whether a line is one of the report's sentences: no other title comes behind it."""
    return end - start > _longest() or "。" in text[start:end]


def _is_fuller(text: str, title: tuple[int, int], line: tuple[int, int], above: tuple[int, int]) -> bool:
    """Whether a title that is all of its line says in other words, and no fewer, what stands above it.

    A site or a file's name may call the report so in short: 团委半年工作总结, and below it
    团县委2023年度上半年工作总结及下半年工作思路.
    """
    words, short = text[slice(*title)], text[slice(*above)]
    is_whole = title[1] == strip_end(text, *line)
    return is_whole and short not in words and len(words) >= len(short) and _is_like(text, title, above)


def _is_like(text: str, title: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether most of what a site calls the report stands in a title: no sentence that names a plan."""
    named = set(_words_of_report(text, other))
    return len(named & set(text[slice(*title)])) >= _ALIKE * len(named)


def _words_of_report(text: str, title: tuple[int, int]) -> str:
    """Return a title without the site's words behind it, and of a letter what it sends."""
    letter = _patterns()["letter"].search(text, *title)
    headline = _patterns()["headline"].search(text, *title)
    return letter["sent"] if letter else text[title[0] : headline.start() if headline else title[1]]


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
    """Return how doubtful a title is.

    3: words of a weaker kind name the report; 2: a site calls it so with a word of its own; 1: the site's
    line above has it, or it is the name of a letter that sends the report.
    """
    if _patterns()["headline"].search(text, *title):
        return 2
    if genre_of(text[slice(*title)]) is None:
        return 3
    if _patterns()["letter"].search(text, *title):
        return 1
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
    """A title may stand behind dashes that part it from a motto, or behind what closes a site's word."""
    while start < len(text) and text[start] in "-—─ ]】»>|":
        start += 1
    return start


def _title_of_report(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the title in a line, unless a site wrote it; the ending of a file's name is none of it."""
    if _patterns()["of_site"].search(text, start, end):
        return None
    found = _title_in_line(text, start, end) or _named_weakly(text, start, end)
    if found is None or _patterns()["never"].search(text, start, found[1]):
        return None
    if text.count("《", *found) > text.count("》", *found):
        # What a site says of the title that it quotes.
        return None
    ending = _patterns()["ending"].search(text, *found)
    return (found[0], ending.start()) if ending else found


def _title_in_line(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The title ends with its genre word and, where it has one, the plan that follows it."""
    end = strip_end(text, start, end)
    head = text[start : min(end, start + _longest())]
    match = genre_of(head)
    if match is None or re.search(r"[。;!?]|,.*,", head[: match.end()]):
        return None
    if "现将" in head[: match.start()] or head[match.end() : match.end() + 2] == "如下":
        return None
    stop = start + match.end()
    tail = _patterns()["tail"].match(text[stop:end])
    stop += tail.end() if tail else 0
    rest = text[stop:end]
    if _patterns()["told"].match(rest):
        return None
    is_whole = len(rest) <= 12 or (len(rest) <= _longest() and ends_with_genre(rest))
    # A year behind it begins the next line, which may have lost its line end.
    if is_whole and not re.search(r"[,。:;]|^(?:20|19)[0-9]{2}年", rest):
        return start, end
    return start, stop


def _named_weakly(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A line that ends with a word for another kind of paper: 妇女发展规划(2021-2030年)."""
    end = strip_end(text, start, end)
    is_short = end - start <= _longest() and (end == len(text) or text[end] in " \n")
    return (start, end) if is_short and _patterns()["named"].match(text, start, end) else None
