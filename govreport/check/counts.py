"""A number that is promised, against what is listed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govreport.check.context import Context, Draft, pattern
from govreport.model import Section, Span
from govreport.text.numerals import chinese_numeral, parse_numeral

# So far behind 以下三项 its first item may begin.
_NEAR = 40


def check_counts(context: Context) -> Iterator[Draft]:
    """A list in quotation marks before its number: open (…等九心) is information, closed is a mismatch."""
    for match in context.matches(pattern("count", "quoted_list")):
        promised = parse_numeral(match.group("number"))
        items = [item.strip('“”"') for item in re.split("[、,]", match.group("list"))]
        # 「守门、增收」四个字 counts characters.
        listed = sum(map(len, items)) if match.group("characters") else len(items)
        is_open = match.group("open") is not None
        if promised is None or len(items) < 2 or listed == promised:
            continue
        params = {"promised": promised, "listed": listed}
        yield Draft("promised-count", (context.raw(match),), params, "info" if is_open else "warning")
    yield from _lists(context)
    yield from _repeated_words(context)


def _lists(context: Context) -> Iterator[Draft]:
    """以下三方面, 五项任务: against the numbered items right below it."""
    for key, near in (("closed", _NEAR), ("announced", 2)):
        for match in context.matches(pattern("count", key)):
            span, promised = context.raw(match, "words"), parse_numeral(match.group("number"))
            items = _items(context, context.raw(match).end, near)
            listed = _run_length(items)
            if promised is None or not listed or listed == promised:
                continue
            below = context.outline.children(items[0])
            if promised in (_run_length(below), len(below)):
                continue
            if listed < promised and _goes_on(context, items[listed - 1], listed + 1):
                continue
            yield Draft("promised-count", (span,), {"promised": promised, "listed": listed})


def _items(context: Context, end: int, near: int) -> Sequence[Section]:
    """Return the numbered items of the list whose first stands right behind a place, else nothing."""
    first = next((one for one in context.outline.sections if one.span.start >= end), None)
    if first is None or first.number != 1 or first.span.start - end > near:
        return ()
    parent = None if first.parent is None else context.outline.sections[first.parent]
    siblings = context.outline.children(parent) if parent else context.outline.roots
    return [one for one in siblings if one.span.start >= first.span.start and one.inline == first.inline]


def _run_length(items: Sequence[Section]) -> int:
    length = 0
    for item in items:
        if item.number != length + 1:
            break
        length += 1
    return length


def _goes_on(context: Context, last: Section, due: int) -> bool:
    """Whether the next item stands in the text without being taken for one."""
    rest = context.text.view(Span(last.span.start, last.body_span.end))
    numeral = chinese_numeral(due)
    return re.search(rf"{numeral}[是要、]|[(]{numeral}[)]|{due}[.、)]", rest) is not None


def _repeated_words(context: Context) -> Iterator[Draft]:
    """“五个必须”:必须…;必须…: the word opens each item."""
    for match in context.matches(pattern("count", "repeated")):
        paragraph = context.text.text[match.end() :].partition("\n")[0]
        listed = len(re.findall(rf"(?:^|[,。;:!])(?:要|就是)?{re.escape(match['what'])}", paragraph))
        promised = parse_numeral(match["number"])
        if promised and listed >= 2 and listed != promised:
            params = {"promised": promised, "listed": listed}
            yield Draft("promised-count", (context.raw(match, "words"),), params)
