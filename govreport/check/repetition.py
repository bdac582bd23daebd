"""Blocks that stand more than once, with their share of the whole text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from govreport.check.context import Context, Draft
from govreport.model import DuplicateBlock, Span

_BORDER = re.compile(
    r"[。；！？;!?\n：:][\s\u200b-\u200f\ufeff]{0,12}(?:[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．]\s{0,12})?$"
)
_SENTENCE_MARK = re.compile("[，。；,;]")


def check_repetition(context: Context) -> Iterator[Draft]:
    """One finding per block; the share counts the copies after the first over the whole text as read."""
    limit = partial(context.settings.limit, "duplicated-block")
    total = len(context.text.document.text)
    for block in context.duplicates:
        if block.length < limit("shortest") or not _is_pasted(context, block, limit("part")):
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


def _is_pasted(context: Context, block: DuplicateBlock, part: float) -> bool:
    """Whether it looks like a paste: long, or whole sentences.

    Parts of sentences come again by themselves (parallel conditions, names of offices, a title that is
    quoted), and so do the rows and heads of tables.
    """
    text = context.text.document.text
    words = block.spans[0].of(text).strip("。；;. \n")
    is_aside = words[:1] in "(（" and words[-1:] in ")）"
    if is_aside or not _SENTENCE_MARK.search(words):
        return False
    return block.length >= part or all(_is_whole(text, span) for span in block.spans)


def _is_whole(text: str, span: Span) -> bool:
    begins = span.start == 0 or _BORDER.search(text[max(0, span.start - 12) : span.start]) is not None
    last = text[span.end - 1 : span.end + 1]
    return begins and (span.end >= len(text) or re.search("[。；！？;!?\n]", last) is not None)
