"""A report as it was submitted, and the normalized view that the stages work on."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from govreport.model.span import Span
from govreport.model.textmap import TextMap


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a text came from: ``size`` in bytes, ``replacements`` bytes that no encoding could explain.

    ``warnings`` are stable codes of what a reader of the file should know (in words: ``data/labels.toml``).
    Left out: ``hidden-text embedded external-link active-content macros``. Taken as it is meant:
    ``tracked-changes`` (as accepted), ``repaired mojibake mixed-encodings converted``. To be looked at:
    ``recognized low-confidence`` (OCR: lines may be missing), ``pages-without-text unmapped-font``,
    ``converted-as-text`` (automatic numbers may be missing), ``damaged-encoding``, ``not-analyzed`` (what
    lies beyond the size of any report), ``several-reports`` (the file holds others), and ``read/signs.py``.
    """

    path: str | None = None
    format: str = "txt"
    encoding: str | None = None
    size: int | None = None
    sha256: str | None = None
    replacements: int = 0
    warnings: tuple[str, ...] = ()
    confidences: tuple[float, ...] = ()
    """How sure each line was recognized (0 to 1; 1 where it was read); empty where it is not known."""


class HeadingLine(NamedTuple):
    """A paragraph that the file itself calls a heading, with its level: 1 is the outermost."""

    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Document:
    """The text as it was read, BOM removed and nothing else changed.

    ``lines`` are the spans of its lines without their ends; ``pages`` is empty where the format has none.
    ``headings`` are the paragraphs with a heading style or an outline level, where the format knows them.
    """

    id: str
    text: str
    pages: tuple[Span, ...]
    lines: tuple[Span, ...]
    provenance: Provenance
    headings: tuple[HeadingLine, ...] = ()

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page (from 1) that holds a character, or None where there are no pages."""
        if not self.pages:
            return None
        return max(1, bisect_right(self.pages, offset, key=lambda page: page.start))

    def warned(self, code: str) -> Document:
        """Return it with one more warning.

        >>> Document("a", "甲", (), (), Provenance()).warned("repaired").provenance.warnings
        ('repaired',)
        """
        provenance = replace(self.provenance, warnings=(*self.provenance.warnings, code))
        return replace(self, provenance=provenance)

    def part(self, number: int, start: int, end: int) -> Document:
        """Return the text from ``start`` to ``end`` as a document of its own, named ``id#number``.

        Its pages keep their numbers: those before it are there and empty.

        >>> pages, lines = (Span(0, 2), Span(2, 4)), (Span(0, 1), Span(2, 3))
        >>> whole = Document("a", "甲\\n乙\\n", pages, lines, Provenance())
        >>> part = whole.part(2, 2, 4)
        >>> part.id, part.text, part.lines, part.page_at(0)
        ('a#2', '乙\\n', (Span(start=0, end=1),), 2)
        """
        kept = [place for place, line in enumerate(self.lines) if line.start < end and line.end >= start]
        lines = tuple(_within(self.lines[place], start, end) for place in kept)
        pages = tuple(_within(page, start, end) for page in self.pages if page.start < end)
        every = self.provenance.confidences
        sure = tuple(every[place] for place in kept) if every else ()
        provenance = replace(self.provenance, confidences=sure)
        headings = tuple(
            one._replace(span=_within(one.span, start, end))
            for one in self.headings
            if start <= one.span.start and one.span.end <= end
        )
        return Document(f"{self.id}#{number}", self.text[start:end], pages, lines, provenance, headings)


def file_of(id: str) -> str:
    """Return the id of the file that a document is, or of which it is a part.

    >>> file_of("a.txt#2"), file_of("a.txt")
    ('a.txt', 'a.txt')
    """
    file, mark, number = id.rpartition("#")
    return file if mark and number.isdecimal() else id


def _within(span: Span, start: int, end: int) -> Span:
    """Return what lies between two places, counted from the first."""
    return Span(max(0, span.start - start), max(0, min(span.end, end) - start))


@dataclass(frozen=True)
class NormalizedText:
    """The view that stages read: Simplified, half-width, no invisible characters; ``map`` leads back.

    Stages look for things in ``.text`` and report them as raw spans by ``raw``.
    """

    document: Document
    text: str
    map: TextMap
    script: str | None
    """``"Hant"``, ``"Hans"``, or None where the text has no character that would tell."""
    left_out: tuple[tuple[Span, str], ...] = ()
    """Raw spans of glosses and page numbers that the view leaves out, each with its kind."""

    def raw(self, start: int, end: int) -> Span:
        """Return the raw span of the normalized range ``[start, end)``."""
        return self.map.to_raw(Span(start, end))

    def normalized(self, span: Span) -> Span:
        """Return the normalized span of a raw one."""
        return self.map.to_normalized(span)

    def view(self, span: Span) -> str:
        """Return the normalized text of a raw span."""
        return self.map.to_normalized(span).of(self.text)

    def quote(self, span: Span) -> str:
        """Return the characters of a raw span as they were submitted."""
        return span.of(self.document.text)

    @cached_property
    def content_length(self) -> int:
        """How many characters of the submitted text are not white space."""
        return sum(not character.isspace() for character in self.document.text)
