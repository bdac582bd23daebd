"""Which year a report is on, and which one it plans for.

>>> years("2019年妇联工作总结及明年工作计划", "")
(2019, 2020)
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from govreport.segment.asides import DraftAside
from govreport.segment.genre import is_plan_only
from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral

__all__ = ["find_years", "years", "years_of_plan"]

# Until this month a report is on the year before.
_CLOSING_MONTHS = 3
# So much of the text behind the title may name the year.
_OPENING = 400
# So long may the first heading be.
_HEADING = 40
_ZEROS = str.maketrans("O0", "〇〇")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("segment")["year"]
    return {name: re.compile(table[name]) for name in ("report", "alone", "held", "signed", "looked_back")}


def find_years(
    text: str, title: tuple[int, int] | None, first: int, asides: list[DraftAside]
) -> tuple[int | None, int | None]:
    """Return the year reported on and the year planned for of a text whose numbering begins at ``first``."""
    named = text[slice(*title)] if title else ""
    opening = text[title[1] if title else 0 : first][:_OPENING]
    signed = [text[one.start : one.end] for one in asides if one.kind == "signature"]
    told = years(named, opening, signed[-1] if signed else "")
    back = _looked_back(text, title[1] if title else 0, first)
    is_of_meeting = len(_patterns()["report"].findall(named)) == 1 and not is_plan_only(named)
    if is_of_meeting and back is not None and told[0] == back + 1:
        # 2022年政府工作报告 is named after the year in which it was given.
        return back, told[0]
    return told


def years_of_plan(text: str, parts: Iterable[tuple[str, int, int]]) -> tuple[int | None, int | None]:
    """Return the year before the first one that the plan names, and that one: a report may name no other.

    A year counts only where it lies behind every one that is named before the plan.

    >>> years_of_plan("2019年换届。2022年办班,到2025年…", [("retrospective", 0, 8), ("plan", 8, 22)])
    (2021, 2022)
    """
    plan = next(((start, end) for name, start, end in parts if name == "plan"), None)
    if plan is None:
        return None, None
    told = max((_year(match) for match in _patterns()["report"].finditer(text, 0, plan[0])), default=0)
    ahead = [_year(match) for match in _patterns()["report"].finditer(text, *plan)]
    planned = min((year for year in ahead if year > told), default=None)
    return (None, None) if planned is None else (planned - 1, planned)


def _looked_back(text: str, start: int, first: int) -> int | None:
    """Return the year that a heading looks back on, in the opening or at the first number."""
    match = _patterns()["looked_back"].search(text, start, min(len(text), first + _HEADING))
    return int(match["year"]) if match else None


def years(title: str, opening: str, signature: str = "") -> tuple[int | None, int | None]:
    """Return the year reported on and the year planned for.

    今年 in a title that reports on a year and then plans means the year after. Where neither title nor
    opening names the year or the one before it, the day of the ``signature`` tells.

    >>> years("关于实施规划的自查报告", "对照2011-2020年规划:", "妇儿工委2014年10月30日")
    (2014, 2015)
    """
    named = [_year(match) for match in _patterns()["report"].finditer(title)]
    alone = None if named else _patterns()["alone"].search(title)
    named = [int(alone["year"])] if alone else named
    held = None if named else _patterns()["held"].search(opening)
    if held:
        year = parse_numeral(held["year"]) or 0
        return year - 1, year
    plans = is_plan_only(title)
    first = named[0] if named else _year_told(opening, signature, plans)
    if first is None:
        return None, None
    if plans:
        return (first, first)
    if not named:
        return first, first + 1
    if "半年" in title or "季度" in title:
        return first, first
    later = [year for year in named if year > first]
    return first, later[0] if later else first + 1


def _year_told(opening: str, signature: str, plans: bool) -> int | None:
    """The year that the opening names first, unless the signature's day speaks of a time far from it.

    A plan is for the year in which it is signed, a report signed in the first months on the one before.
    """
    first = _first_year(opening)
    signed = _patterns()["signed"].search(signature)
    if signed is None:
        return first
    year = parse_numeral(signed["year"]) or 0
    if plans:
        return year
    if first in (year, year - 1):
        return first
    # What is signed in the first months closes the year before.
    return year - 1 if (parse_numeral(signed["month"]) or 12) <= _CLOSING_MONTHS else year


def _first_year(text: str) -> int | None:
    match = _patterns()["report"].search(text)
    return _year(match) if match else None


def _year(match: re.Match[str]) -> int:
    # A letter or a digit stands for the zero where hands were careless: 二OO四年, 二0一八年.
    value = parse_numeral(match.group(1) or match.group(2).translate(_ZEROS))
    return value if value is not None else 0
