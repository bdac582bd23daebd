"""What a notebook shows of a report's sequences: fewer columns than the frame, in the report's own script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from govreport.export.differences import differing, pieces
from govreport.export.figures import repeated_share
from govreport.export.flag_messages import message_in
from govreport.export.labels import label, language_of
from govreport.export.notebook.table_html import marked_html
from govreport.export.tables import Column, Table
from govreport.export.terminal import by_severity, shortened, slot_text
from govreport.model import Comparison, DuplicateBlock, Findings, Flag, Match, Section, Statement
from govreport.text.area_names import area_name

__all__ = ["duplicate_view", "flag_view", "flags_view", "match_view", "section_view", "statement_view"]

_SLOTS = ("actor", "quantity", "deadline", "legal_reference")
_QUOTE = 120
_PASSAGE = 400


def statement_view(findings: Findings, statements: Sequence[Statement]) -> Table:
    """Return what was said, by whom, how much, until when, under which law, and the area."""
    lang = language_of([findings])
    words = [label("word", name, lang) for name in ("kind", "status", "statement")]
    slots = [label("slot", name, lang) for name in _SLOTS]
    columns = _columns(["#", *words, *slots, label("word", "area", lang)])
    return Table(columns, (_statement(findings, one, lang) for one in statements))


def _statement(findings: Findings, one: Statement, lang: str) -> tuple[Any, ...]:
    kinds = label("kind", one.kind, lang), label("status", one.status, lang)
    slots = (slot_text(one, name) for name in _SLOTS)
    return one.id, *kinds, one.text, *slots, _area(findings, one, lang)


def section_view(findings: Findings, sections: Sequence[Section]) -> Table:
    """Return the sections indented by level, with part and area."""
    lang = language_of([findings])
    heads = [label("word", name, lang) for name in ("section", "area")]
    rows = (
        (
            one.id,
            "　" * (one.level - 1) + one.marker + one.heading,
            _area(findings, one, lang),
            label("part", one.part, lang),
        )
        for one in sections
    )
    return Table(_columns(["#", *heads, ""]), rows)


def duplicate_view(findings: Findings, blocks: Sequence[DuplicateBlock]) -> Table:
    """Return each block once, with how much of the text its copies are."""
    lang = language_of([findings])
    heads = [label("word", name, lang) for name in ("kind", "length", "repeated_share", "places", "text")]
    types = ["text", "integer", "share", "text", "text"]
    rows = (
        (
            *(label("duplicate", one.kind, lang), one.length, repeated_share(findings, one)),
            *(" = ".join(f"[{start}, {end})" for start, end in one.spans), _quote(findings, one)),
        )
        for one in blocks
    )
    return Table(tuple(map(Column, heads, types)), rows)


def flag_view(findings: Findings, flags: Sequence[Flag]) -> Table:
    """Return the flags with the gravest first, and what they quote of the report."""
    lang = language_of([findings])
    heads = [label("audit", name, lang) for name in ("severity", "finding", "evidence")]
    return Table(
        _columns([heads[0], "", *heads[1:]]),
        (_flag(findings, one, lang) for one in by_severity(tuple(flags))),
    )


def _flag(findings: Findings, flag: Flag, lang: str) -> tuple[Any, ...]:
    own = [span for id, span in flag.evidence if id == findings.document.id]
    quotes = dict.fromkeys(shortened(span.of(findings.document.text), _QUOTE) for span in own)
    names = label("severity", flag.severity, lang), label("code", flag.code, lang)
    return *names, message_in(flag, lang), " | ".join(quotes)


def flags_view(findings: Sequence[Findings], lang: str, flags: Sequence[Flag]) -> Table:
    """Return flags of many reports with the file of each, the gravest first."""
    homes = {flag.id: one for one in findings for flag in one.flags}
    heads = [label("audit", name, lang) for name in ("file", "severity", "finding", "evidence")]
    rows = (
        (homes[flag.id].document.id, *_flag(homes[flag.id], flag, lang)) for flag in by_severity(tuple(flags))
    )
    return Table(_columns([*heads[:2], "", *heads[2:]]), rows)


def match_view(comparison: Comparison, lang: str, matches: Sequence[Match]) -> Table:
    """Return both texts of each passage, what differs in bold and underlined."""
    heads = [label("audit", name, lang) for name in ("relation", "kind", "similarity", "earlier", "later")]
    types = ["text", "text", "share", "text", "text"]
    return Table(tuple(map(Column, heads, types)), (_match(comparison, one, lang) for one in matches))


def _match(comparison: Comparison, one: Match, lang: str) -> tuple[Any, ...]:
    texts = [comparison.submissions[id].text for id in one.documents]
    kinds = label("relation", one.relation, lang), label("duplicate", one.kind, lang)
    quotes = (
        marked_html([(f"{place.document_id}\n", False), *_cut(pieces(text, place.span, marks))])
        for place, text, marks in zip((one.left, one.right), texts, differing(one, *texts), strict=True)
    )
    return *kinds, one.similarity, *quotes


def _cut(found: Iterator[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    left = _PASSAGE
    for text, marked in found:
        if left <= 0:
            yield "…", False
            return
        yield text[:left], marked
        left -= len(text)


def _quote(findings: Findings, block: DuplicateBlock) -> str:
    return shortened(block.spans[0].of(findings.document.text), _QUOTE)


def _area(findings: Findings, holder: Section | Statement, lang: str) -> str:
    names = findings.outline.area_names
    return area_name(holder.areas[0].area_id, lang, read_by=names) if holder.areas else ""


def _columns(names: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name, "text") for name in names)
