"""Which dates of a statement are deadlines or tell how often: not when something was, nor of which year.

>>> from govreport.text.dates import dates
>>> told = "恢复到2019年的九成,10月底前建成"
>>> [slot_of_date(told, date, "plan", "target", 2022) for date in dates(told, 2022)]
[None, 'deadline']
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.extract.cues import cue
from govreport.model import DateValue
from govreport.text.dates import FoundDate

__all__ = ["is_ahead", "is_value", "of_date", "slot_of_date"]

_PLANNED_PARTS, _PROMISED = ("plan", "requirements"), ("commitment", "target")
# A title or a bracket is looked for so far before a date, and what makes a value of a duration so far.
_NEAR = 40


def slot_of_date(text: str, date: FoundDate, part: str, kind: str, year: int | None) -> str | None:
    """Return the slot of a date in a statement in a part that speaks of ``year``, None for none."""
    if date.kind == "frequency":
        return "frequency"
    if is_value(text, date):
        return None
    if not is_ahead(part, kind):
        return (
            "deadline" if date.kind == "deadline" and cue("deadline", "in_past").search(date.text) else None
        )
    if date.kind != "deadline" and part not in _PLANNED_PARTS:
        return None
    return None if _is_past(date, year) or _of_a_thing(text, date) else "deadline"


def is_ahead(part: str, kind: str) -> bool:
    """Whether a statement tells what will be done."""
    return part in _PLANNED_PARTS or kind in _PROMISED


def is_value(text: str, date: FoundDate) -> bool:
    """压减至3个工作日以内: how long something takes, and no time to do it in."""
    before = text[max(0, date.start - _NEAR) : date.start]
    return (
        cue("deadline", "a_value").search(before) is not None
        and cue("deadline", "lasts").search(date.text) is not None
    )


def _is_past(date: FoundDate, year: int | None) -> bool:
    """补办去年取消的, 2021年制定的: but a limit with its year may be left over from another report."""
    is_meant = date.names_year and date.kind == "deadline"
    is_known = isinstance(date.value, DateValue) and year is not None and not is_meant
    return is_known and int(date.value.last[:4]) < year  # type: ignore[union-attr, operator]


def _of_a_thing(text: str, date: FoundDate) -> bool:
    """《2021—2025年规划》, 2015年中期评估, 到2019年的水平."""
    before = text[max(0, date.start - _NEAR) : date.start]
    if before.rfind("《") > before.rfind("》"):
        return True
    return cue("deadline", "of_a_thing").match(text, date.end) is not None


def of_date(name: str, date: FoundDate) -> Iterator[tuple[str, int, int, DateValue | str | None]]:
    """Yield what a date fills: 每月5日前 tells how often and until when, 于9月底前 no more than 9月底前.

    >>> from govreport.text.dates import dates
    >>> [one[:3] for date in dates("每月5日前报送", 2022) for one in of_date("frequency", date)]
    [('frequency', 0, 2), ('deadline', 0, 5)]
    """
    led = cue("deadline", "led_by").match(date.text)
    each = cue("deadline", "each").match(date.text) if name == "frequency" else None
    yield (
        name,
        date.start + (led.end() if led else 0),
        date.start + each.end(1) if each else date.end,
        date.value,
    )
    if each:
        yield "deadline", date.start, date.end, None
