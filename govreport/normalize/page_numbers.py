"""Page numbers that a page left in the text: on lines of their own, or in the middle of a sentence.

A sentence that runs over the page goes on as one; a heading that ends the page stays a line.

>>> text = "今年以来镇妇联在镇党委的领导下和各有关部门的大力支持下组织妇女群众\\n- 2 -\\n开展活动。"
>>> kept, numbers = without_page_numbers(list(enumerate(text)))
>>> "".join(c for _, c in kept)[-10:], [text[a:b] for a, b in numbers]
('织妇女群众开展活动。', ['- 2 -'])
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["without_page_numbers"]

Kept = list[tuple[int, str]]

# A line of this length without an end mark is no heading: its sentence goes on behind the page number.
_LONGEST_HEADING = 30
_ENDS_SENTENCE = "。;:!?"
_OPENS_SECTION = re.compile(
    "[ ]{0,40}(?:[(]?[一二三四五六七八九十]{1,3}[)、.]|[(]?[0-9]{1,2}[)、.](?![0-9])"
    "|第[一二三四五六七八九十]{1,3}[部章节])"
)
# The first line of a library's page stands among so many characters.
_HEAD = 600
# Above the first page stand no more than the library's lines.
_LINES_ABOVE = 3
# The line right above it is looked for so far back.
_ABOVE = 24
# A page of a library holds more than this.
_PAGE = 250


@cache
def _library() -> tuple[re.Pattern[str], ...]:
    table = load_table("normalize")["page_number"]
    names = ("library", "library_number", "library_title", "library_above")
    return tuple(re.compile(table[key]) for key in names)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    table = load_table("normalize")["page_number"]
    own = rf"(?:^|(?<=\n))[ ]*(?P<number>{table['own_line']})[ ]*(?=\n|$)"
    before, behind = r"(?<=[\u4e00-\u9fff,、。;:!?%])", r"(?=[\u4e00-\u9fff]|[(]?[0-9]{1,2}[、.)])"
    inside = rf"(?:{before}|^)[ ]*(?P<number>{table['in_line']})[ ]*{behind}"
    return re.compile(own), re.compile(inside)


@cache
def _alone() -> re.Pattern[str]:
    """Return the pattern of a number alone on its line, with the line ends around it."""
    ends = r"\n[ ]{0,40}(?:\n[ ]{0,40}){0,3}"
    return re.compile(rf"{ends}(?P<number>[0-9]{{1,3}})[ ]{{0,40}}{ends}(?=[\u4e00-\u9fff“])")


def without_page_numbers(kept: Kept) -> tuple[Kept, list[tuple[int, int]]]:
    """Return the ``(raw index, folded character)`` pairs without page numbers, and the raw spans of these."""
    text = "".join(character for _, character in kept)
    own, inside = _patterns()
    drop: set[int] = set()
    numbers: list[tuple[int, int]] = []
    for match in own.finditer(text):
        drop.update(range(match.start(), match.end()))
        drop.update(_line_ends(text, match))
        numbers.append(match.span("number"))
    for match in _alone().finditer(text):
        if _goes_on(text, match.start(), match.end()):
            drop.update(range(*match.span()))
            numbers.append(match.span("number"))
    for match in _of_library(text):
        # With the line end before it: the sentence goes on.
        drop.update(range(_end_of_line_before(text, match), match.end()))
        numbers.append(match.span("number"))
    for match in inside.finditer(text):
        drop.update(range(*match.span()))
        numbers.append(match.span("number"))
    raw = [(kept[start][0], kept[end - 1][0] + 1) for start, end in sorted(numbers)]
    return [pair for index, pair in enumerate(kept) if index not in drop], raw


def _of_library(text: str) -> Iterator[re.Match[str]]:
    """Yield the page numbers that a library of documents puts where its pages begin.

    The first stands below the library's line, or before the title; a later one is told from a number of the
    report by the sentence that it cuts.
    """
    library, number, _, _ = _library()
    if not library.search(text, 0, _HEAD) and not _is_cut_into_pages(text):
        return
    page = 0
    for match in number.finditer(text):
        given = int(match["page"])
        is_first = page == 0 and given == 1 and _may_be_first(text, match.start())
        if is_first or (0 < page < given and _goes_on(text, match.start() - 1, match.end())):
            page = given
            yield match


def _end_of_line_before(text: str, match: re.Match[str]) -> int:
    """Return where the sentence ends that goes on behind the number of a page; the first page cuts none."""
    end = match.start()
    while match["page"] != "1" and end > 0 and text[end - 1] in " \n":
        end -= 1
    return end


def _may_be_first(text: str, position: int) -> bool:
    """Whether no more than a library's lines stand above a place, or the one that says what follows."""
    is_announced = _library()[3].search(text, max(0, position - _ABOVE), position) is not None
    return is_announced or _is_among_first_lines(text, position)


def _is_among_first_lines(text: str, position: int) -> bool:
    for _ in range(_LINES_ABOVE + 1):
        position = text.rfind("\n", 0, position)
        if position < 0:
            return True
    return False


def _is_cut_into_pages(text: str) -> bool:
    """Whether a 1、 among the first lines and a 2、 in mid-sentence are two pages.

    Behind the 1、 stands the title, or, where it does not, a 3、 cuts a sentence too.
    """
    _, number, title, _ = _library()
    first = number.search(text)
    if first is None or first["page"] != "1" or not _may_be_first(text, first.start()):
        return False
    pages = [first]
    for match in number.finditer(text, first.end()):
        cuts = match.start() - pages[-1].end() >= _PAGE and _goes_on(text, match.start() - 1, match.end())
        if int(match["page"]) == len(pages) + 1 and cuts:
            pages.append(match)
        if len(pages) > 2:
            break
    return len(pages) > (1 if title.match(text, first.end()) else 2)


def _line_ends(text: str, match: re.Match[str]) -> tuple[int, ...]:
    """Return the line ends to leave out: one, or both where a sentence goes on behind the number."""
    before, after = match.start() - 1, match.end()
    if before < 0 or after >= len(text):
        return tuple(place for place in (before, after) if 0 <= place < len(text))
    return (before, after) if _goes_on(text, before, after + 1) else (after,)


def _goes_on(text: str, before: int, behind: int) -> bool:
    """Whether the line that ends at ``before`` is cut in mid-sentence, and goes on at ``behind``."""
    while before > 0 and text[before - 1] in " \n":
        before -= 1
    line = text[text.rfind("\n", 0, before) + 1 : before]
    return (
        len(line) > _LONGEST_HEADING
        and line[-1] not in _ENDS_SENTENCE
        and not _OPENS_SECTION.match(text, behind)
    )
