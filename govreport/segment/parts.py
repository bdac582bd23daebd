"""Lead-ins and headings that switch the part of a report.

>>> part_of_lead_in("今年我们要抓好以下工作:"), part_of_heading("存在的问题"), part_of_heading("加强领导")
('plan', 'problems', None)
>>> part_of_heading("2022年主要工作", 2022), part_of_heading("2023年主要工作", 2022)
('retrospective', 'plan')
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govreport.text.guarded import guarded
from govreport.text.lexicon import load_table
from govreport.text.word_pattern import filled

_LONGEST_LEAD_IN = 60
_LONGEST_HEADING = 40


def _compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of the data file, in which {ahead} stands for the words of that name."""
    return guarded(filled(pattern, load_table("segment")["word"]))


@cache
def _patterns(key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_table("segment")["part"]
    return tuple((row["name"], _compiled(row[key])) for row in rows if key in row)


@cache
def _dated(key: str) -> re.Pattern[str]:
    return _compiled(load_table("segment")["dated"][key])


@cache
def _announces(key: str) -> re.Pattern[str]:
    return _compiled(load_table("segment")["announces"][key])


@cache
def _running(key: str) -> re.Pattern[str]:
    return _compiled(load_table("segment")["running"][key])


def part_of_lead_in(sentence: str, year: int | None = None) -> str | None:
    """Return the part that a sentence before a list switches to, None where it is no lead-in.

    ``year`` is the one reported on: 2021年重点抓好以下工作 tells of it or of what comes after it.
    """
    sentence = sentence.strip()
    if len(sentence) > _LONGEST_LEAD_IN:
        # Only the last clauses of a long sentence announce what follows.
        sentence = sentence[-_LONGEST_LEAD_IN:]
    part = _first_match("lead_in", sentence)
    named = _dated("year").search(sentence) if part == "plan" and year is not None else None
    if named and year and int(named["year"]) <= year and not _dated("ahead").search(sentence):
        return "retrospective"
    return part


def announces_list(sentence: str) -> bool:
    """Tell whether a sentence says that a list follows: 要抓好三项工作, 开展了以下活动."""
    return _announces("list").search(sentence.strip()) is not None


def looks_back(sentence: str) -> bool:
    """Tell whether a lead-in tells of what was done."""
    return _announces("back").search(sentence) is not None


def announced_wants(text: str) -> Iterator[tuple[int, int]]:
    """Yield where running text turns to what is lacking: 在看到成绩的同时,我们也清醒地认识到:."""
    for match in _announces("want").finditer(text):
        if part_of_lead_in(match.group().rstrip(":")) == "problems":
            yield match.span()


def part_told(words: str, year: int | None = None) -> str | None:
    """Return the part that a sentence of running text may turn to by its first words."""
    if _running("causes").search(words):
        return "causes"
    if _running("learnt").search(words):
        return "lessons"
    if _running("ahead").search(words):
        named = _dated("year").search(words)
        return None if named and year and int(named["year"]) <= year else "plan"
    wants, dealt = (_running(key).search(words) for key in ("lacking", "dealt"))
    return "problems" if wants and not (dealt and dealt.start() < wants.end()) else None


def part_of_announcement(sentence: str) -> str | None:
    """Return the part that a sentence right before 一是 announces in the official's own words."""
    return _first_match("inline", sentence.strip()[-_LONGEST_LEAD_IN:])


def part_of_heading(heading: str, year: int | None = None) -> str | None:
    """Return the part that a heading opens, None where it only names a matter.

    ``year`` is the one reported on: the duties of that year are told of, those of a later one are planned.
    """
    heading = heading.strip()
    if len(heading) > _LONGEST_HEADING:
        return None
    named = _dated("heading").match(heading) if year is not None else None
    if named and year:
        return "plan" if int(named["year"]) > year else "retrospective"
    return _first_match("heading", heading)


def _first_match(key: str, text: str) -> str | None:
    for name, pattern in _patterns(key):
        if pattern.search(text):
            return name
    return None
