"""What does not belong to the report: hidden characters, leftovers of web pages, impossible dates."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span

_HIDDEN = re.compile(
    "(?<=[\u4e00-\u9fff])[\u200b-\u200f\u2060-\u2064\u00ad\ufeff\u202a-\u202e]+(?=[\u4e00-\u9fff])"
)


# Without a year the 29th of February is believed.
_LEAP = 2024


def check_residue(context: Context) -> Iterator[Draft]:
    """Hidden characters once per report, web residue and impossible dates where they stand."""
    hidden = [Span(*match.span()) for match in _HIDDEN.finditer(context.text.document.text)]
    if hidden:
        yield Draft("hidden-text", tuple(hidden[:20]), {"count": sum(span.length for span in hidden)})
    for match in context.matches(pattern("residue", "pattern")):
        span = context.raw(match)
        yield Draft("web-residue", (span,), {"text": context.text.quote(span)})
    for match in context.matches(pattern("time", "pattern")):
        year = int(match.group("year") or _LEAP)
        if not _exists(year, int(match.group("month")), int(match.group("day"))):
            span = context.raw(match)
            yield Draft("impossible-time", (span,), {"text": context.text.quote(span)})


def _exists(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]
