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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from govreport.model import DateValue
from govreport.text.amounts import AMOUNT, amount
from govreport.text.kept import kept
from govreport.text.lexicon import load_table
from govreport.text.needed import begins, needed
from govreport.text.numerals import parse_numeral

# What is counted from the year in which the report is written.
_SHIFTED = re.compile("(?:到|至|截至|于|自)?[今明去上本后]年")
_KINDS = ("plan_period", "date", "month", "event", "within", "relative", "day", "frequency")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, deadline or frequency: normalized offsets, its words, what it resolves to and its kind."""

    start: int
    end: int
    text: str
    kind: str
    value: DateValue | str | None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Return each kind with its pattern, and that of what none of its dates can do without."""
    table = load_table("dates")
    patterns = [(kind, re.compile(table[kind].replace("AMOUNT", AMOUNT))) for kind in _KINDS]
    return tuple((kind, pattern, needed(pattern)) for kind, pattern in patterns)


@cache
def _begins() -> re.Pattern[str]:
    return re.compile("|".join(begins(pattern).pattern for _, pattern, _ in _patterns()))


def dates(
    text: str, year: int | None, start: int = 0, end: int | None = None, *, present: int | None = None
) -> Iterator[FoundDate]:
    """Yield dates in reading order; ``year`` is what a bare month means, None where unknown.

    ``present`` is what 今年 means, and what 明年 is counted from: ``year`` unless it is given.
    """
    now = year if present is None else present
    if start == 0 and end is None:
        yield from _of_a_text(text, year, now)
    else:
        yield from _between(text, year, now, start, len(text) if end is None else end)


def date_at(text: str, start: int, stop: int) -> int | None:
    """Return where a date ends that begins at ``start``, none of it behind ``stop``; None where none does.

    >>> date_at("于6月底前完成", 0, 7), date_at("于6月底前完成", 5, 7)
    (5, None)
    """
    if not _begins().match(text, start):
        return None
    return next((date.end for date in dates(text, None, start, stop) if date.start == start), None)


@kept
def _of_a_text(text: str, year: int | None, now: int | None) -> list[FoundDate]:
    return _between(text, year, now, 0, len(text))


def _between(text: str, year: int | None, now: int | None, start: int, stop: int) -> list[FoundDate]:
    found: list[FoundDate] = []
    for kind, pattern, needs in _patterns():
        if not needs.search(text, start, stop):
            continue
        for match in pattern.finditer(text, start, stop):
            if match.group() and not any(a.start < match.end() and match.start() < a.end for a in found):
                told = year if _SHIFTED.match(match.group()) is None else now
                found.append(_found(kind, match, told))
    return sorted(found, key=lambda one: one.start)


def _found(kind: str, match: re.Match[str], year: int | None) -> FoundDate:
    words = match.group()
    if kind == "frequency":
        frequencies: dict[str, str] = load_table("dates")["frequency_value"]
        # 每季度至少2次, 每月5日前
        value: DateValue | str | None = frequencies.get(words) or next(
            (name for said, name in frequencies.items() if words.startswith(said) and said != "定期"), None
        )
        return FoundDate(match.start(), match.end(), words, "frequency", value)
    limits = kind in ("event", "within") or _limits(words)
    return FoundDate(
        match.start(), match.end(), words, "deadline" if limits else "date", _VALUES[kind](match, year)
    )


def _limits(words: str) -> bool:
    return re.search(load_table("dates")["limit"], words) is not None


def _plan(match: re.Match[str], year: int | None) -> DateValue | None:
    first = 1981 + 5 * ((parse_numeral(match["plan"]) or 0) - 6)
    return DateValue(f"{first}-01-01", f"{first + 4}-12-31")


def _named(match: re.Match[str], year: int | None) -> DateValue | None:
    if year is None:
        return None
    table = load_table("dates")
    words: str = match["named"]
    if words == "今冬明春":
        return DateValue(f"{year}-11-01", f"{year + 1}-04-30")
    relative = re.match("[今明去上本后](?=年)", words)
    shift = table["year_shift"][relative[0]] if relative else 0
    quarter = re.search("([一二三四1-4])季度", words)
    if quarter:
        number = parse_numeral(quarter[1]) or 1
        first, last = 3 * number - 2, 3 * number
    else:
        months = table["relative_months"].items()
        first, last = next((both for name, both in months if words.endswith(name)), (1, 12))
    return _months(year + shift, first, last, match.group())


def _event(match: re.Match[str], year: int | None) -> DateValue | None:
    day = load_table("dates")["event_day"].get(match["event"].strip('“”"'))
    if day is None or year is None:
        return None
    # What is to be done before New Year's Day is to be done this year.
    last = date.fromisoformat(f"{year + 1 if day == '01-01' else year}-{day}") - timedelta(days=1)
    return DateValue(f"{year}-01-01", last.isoformat())


def _within(match: re.Match[str], year: int | None) -> DateValue | None:
    """Only whole years run from the part's own year; the rest from an event that has no date."""
    number = amount(match["amount"])
    if match["unit"] != "年" or year is None or number is None or match["start"] or not 0 < number[1] <= 50:
        return None
    return DateValue(f"{year}-01-01", f"{year + max(1, round(number[1])) - 1}-12-31")


def _undated(match: re.Match[str], year: int | None) -> None:
    return None


def _period(match: re.Match[str], year: int | None) -> DateValue | None:
    named = {name: words for name, words in match.groupdict().items() if words and name != "shift"}
    groups = {name: parse_numeral(words) for name, words in named.items()}
    given = groups.get("year") or year
    if given is None:
        return None
    words, month = match.group(), groups.get("month")
    if "last_year" in groups:
        return DateValue(f"{given}-01-01", f"{groups['last_year']}-12-31")
    if "year" not in groups and match["shift"]:
        given += load_table("dates")["year_shift"][match["shift"][0]]
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


_VALUES: dict[str, Callable[[re.Match[str], int | None], DateValue | None]] = {
    "plan_period": _plan,
    "date": _period,
    "month": _period,
    "event": _event,
    "within": _within,
    "relative": _named,
    "day": _undated,
}
