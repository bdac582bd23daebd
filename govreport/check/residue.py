"""What does not belong to the report: hidden characters, leftovers of web pages, impossible dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.site_words import site_words

_HIDDEN = re.compile(
    "[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\u202a-\u202e]{2,}|"
    "(?<=[\u4e00-\u9fff])[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\u202a-\u202e](?=[\u4e00-\u9fff])"
)


# Where no year is known the 29th of February is believed.
_LEAP = 2024


def check_residue(context: Context) -> Iterator[Draft]:
    """Hidden characters once per report, web residue and impossible dates where they stand."""
    hidden = [Span(*match.span()) for match in _HIDDEN.finditer(context.text.document.text)]
    if hidden:
        yield Draft("hidden-text", tuple(hidden[:20]), {"count": sum(span.length for span in hidden)})
    yield from _hidden_in_file(context)
    for start, end in site_words(context.text.text):
        span = context.text.raw(start, end)
        if not context.is_copy(span):
            yield Draft("web-residue", (span,), {"text": context.text.quote(span)})
    for match in context.matches(pattern("time", "pattern")):
        span = context.raw(match)
        if not _exists(_year(context, match, span), int(match.group("month")), int(match.group("day"))):
            yield Draft("impossible-time", (span,), {"text": context.text.quote(span)})


def _hidden_in_file(context: Context) -> Iterator[Draft]:
    """Tell of text that the reader left out, at the first line: where it stood can't be shown."""
    document = context.text.document
    first = next((line for line in document.lines if line.of(document.text).strip()), None)
    if first is not None and "hidden-text" in document.provenance.warnings:
        yield Draft("hidden-text", (first,), message="hidden-text-in-file")


def _year(context: Context, match: re.Match[str], span: Span) -> int:
    """The year that is named, or the one that this part of the report speaks of."""
    part = context.outline.part_at(span.start)
    spoken_of = part.year if part and part.year else context.outline.year
    return int(match.group("year") or spoken_of or _LEAP)


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
