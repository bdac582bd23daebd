"""What a date means: its first and last day, or how often.

>>> value_of("undated", "3月上旬", {"month": "3", "third": "上旬"}, 2024, False)
DateValue(first='2024-03-01', last='2024-03-10')
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from datetime import date, timedelta

from govreport.model import DateValue
from govreport.text.amounts import amount
from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral

__all__ = ["value_of"]

# No plan runs for more years.
_MOST_YEARS = 50
_OF_A_RANGE = {"first_month", "last_month", "last_day", "last_year", "last_shift"}
_Months = tuple[int, int]


def value_of(
    kind: str, words: str, told: Mapping[str, str], year: int | None, limits: bool
) -> DateValue | str | None:
    """Return the value of a date: ``told`` holds the parts of its words, ``year`` is that it counts from."""
    if kind == "frequency":
        return _often(words)
    if kind == "plan_period":
        return _plan(told)
    if kind == "event":
        return _before_event(told, _year(told, year))
    if kind in ("within", "course"):
        return _within(told, year)
    return None if kind == "day" else _period(words, told, _year(told, year), limits)


def _year(told: Mapping[str, str], year: int | None) -> int | None:
    if "year" in told:
        return parse_numeral(told["year"])
    if "shift" in told and year is not None:
        shift: int = load_table("dates")["year_shift"][told["shift"]]
        return year + shift
    return year


def _often(words: str) -> str | None:
    # 每季度至少2次, 每月5日前: the longest that it begins with, behind whom it is told of (每人每年).
    words = words[words.rfind("每", 0, 3) :] if words.startswith("每") else words
    names: dict[str, str] = load_table("dates")["frequency_value"]
    said = max((said for said in names if words.startswith(said)), key=len, default=None)
    return names[said] if said else None


def _plan(told: Mapping[str, str]) -> DateValue:
    first = 1981 + 5 * ((parse_numeral(told["plan"]) or 0) - 6)
    only = told.get("only")
    last = first if only == "开局之年" else first + 4
    return DateValue(f"{last if only else first}-01-01", f"{last}-12-31")


def _before_event(told: Mapping[str, str], year: int | None) -> DateValue | None:
    if year is None:
        return None
    if "month" in told:
        month = parse_numeral(told["month"]) or 1
        day = int(told.get("day") or calendar.monthrange(year, month)[1])
        return _days((year, 1, 1), (year, month, day))
    is_named = bool({"year", "shift"} & told.keys())
    day_of = _day_of(re.sub('[“”"]', "", told["event"]), year, is_named)
    if day_of is None:
        return None
    # What is to be done before New Year's Day is to be done this year.
    after = day_of == "01-01" and not is_named
    last = date.fromisoformat(f"{year + after}-{day_of}") - timedelta(days=1)
    return DateValue(f"{last.year}-01-01", last.isoformat())


def _day_of(event: str, year: int, is_named: bool) -> str | None:
    """Return the day of a festival; before which 春节 is known only where the year is named."""
    moving: dict[str, dict[str, str]] = load_table("dates")["moving_day"]
    for name, days in moving.items():
        if name in event:
            return days.get(str(year)) if is_named else None
    fixed: dict[str, str] = load_table("dates")["event_day"]
    return next((fixed[name] for name in fixed if name in event), None)


def _within(told: Mapping[str, str], year: int | None) -> DateValue | None:
    """Only whole years run from the part's own year; the rest from an event that has no date."""
    number = amount(told["amount"])
    if told["unit"] != "年" or year is None or number is None or "start" in told:
        return None
    if not 0 < number[1] <= _MOST_YEARS:
        return None
    return DateValue(f"{year}-01-01", f"{year + max(1, round(number[1])) - 1}-12-31")


def _period(words: str, told: Mapping[str, str], year: int | None, limits: bool) -> DateValue | None:
    if year is None:
        return None
    if told.get("named") == "今冬明春":
        return DateValue(f"{year}-11-01", f"{year + 1}-04-30")
    first, last = _months(told)
    if limits and told.get("named", "").endswith("学期") and "前" in words:
        # Before a term: before it begins.
        return _days((year, 1, 1), (year, first - 1, 31))
    last_year = int(
        told.get("last_year") or year + load_table("dates")["year_shift"].get(told.get("last_shift"), 0)
    )
    if last_year < year or (last_year == year and last < first):
        return None
    begins, ends = _third(told.get("third"), last_year, last)
    if not _OF_A_RANGE & told.keys():
        day = int(told.get("day", 0))
        return _days((year, 1, 1) if limits else (year, first, day or begins), (year, last, day or ends))
    begins = _third(told.get("first_third"), year, first)[0]
    if "first_month" not in told:
        begins = int(told.get("day", begins))
    elif "last_month" not in told:
        ends = int(told.get("day", ends))
    return _days(
        (year, first, int(told.get("first_day", begins))), (last_year, last, int(told.get("last_day", ends)))
    )


def _months(told: Mapping[str, str]) -> _Months:
    """Return the first and the last month of a period, those of the year where nothing is told of it."""
    if "quarter" in told:
        quarter = parse_numeral(told["quarter"]) or 1
        last = parse_numeral(told.get("last_quarter", "")) or quarter
        return (1 if "since" in told else 3 * quarter - 2), 3 * last
    if "month" in told:
        # 元月 is the first.
        month = parse_numeral(told["month"]) or 1
        first = parse_numeral(told.get("first_month", "")) or month
        return first, parse_numeral(told.get("last_month", "")) or (12 if _open_end(told) else month)
    named: str = told.get("named", "")
    months: dict[str, list[int]] = load_table("dates")["relative_months"]
    first, last = next((both for name, both in months.items() if named.endswith(name)), (1, 12))
    return first, last


def _open_end(told: Mapping[str, str]) -> bool:
    """3月至明年: until the end of the year that is named last."""
    return bool({"last_year", "last_shift"} & told.keys())


def _third(third: str | None, year: int, month: int) -> tuple[int, int]:
    first, last = load_table("dates")["third"].get(third, (1, 31))
    return first, min(last, _last_day(year, month))


def _last_day(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]


def _days(first: tuple[int, int, int], last: tuple[int, int, int]) -> DateValue:
    """Return the days, each within its month: there is no 30th of February."""
    told = [(year, month, min(day, _last_day(year, month))) for year, month, day in (first, last)]
    return DateValue(*(f"{year}-{month:02d}-{day:02d}" for year, month, day in told))
