"""Blocks that stand more than once, with their share of the whole text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from govreport.check.context import Context, Draft


def check_repetition(context: Context) -> Iterator[Draft]:
    """One finding per block; the share counts the copies after the first over the whole text as read."""
    limit = partial(context.settings.limit, "duplicated-block")
    total = len(context.text.document.text)
    for block in context.duplicates:
        if block.length < limit("shortest"):
            continue
        characters = sum(span.length for span in block.spans[1:])
        share = round(100 * characters / total, 1)
        params = {"copies": len(block.spans), "characters": characters, "total": total, "share": share}
        yield Draft(
            "duplicated-block",
            block.spans,
            params,
            "serious" if share >= limit("serious_share") else "warning",
        )
