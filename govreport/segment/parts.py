"""Lead-ins and headings that switch the part of a report.

>>> part_of_lead_in("今年我们要抓好以下工作:"), part_of_heading("存在的问题"), part_of_heading("加强领导")
('plan', 'problems', None)
"""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table

_LONGEST_LEAD_IN = 60


@cache
def _patterns(key: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = load_table("segment")["part"]
    return tuple((row["name"], re.compile(row[key])) for row in rows if key in row)


def part_of_lead_in(sentence: str) -> str | None:
    """Return the part that a sentence before a list switches to, None where it is no lead-in."""
    sentence = sentence.strip()
    if len(sentence) > _LONGEST_LEAD_IN:
        # Only the last clauses of a long sentence announce what follows.
        sentence = sentence[-_LONGEST_LEAD_IN:]
    return _first_match("lead_in", sentence)


def part_of_announcement(sentence: str) -> str | None:
    """Return the part that a sentence right before 一是 announces in the official's own words."""
    return _first_match("inline", sentence.strip()[-_LONGEST_LEAD_IN:])


def part_of_heading(heading: str) -> str | None:
    """Return the part that a heading opens, None where it only names a matter."""
    return _first_match("heading", heading.strip()) if len(heading) <= 40 else None


def part_of_line(line: str) -> str | None:
    """Return the part that an unnumbered line opens by its first words."""
    return _first_match("line", line.strip())


def _first_match(key: str, text: str) -> str | None:
    for name, pattern in _patterns(key):
        if pattern.search(text):
            return name
    return None
