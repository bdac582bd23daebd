"""A subject of the title that the retrospective never treats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.lexicon import load_table


def check_subject(context: Context) -> Iterator[Draft]:
    """A subject of the title is looked for in the retrospective, under its other names as well."""
    title = context.outline.title_span
    body = "".join(text for _, text in context.part_texts("retrospective"))
    if title is None or len(body) < 100:
        return
    view = context.text.normalized(title)
    for start, end in _subjects(view.of(context.text.text)):
        subject = context.text.text[view.start + start : view.start + end].strip("“”")
        same: str = load_table("check")["subject"]["same"].get(subject, re.escape(subject))
        if not re.search(same, body):
            span = context.text.raw(view.start + start, view.start + end)
            yield Draft("title-subject-untreated", (span,), {"subject": _bare(context, span)})


def _subjects(title: str) -> list[tuple[int, int]]:
    quoted = [match.span() for match in pattern("subject", "quoted").finditer(title)]
    known = [match.span() for match in pattern("subject", "known").finditer(title)]
    return quoted + [span for span in known if not any(a <= span[0] and span[1] <= b for a, b in quoted)]


def _bare(context: Context, span: Span) -> str:
    return context.text.quote(span).strip("「」『』“”\"'")
