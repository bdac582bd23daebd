"""Days: in a table, in the name of a file, below a report.

>>> day_in("2020年1月5日"), day_in("20200105-總結"), day_in("第3期"), day_in("2019-13-01")
('2020-01-05', '2020-01-05', None, None)
>>> signed_on("……。\\n石桥镇妇联\\n二〇一九年十二月二十日\\n")
'2019-12-20'
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral
from govreport.text.script import to_simplified

__all__ = ["day_in", "signed_on"]

# A day stands in the last lines of a report, and those are short.
_LONGEST_LINE = 60
_TAIL = 2000


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(load_table("desk")["dates"][name])


def day_in(text: str) -> str | None:
    """Return the first day named in a cell or a file name, as ``2020-01-05``; None where there is none."""
    return next((day for day in map(_day, _pattern("day").finditer(text)) if day), None)


def signed_on(text: str) -> str | None:
    """Return the day that a report is dated below its last paragraph, None where it is not."""
    lines = [line.strip() for line in text[-_TAIL:].splitlines() if line.strip()]
    for line in reversed(lines[-int(load_table("desk")["dates"]["signed_lines"]) :]):
        found = _pattern("signed").search(to_simplified(line)) if len(line) <= _LONGEST_LINE else None
        if found:
            return _day(found)
    return None


def _day(found: Any) -> str | None:
    numbers = [parse_numeral(_zeros(found[name])) for name in ("year", "month", "day")]
    try:
        return date(*(number or 0 for number in numbers)).isoformat()
    except ValueError:
        return None


def _zeros(numeral: str) -> str:
    """The round zero of 二○一九 is also written as a letter or a figure."""
    return numeral if numeral.isdigit() and numeral.isascii() else re.sub("[○O0零]", "〇", numeral)
