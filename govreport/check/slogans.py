"""Sections that only exhort: no act, no figure, nothing that has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from govreport.check.context import Context, Draft, pattern
from govreport.model import Section


def check_slogans(context: Context) -> Iterator[Draft]:
    """Yield the bodies of numbered sections that are made of slogans alone."""
    for section in context.outline.sections:
        if section.inline or section.children or section.duplicate_of is not None:
            continue
        if _only_exhorts(context, section):
            yield Draft("slogans-only", (section.body_span,), {"heading": section.heading or section.marker})


def _only_exhorts(context: Context, section: Section) -> bool:
    limit = partial(context.settings.limit, "slogans-only")
    body = context.text.view(section.body_span).strip()
    if not limit("shortest") <= len(body) <= limit("longest"):
        return False
    if pattern("slogans", "names_something").search(body):
        return False
    clauses = [clause for clause in re.split("[,。;:!?、\n]", body) if clause.strip()]
    hits = sum(pattern("slogans", "words").search(clause) is not None for clause in clauses)
    return bool(hits >= limit("fewest") and hits >= limit("share") * len(clauses))
