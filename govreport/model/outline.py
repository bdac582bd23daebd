"""The tree of numbered sections of one report, its parts, title and irregularities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from govreport.model.area import AreaScore
from govreport.model.span import Span

PARTS = (
    "opening",
    "retrospective",
    "problems",
    "causes",
    "lessons",
    "plan",
    "requirements",
    "closing",
)


class Alternative(NamedTuple):
    """Another place where the heading may end (raw offset), with its probability."""

    end: int
    probability: float


class Part(NamedTuple):
    """A stretch of the report. ``year`` is the year it speaks of, None where unknown."""

    name: str
    span: Span
    year: int | None


class LeadIn(NamedTuple):
    """A line or clause that switches to ``part``; it belongs to no section."""

    span: Span
    part: str


class Aside(NamedTuple):
    """What stands in the file and is no body of the report: annex, contents, page-number, header, gloss…

    ``not-analyzed`` is what lies beyond the size of any report.
    """

    span: Span
    kind: str


class Diagnostic(NamedTuple):
    """An irregularity of the numbering: ``code`` is a flag code, ``params`` fill its message."""

    code: str
    span: Span
    params: Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered section; every field is described in the README's table of objects."""

    id: int
    number: int | None
    marker: str
    marker_span: Span
    level: int
    part: str
    heading: str
    heading_span: Span | None
    body_span: Span
    span: Span
    path: tuple[int | None, ...] = ()
    parent: int | None = None
    children: tuple[int, ...] = ()
    inline: bool = False
    duplicate_of: int | None = None
    alternatives: tuple[Alternative, ...] = ()
    heading_probability: float | None = None
    areas: tuple[AreaScore, ...] = ()
    area_terms: tuple[Span, ...] = ()
    """The words of its heading, else of its body, that speak for its first area."""

    @classmethod
    def cut(
        cls,
        text: str,
        *,
        marker_span: Span,
        heading_span: Span | None,
        **fields: object,
    ) -> Section:
        """Build a section whose quotes (``marker``, ``heading``) are cut from ``text``, the raw text."""
        heading = "" if heading_span is None else text[marker_span.end : heading_span.end].strip()
        return cls(
            marker=marker_span.of(text),
            marker_span=marker_span,
            heading=heading,
            heading_span=heading_span,
            **fields,  # type: ignore[arg-type]
        )


@dataclass(frozen=True, slots=True)
class Outline:
    """Sections in reading order with what is known of the whole: ``year`` is the year reported on.

    ``area_names`` are what the work areas are called that it was read by: by id, then by language.
    """

    sections: tuple[Section, ...]
    parts: tuple[Part, ...] = ()
    lead_ins: tuple[LeadIn, ...] = ()
    title: str | None = None
    title_span: Span | None = None
    unit: str | None = None
    year: int | None = None
    plan_year: int | None = None
    script: str | None = None
    asides: tuple[Aside, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    area_names: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def roots(self) -> tuple[Section, ...]:
        """Sections that have no parent."""
        return tuple(section for section in self.sections if section.parent is None)

    def children(self, section: Section) -> tuple[Section, ...]:
        """Return the sections directly below one."""
        return tuple(self.sections[child] for child in section.children)

    def walk(self) -> Iterator[Section]:
        """Yield every section, parents before children."""
        return iter(self.sections)

    def innermost(self, position: int) -> Section | None:
        """Return the deepest section whose span holds a raw position."""
        found = None
        for section in self.sections:
            if section.span.start <= position < section.span.end:
                found = section
        return found

    def part_at(self, position: int) -> Part | None:
        """Return the part that holds a raw position, None outside all of them."""
        for part in self.parts:
            if part.span.start <= position < part.span.end:
                return part
        return None
