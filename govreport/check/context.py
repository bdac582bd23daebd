"""What the rules look at, and what they yield."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from govreport.check.settings import Settings, shipped
from govreport.model import DuplicateBlock, Evidence, NormalizedText, Outline, Span, Statement
from govreport.text.lexicon import load_table


@dataclass(frozen=True, slots=True)
class Draft:
    """A finding before it has severity, message and id; spans are raw and never empty."""

    code: str
    spans: tuple[Span, ...]
    params: Mapping[str, str | int | float] = field(default_factory=dict)
    severity: str | None = None
    message: str | None = None
    elsewhere: tuple[Evidence, ...] = ()
    """Evidence in other documents."""


@dataclass(frozen=True, slots=True)
class Context:
    """One report with all that the earlier stages found."""

    text: NormalizedText
    outline: Outline
    duplicates: tuple[DuplicateBlock, ...]
    statements: tuple[Statement, ...]
    settings: Settings = field(default_factory=shipped)

    def is_copy(self, span: Span) -> bool:
        """Whether a raw span lies in a later copy: what stands there was told of the original."""
        return any(copy.covers(span) for block in self.duplicates for copy in block.spans[1:])

    def matches(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches in the normalized view outside later copies."""
        for match in pattern.finditer(self.text.text):
            if match.end() > match.start() and not self.is_copy(self.raw(match)):
                yield match

    def raw(self, match: re.Match[str], group: int | str = 0) -> Span:
        """Return the raw span of a match or one of its groups."""
        return self.text.raw(*match.span(group))

    def part_texts(self, part: str) -> list[tuple[int, str]]:
        """Return start (normalized) and text of each stretch of a part, copies left out."""
        found = []
        for stretch in self.outline.parts:
            if stretch.name == part and not self.is_copy(stretch.span):
                span = self.text.normalized(stretch.span)
                found.append((span.start, span.of(self.text.text)))
        return found


@cache
def pattern(table: str, key: str) -> re.Pattern[str]:
    """Return a compiled pattern of data/check.toml."""
    return re.compile(load_table("check")[table][key])
