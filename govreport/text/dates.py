"""Dates, periods and deadlines, found first and resolved against the year a part speaks of.

>>> [(d.text, d.value) for d in dates("到2025年底前完成,十四五期间,6月底前,每季度", 2024)]
... # doctest: +NORMALIZE_WHITESPACE
[('到2025年底前', DateValue(first='2025-01-01', last='2025-12-31')),
 ('十四五期间', DateValue(first='2021-01-01', last='2025-12-31')),
 ('6月底前', DateValue(first='2024-01-01', last='2024-06-30')), ('每季度', 'quarterly')]
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govreport.model import DateValue
from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral

_KINDS = ("plan_period", "date", "month", "relative", "frequency")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, deadline or frequency: normalized offsets, its words, what it resolves to and its kind."""

    start: int
    end: int
    text: str
    kind: str
    value: DateValue | str | None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = load_table("dates")
    return tuple((kind, re.compile(table[kind])) for kind in _KINDS)


def dates(text: str, year: int | None, start: int = 0, end: int | None = None) -> Iterator[FoundDate]:
    """Yield dates in reading order; ``year`` is what 今年 and a bare month mean, None where unknown."""
    stop = len(text) if end is None else end
    found: list[FoundDate] = []
    for kind, pattern in _patterns():
        for match in pattern.finditer(text, start, stop):
            if match.group() and not any(a.start < match.end() and match.start() < a.end for a in found):
                found.append(_found(kind, match, year))
    yield from sorted(found, key=lambda date: date.start)


def _found(kind: str, match: re.Match[str], year: int | None) -> FoundDate:
    words = match.group()
    if kind == "frequency":
        frequencies: dict[str, str] = load_table("dates")["frequency_value"]
        value: DateValue | str | None = frequencies.get(words)
        return FoundDate(match.start(), match.end(), words, "frequency", value)
    value = _period(match, year) if kind in ("date", "month") else _named(kind, match, year)
    return FoundDate(match.start(), match.end(), words, "deadline" if _limits(words) else "date", value)


def _limits(words: str) -> bool:
    return re.search(load_table("dates")["limit"], words) is not None


def _named(kind: str, match: re.Match[str], year: int | None) -> DateValue | None:
    if kind == "plan_period":
        first = 1981 + 5 * ((parse_numeral(match["plan"]) or 0) - 6)
        return DateValue(f"{first}-01-01", f"{first + 4}-12-31")
    if year is None:
        return None
    shift, first_month, last_month = load_table("dates")["relative_value"].get(match["named"], (0, 1, 12))
    return _months(year + shift, first_month, last_month, match.group())


def _period(match: re.Match[str], year: int | None) -> DateValue | None:
    groups = {name: parse_numeral(value) for name, value in match.groupdict().items() if value}
    given = groups.get("year") or year
    if given is None:
        return None
    words, month = match.group(), groups.get("month")
    quarter = groups.get("quarter")
    if quarter:
        return _months(given, 3 * quarter - 2, 3 * quarter, words)
    if "half" in groups:
        return _months(given, *((1, 6) if match["half"] == "上" else (7, 12)), words)
    if month is None:
        return _months(given, 1, 12, words)
    day = groups.get("day")
    if day and day <= calendar.monthrange(given, month)[1]:
        last = f"{given}-{month:02d}-{day:02d}"
        return DateValue(f"{given}-01-01" if _limits(words) else last, last)
    return _months(given, month, groups.get("last_month") or month, words)


def _months(year: int, first: int, last: int, words: str) -> DateValue:
    """A limit (6月底前) runs from the year's first day."""
    begin = 1 if _limits(words) else first
    return DateValue(f"{year}-{begin:02d}-01", f"{year}-{last:02d}-{calendar.monthrange(year, last)[1]}")
