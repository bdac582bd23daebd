"""A subject of the title that the retrospective never treats."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govreport.check.context import Context, Draft, pattern
from govreport.model import Span
from govreport.text.lexicon import load_table

# A longer subject may be treated by a word of it.
_SHORT = 4


def check_subject(context: Context) -> Iterator[Draft]:
    """A subject of the title is looked for in the retrospective, under its other names as well."""
    title = context.outline.title_span
    body = "".join(text for _, text in context.part_texts("retrospective"))
    if title is None or len(body) < 100:
        return
    view = context.text.normalized(title)
    for start, end in _subjects(view.of(context.text.text)):
        subject = context.text.text[view.start + start : view.start + end].strip("“”")
        if not _is_treated(subject, body):
            span = context.text.raw(view.start + start, view.start + end)
            yield Draft("title-subject-untreated", (span,), {"subject": _bare(context, span)})


def _is_treated(subject: str, body: str) -> bool:
    """Under its own name or another; one of many words by any of them that not every report has."""
    other = load_table("check")["subject"]["same"].get(subject)
    if other is not None:
        return re.search(other, body) is not None
    own = [word for word in pattern("subject", "everywhere").split(subject) if len(word) > 1]
    pairs = [word[i : i + 2] for word in own for i in range(len(word) - 1)]
    return subject in body or (len(subject) > _SHORT and any(pair in body for pair in pairs))


def _subjects(title: str) -> list[tuple[int, int]]:
    quoted = [match.span() for match in pattern("subject", "quoted").finditer(title)]
    known = [match.span() for match in pattern("subject", "known").finditer(title)]
    several = [
        match.span(name)
        for match in pattern("subject", "compound").finditer(title)
        for name in ("first", "second", "third")
        if match[name] and not pattern("subject", "everywhere").fullmatch(match[name])
    ]
    quoted += [span for span in several if not any(a < span[1] and span[0] < b for a, b in quoted)]
    return quoted + [span for span in known if not any(a <= span[0] and span[1] <= b for a, b in quoted)]


def _bare(context: Context, span: Span) -> str:
    return context.text.quote(span).strip("「」『』“”\"'")
