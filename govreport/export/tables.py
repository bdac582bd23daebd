"""Findings as rows and columns, defined once for frames, CSV files and notebooks.

A span takes three columns, ``start``, ``end`` and the ``page`` where it begins (empty where the file has no
pages). What holds several (a block's places, a flag's evidence,
a statement's slots) takes one row for each.

>>> [column.name for column in columns("parts")]
['document_id', 'name', 'start', 'end', 'page', 'year']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from govreport.errors import UsageError
from govreport.model import (
    AreaScore,
    CitedLaw,
    DateValue,
    DuplicateBlock,
    Findings,
    Flag,
    Part,
    Quantity,
    Section,
    Slot,
    Span,
    Statement,
)

Row = tuple[Any, ...]


class Column(NamedTuple):
    """A name and what it holds: ``text``, ``integer``, ``number`` or ``boolean``."""

    name: str
    type: str


class Table(NamedTuple):
    """Columns and the rows that fill them; ``rows`` can be read once."""

    columns: tuple[Column, ...]
    rows: Iterator[Row]


def rows(findings: Findings, name: str) -> tuple[tuple[str, ...], Iterator[Row]]:
    """Return the column names of a table and its rows."""
    found = table(findings, name)
    return tuple(column.name for column in found.columns), found.rows


def table(findings: Findings, name: str, items: Sequence[Any] | None = None) -> Table:
    """Return a table of the findings, or of some of its ``items`` alone."""
    filled = _rows_of(name)(findings, _items(findings, name) if items is None else items)
    return Table(columns(name), ((findings.document.id, *row) for row in _with_pages(findings, name, filled)))


def columns(name: str) -> tuple[Column, ...]:
    """Return the columns of a table."""
    _rows_of(name)
    return tuple(Column(*column.split(":")) for column in ("document_id:text " + _COLUMNS[name]).split())


def _with_pages(findings: Findings, name: str, filled: Iterator[Row]) -> Iterator[Row]:
    """Put the page behind the span; evidence in another document has its pages there."""
    names = [column.split(":")[0] for column in _COLUMNS[name].split()]
    if "start" not in names:
        yield from filled
        return
    place, own = names.index("start"), findings.document
    for row in filled:
        elsewhere = name == "flags" and row[place - 1] != own.id
        known = row[place] is not None and not elsewhere
        yield *row[: place + 2], own.page_at(row[place]) if known else None, *row[place + 2 :]


def _items(findings: Findings, name: str) -> Sequence[Any]:
    if name in ("sections", "parts"):
        return findings.outline.sections if name == "sections" else findings.outline.parts
    if name == "slots":
        return findings.statements
    if name == "areas":
        return (*findings.outline.sections, *findings.statements)
    items: Sequence[Any] = getattr(findings, name)
    return items


def _sections(findings: Findings, sections: Iterable[Section]) -> Iterator[Row]:
    for section in sections:
        yield (
            *(section.id, section.number, section.marker, section.level, section.part, section.heading),
            *(section.heading_span or (None, None)),
            *section.body_span,
            *section.span,
            ".".join("-" if number is None else str(number) for number in section.path),
            *(section.parent, section.inline, section.duplicate_of, section.heading_probability),
            *_primary(section.areas),
        )


def _duplicates(findings: Findings, blocks: Iterable[DuplicateBlock]) -> Iterator[Row]:
    numbers = {id(block): number for number, block in enumerate(findings.duplicates)}
    for block in blocks:
        for place, span in enumerate(block.spans):
            quote = span.of(findings.document.text)
            yield numbers.get(id(block)), place, *span, block.length, block.kind, block.similarity, quote


def _statements(findings: Findings, statements: Iterable[Statement]) -> Iterator[Row]:
    for statement in statements:
        yield (
            *(statement.id, statement.kind, statement.status, statement.text, *statement.span),
            *(statement.section, statement.part, *_primary(statement.areas)),
            *(statement.checkable.score, " ".join(statement.checkable.missing)),
            *(statement.confidence, statement.duplicate_of),
        )


def _slots(findings: Findings, statements: Iterable[Statement]) -> Iterator[Row]:
    for statement in statements:
        for name, slots in statement.slots.items():
            for slot in slots:
                yield statement.id, name, slot.text, *(slot.span or (None, None)), *_values(slot)


def _values(slot: Slot) -> Row:
    value = slot.value
    if isinstance(value, Quantity):
        return None, None, *value, None, None
    if isinstance(value, DateValue):
        return *(None,) * 8, *value
    if isinstance(value, CitedLaw):
        return *value, *(None,) * 8
    return value, *(None,) * 9


def _areas(findings: Findings, holders: Iterable[Section | Statement]) -> Iterator[Row]:
    for holder in holders:
        of = "section" if isinstance(holder, Section) else "statement"
        for rank, (area_id, probability) in enumerate(holder.areas):
            yield of, holder.id, rank, area_id, probability


def _flags(findings: Findings, flags: Iterable[Flag]) -> Iterator[Row]:
    own = findings.document
    for flag in flags:
        for number, (document_id, span) in enumerate(flag.evidence):
            quote = span.of(own.text) if document_id == own.id else None
            yield flag.id, flag.code, flag.severity, flag.message, number, document_id, *span, quote


def _parts(findings: Findings, parts: Iterable[Part]) -> Iterator[Row]:
    for name, span, year in parts:
        yield name, *Span(*span), year


def _primary(areas: tuple[AreaScore, ...]) -> Row:
    return tuple(areas[0]) if areas else (None, None)


_ROWS: dict[str, Callable[[Findings, Any], Iterator[Row]]] = {
    "sections": _sections,
    "duplicates": _duplicates,
    "statements": _statements,
    "slots": _slots,
    "areas": _areas,
    "flags": _flags,
    "parts": _parts,
}
_SPAN = "start:integer end:integer page:integer"
_AREA = "area_id:text area_probability:number"
_COLUMNS = {
    "sections": "id:integer number:integer marker:text level:integer part:text heading:text "
    "heading_start:integer heading_end:integer body_start:integer body_end:integer "
    f"{_SPAN} path:text parent:integer inline:boolean duplicate_of:integer "
    f"heading_probability:number {_AREA}",
    "duplicates": f"block:integer place:integer {_SPAN} length:integer kind:text similarity:number text:text",
    "statements": f"id:integer kind:text status:text text:text {_SPAN} section:integer part:text {_AREA} "
    "checkable:number missing:text confidence:number duplicate_of:integer",
    "slots": f"statement:integer slot:text text:text {_SPAN} value:text in_force:boolean "
    "minimum:number maximum:number unit:text approximate:boolean comparator:text change:text "
    "first:text last:text",
    "areas": "of:text id:integer rank:integer area_id:text probability:number",
    "flags": "id:text code:text severity:text message:text evidence:integer evidence_document_id:text "
    f"{_SPAN} text:text",
    "parts": f"name:text {_SPAN} year:integer",
}
TABLES = tuple(_ROWS)


def _rows_of(name: str) -> Callable[[Findings, Any], Iterator[Row]]:
    if name not in _ROWS:
        raise UsageError("unknown-table", f"no table {name!r}", hint=f"use one of {', '.join(_ROWS)}")
    return _ROWS[name]
