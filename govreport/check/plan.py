"""What a plan leaves open, so that nobody can check it later: unnamed work, rises without a figure."""

from __future__ import annotations

from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span


def check_plan(context: Context) -> Iterator[Draft]:
    """Yield unfinished indicators or tasks that are not named, and rates to be raised by no figure."""
    for span in _found(context, "unfinished"):
        yield Draft("unfinished-unnamed", (span,), {"text": context.text.quote(span)})
    for span in _found(context, "rise"):
        yield Draft("target-without-figure", (span,), {"text": context.text.quote(span)})


def _found(context: Context, key: str) -> Iterator[Span]:
    for start, text in context.part_texts("plan"):
        for match in pattern("plan", key).finditer(text):
            yield context.text.raw(start + match.start(), start + match.end())
