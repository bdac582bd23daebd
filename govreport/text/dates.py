"""Dates, periods and deadlines, found first and resolved against the year a part speaks of.

>>> [(d.text, d.value) for d in dates("到2025年底前完成,十四五期间,6月底前,每季度", 2024)]
... # doctest: +NORMALIZE_WHITESPACE
[('到2025年底前', DateValue(first='2025-01-01', last='2025-12-31')),
 ('十四五期间', DateValue(first='2021-01-01', last='2025-12-31')),
 ('6月底前', DateValue(first='2024-01-01', last='2024-06-30')), ('每季度', 'quarterly')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govreport.model import DateValue
from govreport.text.amounts import AMOUNT
from govreport.text.date_values import value_of
from govreport.text.guarded import guarded
from govreport.text.kept import kept
from govreport.text.lexicon import load_table
from govreport.text.needed import begins, needed
from govreport.text.word_pattern import filled

__all__ = ["FoundDate", "date_at", "dates", "tells_frequency"]

_LIMITS = ("event", "within")
# 次年 follows the year that is told of, 明年 that in which it is told.
_FOLLOWING = "次"
_GROUP = re.compile(r"\(\?P<([a-z_]+)>")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date, deadline or frequency: normalized offsets, its words, what it resolves to and its kind.

    ``names_year`` is whether the words do (2024年, 十四五): another year than the part's may be meant.
    """

    start: int
    end: int
    text: str
    kind: str
    value: DateValue | str | None
    names_year: bool = False


class _Sort(NamedTuple):
    """A sort of dates with its pattern, and patterns of what none of them can do without and begins with."""

    kind: str
    pattern: re.Pattern[str]
    needs: re.Pattern[str]
    begins: re.Pattern[str]


@cache
def _sorts() -> tuple[_Sort, ...]:
    return tuple(_Sort(kind, guarded(one), needed(one), begins(one)) for kind, one in _written())


def _written() -> list[tuple[str, str]]:
    """Return each kind with its pattern as it is written."""
    table: dict[str, str] = load_table("dates")["kind"]
    words: dict[str, str] = load_table("dates")["word"]
    whole = {kind: filled(pattern, words).replace("AMOUNT", AMOUNT) for kind, pattern in table.items()}
    return [(kind, _numbered(pattern)) for kind, pattern in whole.items()]


def _numbered(pattern: str) -> str:
    """Number the groups, so that a row may stand in a pattern twice: whichever fits tells its value."""
    seen: dict[str, int] = {}

    def named(match: re.Match[str]) -> str:
        seen[match[1]] = seen.get(match[1], 0) + 1
        return f"(?P<{match[1]}{seen[match[1]]}>"

    return _GROUP.sub(named, pattern)


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
    if not any(sort.begins.match(text, start) and sort.needs.search(text, start, stop) for sort in _sorts()):
        return None
    return next((date.end for date in dates(text, None, start, stop) if date.start == start), None)


def tells_frequency(text: str) -> bool:
    """Whether a text tells how often: of all sorts of dates that is looked for first.

    >>> tells_frequency("每季度走访一次"), tells_frequency("6月底前走访")
    (True, False)
    """
    often = next(sort for sort in _sorts() if sort.kind == "frequency")
    if not often.needs.search(text):
        return False
    return any(match.group() for match in often.pattern.finditer(text))


@kept
def _of_a_text(text: str, year: int | None, now: int | None) -> list[FoundDate]:
    return _between(text, year, now, 0, len(text))


def _between(text: str, year: int | None, now: int | None, start: int, stop: int) -> list[FoundDate]:
    found: list[FoundDate] = []
    taken = bytearray(stop - start)
    for sort in _sorts():
        if not sort.needs.search(text, start, stop):
            continue
        for match in sort.pattern.finditer(text, start, stop):
            own = slice(match.start() - start, match.end() - start)
            if match.group() and not any(taken[own]):
                taken[own] = b"\1" * len(match.group())
                found.append(_found(sort.kind, match, year, now))
    return sorted(found, key=lambda one: one.start)


def _found(kind: str, match: re.Match[str], year: int | None, now: int | None) -> FoundDate:
    words = match.group()
    told = {name.rstrip("123456789"): part for name, part in match.groupdict().items() if part}
    limits = kind in _LIMITS or _limits(words)
    value = value_of(kind, words, told, now if told.get("shift", _FOLLOWING) != _FOLLOWING else year, limits)
    named = "frequency" if kind == "frequency" else "deadline" if limits else "date"
    return FoundDate(match.start(), match.end(), words, named, value, bool({"year", "plan"} & told.keys()))


def _limits(words: str) -> bool:
    return re.search(load_table("dates")["limit"]["words"], words) is not None
