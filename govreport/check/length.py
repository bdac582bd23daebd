"""Reports that are longer than a limit: off unless a file of rules turns it on, since reports have none."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft
from govreport.model import Span

CODE = "over-length"


def check_length(context: Context) -> Iterator[Draft]:
    """Yield one finding, on the title or the first line; white space is not counted."""
    characters, limit = context.text.content_length, int(context.settings.limit(CODE, "characters"))
    place = context.outline.title_span or _first_line(context)
    if characters > limit and place:
        yield Draft(CODE, (place,), {"characters": characters, "limit": limit})


def _first_line(context: Context) -> Span | None:
    document = context.text.document
    return next((line for line in document.lines if line.of(document.text).strip()), None)
