"""Keywords in context: where a word stands in reports, with what stands before and behind it.

Words are looked for in the normalized text, so that either script, any width and a line that was broken in
the middle of a word are found; what is shown is the text as it was submitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import regex

from govreport.errors import UsageError
from govreport.export.rows import Rows
from govreport.export.tables import Column, Table
from govreport.model import Findings, Section, Span
from govreport.text.characters import fold
from govreport.text.script import to_simplified

__all__ = ["Hit", "find_hits", "kwic"]

_COLUMNS = (
    "document_id:text start:integer end:integer page:integer part:text section:integer "
    "before:before keyword:text after:after"
)
_WIDEST = 500


class Hit(NamedTuple):
    """One place: its span, part and innermost section, and the text before, of and behind it."""

    document_id: str
    span: Span
    page: int | None
    part: str | None
    section: int | None
    before: str
    keyword: str
    after: str


def kwic(findings: Sequence[Findings], words: Sequence[str], width: int, pattern: bool) -> Rows[Hit]:
    """Return the hits in reports, in reading order; ``pattern`` takes words for regular expressions.

    Raises UsageError where no word is given, or what is given is no expression.
    """
    return Rows((hit for one in findings for hit in find_hits(one, words, width, pattern)), _table, _view)


def find_hits(findings: Findings, words: Sequence[str], width: int, pattern: bool) -> Iterator[Hit]:
    """Yield the hits in one report."""
    wanted = _expression(words, pattern)
    if not 0 <= width <= _WIDEST:
        raise UsageError("bad-width", f"width {width} is not between 0 and {_WIDEST}", hint="try 20")
    sections = _Innermost(findings.outline.sections)
    for found in wanted.finditer(findings.text.text):
        if found.start() < found.end():
            yield _hit(findings, findings.text.raw(*found.span()), width, sections)


def _expression(words: Sequence[str], pattern: bool) -> regex.Pattern[str]:
    given = [word for word in words if word]
    if not given:
        raise UsageError("no-word", "no word was given", hint='give one, as in kwic("培訓")')
    sides = map(_pattern if pattern else _literal, map(to_simplified, given))
    try:
        return regex.compile("|".join(sides))
    except regex.error as error:
        raise UsageError("bad-pattern", f"{' '.join(given)!r} is no regular expression ({error})") from error


def _literal(word: str) -> str:
    """Return an expression for the word itself; a line may end within it."""
    return r"\n?".join(regex.escape(fold(character) or character) for character in word)


def _pattern(word: str) -> str:
    """Return the expression in the normalized writing; a full-width bracket is one to be found."""
    folded = ((character, fold(character) or character) for character in word)
    return "".join(after if after == before else regex.escape(after) for before, after in folded)


def _hit(findings: Findings, span: Span, width: int, sections: _Innermost) -> Hit:
    document, text = findings.document, findings.document.text
    part = findings.outline.part_at(span.start)
    return Hit(
        document.id,
        span,
        document.page_at(span.start),
        part.name if part else None,
        sections.at(span.start),
        text[max(0, span.start - width) : span.start],
        span.of(text),
        text[span.end : span.end + width],
    )


class _Innermost:
    """The innermost section of places that are asked for in reading order."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._coming = sorted(sections, key=lambda one: (one.span.start, -one.span.end))[::-1]
        self._open: list[Section] = []

    def at(self, position: int) -> int | None:
        while self._coming and self._coming[-1].span.start <= position:
            self._open.append(self._coming.pop())
        while self._open and self._open[-1].span.end <= position:
            self._open.pop()
        return self._open[-1].id if self._open else None


def _columns() -> tuple[Column, ...]:
    return tuple(Column(*column.split(":")) for column in _COLUMNS.split())


def _table(hits: Sequence[Hit]) -> Table:
    columns = tuple(
        Column(name, "text" if kind in ("before", "after") else kind) for name, kind in _columns()
    )
    return Table(columns, (_row(hit) for hit in hits))


def _row(hit: Hit) -> tuple[Any, ...]:
    return hit.document_id, *hit.span, *hit[2:]


def _view(hits: Sequence[Hit]) -> Table:
    """A line for each place, the keyword in the middle, line ends shown as spaces."""
    from govreport.export.notebook.table_html import marked_html

    columns = tuple(
        column for column in _columns() if column.name in ("document_id", "before", "keyword", "after")
    )
    rows = (
        (hit.document_id, _line(hit.before), marked_html([(_line(hit.keyword), True)]), _line(hit.after))
        for hit in hits
    )
    return Table(columns, rows)


def _line(text: str) -> str:
    return " ".join(text.split())
