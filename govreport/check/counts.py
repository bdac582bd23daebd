"""A number that is promised, against what is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.text.numerals import parse_numeral


def check_counts(context: Context) -> Iterator[Draft]:
    """A list in quotation marks before its number: open (…等九心) is information, closed is a mismatch."""
    for match in context.matches(pattern("count", "quoted_list")):
        promised = parse_numeral(match.group("number"))
        listed = len(re.split("[、,]", match.group("list")))
        is_open = match.group("open") is not None
        if promised is None or listed < 2 or listed == promised:
            continue
        params = {"promised": promised, "listed": listed}
        yield Draft("promised-count", (context.raw(match),), params, "info" if is_open else "warning")
    yield from _sections(context)


def _sections(context: Context) -> Iterator[Draft]:
    """以下三方面 against the numbered items right below it."""
    for match in context.matches(pattern("count", "closed")):
        span = context.raw(match)
        home = context.outline.innermost(span.start)
        siblings = context.outline.children(home) if home else context.outline.roots
        first = next((s for s in siblings if s.span.start >= span.end), None)
        promised = parse_numeral(match.group("number"))
        if first is None or first.number != 1 or first.span.start - span.end > 40 or promised is None:
            continue
        listed = _run_length([s.number for s in siblings if s.span.start >= first.span.start])
        if listed != promised:
            yield Draft("promised-count", (span,), {"promised": promised, "listed": listed})


def _run_length(numbers: list[int | None]) -> int:
    """Return how far the numbers go on from 1 without starting again."""
    length = 0
    for number in numbers:
        if number is not None and number <= length:
            break
        length += 1
    return length
