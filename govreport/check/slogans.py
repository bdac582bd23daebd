"""Sections that only exhort: no act, no figure, nothing that has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from govreport.check.context import Context, Draft, pattern
from govreport.model import Section, Span, trimmed


def check_slogans(context: Context) -> Iterator[Draft]:
    """Yield the bodies of numbered sections that are made of slogans alone."""
    for section in context.outline.sections:
        if section.inline or section.children or section.duplicate_of is not None:
            continue
        own = _own_body(context, section)
        if own is not None and _only_exhorts(context, own):
            yield Draft("slogans-only", (own,), {"heading": section.heading or section.marker})


def _own_body(context: Context, section: Section) -> Span | None:
    """Return the body without what closes the report behind it: a last call, a signature, another part."""
    start, end = section.body_span
    ends = [part.span.start for part in context.outline.parts] + [
        one.span.start for one in context.outline.asides
    ]
    end = min([end, *(place for place in ends if place > start)])
    raw, view = context.text.document.text, context.text.view
    if section.id == max(one.id for one in context.outline.sections if not one.inline):
        # What follows in paragraphs of their own closes the report.
        head = raw[start:end].partition("\n")[0]
        end = start + len(head) if len(head) >= context.settings.limit("slogans-only", "shortest") else end
    for line in re.finditer(r"\n+", raw[start:end]):
        if pattern("slogans", "closing").search(view(Span(start + line.end(), end)).strip()):
            end = start + line.start()
            break
    return trimmed(raw, start, end) if start < end else None


def _only_exhorts(context: Context, span: Span) -> bool:
    limit = partial(context.settings.limit, "slogans-only")
    body = context.text.view(span).strip()
    if not limit("shortest") <= len(body) <= limit("longest"):
        return False
    if pattern("slogans", "names_something").search(body):
        return False
    clauses = [clause for clause in re.split("[,。;:!?\n]", body) if clause.strip()]
    hits = sum(pattern("slogans", "words").search(clause) is not None for clause in clauses)
    return bool(hits >= limit("fewest") and hits >= limit("share") * len(clauses))
