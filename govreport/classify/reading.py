"""Reads one report for its areas: the evidence of its sections, and then that of its statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from govreport.classify.cues import Cues, Hit
from govreport.classify.evidence import Said, Told, joined, of_section, of_statement, of_words
from govreport.classify.features import Evidence
from govreport.classify.passage import Passage
from govreport.model import NormalizedText, Outline, Section, Span, Statement
from govreport.text.words import tagged

__all__ = ["Reading"]

# As much of a body is read as tells its work, and as many levels up as a reader keeps in mind.
_BODY = 3000
_RULED = 400
_LEVELS = 6
# Nouns, verbs and adjectives of so many first characters of a body are looked at.
_OPENING = 200
_TELLING = "vna"


class _Inside(NamedTuple):
    """The shares of the statements of one section, summed, and the number of those that have any."""

    total: dict[str, float]
    number: int

    def mean(self, own: Mapping[str, float] = MappingProxyType({})) -> dict[str, float]:
        """Return the mean shares, those of one statement left out if they are given."""
        number = self.number - bool(own)
        if number <= 0:
            return {}
        return {area: (total - own.get(area, 0.0)) / number for area, total in self.total.items()}


class Reading:
    """One report, with the cues of all its passages found in one pass."""

    def __init__(
        self, cues: Cues, text: NormalizedText, outline: Outline, statements: Sequence[Statement]
    ) -> None:
        self.cues = cues
        self._text = text
        self._outline = outline
        self._hits = cues.find(text.text)
        self._starts = [hit.start for hit in self._hits]
        self.title = text.view(outline.title_span) if outline.title_span else ""
        self._sections = outline.sections
        self._statements = statements
        self.headings = [self._heading(section) for section in outline.sections]
        self.bodies = [
            self._body(section, heading)
            for section, heading in zip(outline.sections, self.headings, strict=True)
        ]
        self.words = [self._words(statement) for statement in statements]
        self._inside, self._beside = self._sums()

    def by_themselves(self) -> Iterator[Evidence]:
        """Yield the evidence of each statement by its own words alone."""
        for words, statement in zip(self.words, self._statements, strict=True):
            yield of_words(self.cues, words, self._year(statement.span.start))

    def sections(self, told: Sequence[Mapping[str, float]]) -> Iterator[Evidence | None]:
        """Yield the evidence of each section, None of an inline item.

        ``told`` are the probabilities of each statement's areas when it is read by itself.
        """
        means, firsts = self._said(told)
        for section, heading, body in zip(self._sections, self.headings, self.bodies, strict=True):
            if section.inline:
                yield None
                continue
            outer = [self.headings[above].scores for above in self._above(section.parent)]
            yield of_section(
                self.cues,
                heading,
                body,
                outer,
                Told(
                    self._inside[section.id].mean(),
                    means[section.id],
                    firsts.get(section.id, {}),
                    _opening_words(body.text),
                ),
                year=self._year(section.span.start),
                part=section.part,
                level=section.level,
                has_sections=any(not self._sections[child].inline for child in section.children[:3]),
            )

    def statements(self, chances: Sequence[Mapping[str, float]]) -> Iterator[Evidence]:
        """Yield the evidence of each statement; ``chances`` are the probabilities of each section's areas."""
        neighbours = list(self._neighbours())
        for place, statement in enumerate(self._statements):
            own = self.words[place]
            before, after = neighbours[place]
            above = list(self._above(statement.section))
            inner = self._sections[above[0]] if above else None
            heading = next((self.headings[at] for at in above if self.headings[at].text), None)
            is_item = inner is not None and inner.inline
            item = self.bodies[inner.id].scores if inner and is_item else {}
            said = Said(
                heading,
                [chances[at] for at in above if chances[at]],
                joined(self.headings[inner.id].scores, item) if inner and is_item else {},
                before,
                after,
                self._beside[statement.section].mean(own.shares) if statement.section is not None else {},
            )
            yield of_statement(self.cues, own, said, self._year(statement.span.start))

    def _neighbours(self) -> Iterator[tuple[Mapping[str, float], Mapping[str, float]]]:
        """Yield the shares of the statements before and behind each, within its section."""
        owners = [statement.section for statement in self._statements]
        nothing: Mapping[str, float] = {}
        for place, owner in enumerate(owners):
            before = self.words[place - 1].shares if place and owners[place - 1] == owner else nothing
            last = place + 1 == len(owners) or owners[place + 1] != owner
            yield before, nothing if last else self.words[place + 1].shares

    def _sums(self) -> tuple[list[_Inside], dict[int, _Inside]]:
        """Return what the statements say of each section with those below it, and of each by itself."""
        inside = [_Inside({}, 0) for _ in self._sections]
        beside: dict[int, _Inside] = {}
        for statement, words in zip(self._statements, self.words, strict=True):
            own = words.shares
            if statement.section is None or not own:
                continue
            for at in self._above(statement.section):
                inside[at] = _added(inside[at], own)
            beside[statement.section] = _added(beside.get(statement.section, _Inside({}, 0)), own)
        nothing = _Inside({}, 0)
        return inside, {
            s.section: beside.get(s.section, nothing) for s in self._statements if s.section is not None
        }

    def _said(
        self, told: Sequence[Mapping[str, float]]
    ) -> tuple[list[dict[str, float]], dict[int, Mapping[str, float]]]:
        """Return what the statements of each section say: the mean by characters, and what the first says."""
        sums: list[dict[str, float]] = [{} for _ in self._sections]
        sizes = [0] * len(self._sections)
        firsts: dict[int, Mapping[str, float]] = {}
        for statement, chances in zip(self._statements, told, strict=True):
            size = statement.span.length
            for at in self._above(statement.section):
                firsts.setdefault(at, chances)
                sizes[at] += size
                for area, chance in chances.items():
                    sums[at][area] = sums[at].get(area, 0.0) + size * chance
        means = [
            {area: total / size for area, total in one.items()} if size else {}
            for one, size in zip(sums, sizes, strict=True)
        ]
        return means, firsts

    def _above(self, section: int | None) -> Iterator[int]:
        """Yield a section and those that it stands in, from the inside out."""
        for _ in range(_LEVELS):
            if section is None:
                return
            yield section
            section = self._sections[section].parent

    def _year(self, offset: int) -> int | None:
        part = self._outline.part_at(offset)
        return part.year if part else self._outline.year

    def _heading(self, section: Section) -> Passage:
        if section.heading_span is None:
            return Passage(self.cues, "", (), {})
        start, end = self._text.normalized(section.heading_span)
        start = min(end, start + section.marker_span.length)
        scope = self.title + self._text.text[start:end]
        return self._passage(start, end, scope, heading=True)

    def _body(self, section: Section, heading: Passage) -> Passage:
        start, end = self._text.normalized(section.body_span)
        end = min(end, start + _BODY)
        ruled = self._text.text[start : min(end, start + _RULED)]
        found = self._cut(start, end)
        scope = self.title + heading.text + ruled
        scores = self.cues.scores((hit.word for hit in found), ruled, scope, heading=False)
        return Passage(self.cues, ruled, found, scores)

    def _words(self, statement: Statement) -> Passage:
        """Return the words of a statement without its purpose."""
        start, end = self._text.normalized(statement.span)
        purposes = [
            self._text.normalized(slot.span) for slot in statement.slots.get("purpose", ()) if slot.span
        ]
        found = [
            hit for hit in self._cut(start, end) if not any(_within(hit, start, span) for span in purposes)
        ]
        words = self._text.text[start:end]
        for span in purposes:
            words = words.replace(self._text.text[span.start : span.end], "")
        heading = self.headings[statement.section].text if statement.section is not None else ""
        return Passage.of(self.cues, words, found, self.title + heading + words)

    def _passage(self, start: int, end: int, scope: str, *, heading: bool) -> Passage:
        text = self._text.text[start:end]
        return Passage.of(self.cues, text, self._cut(start, end), scope, heading=heading)

    def _cut(self, start: int, end: int) -> list[Hit]:
        """Return the cues between two offsets, counted from the first."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [
            Hit(hit.start - start, hit.end - start, hit.word)
            for hit in self._hits[first:last]
            if hit.end <= end
        ]


def _opening_words(text: str) -> list[str]:
    """Return the telling words at the beginning of a body, each once, in the order of the alphabet."""
    found = tagged(text[:_OPENING])
    return sorted({word for word, tag in found if len(word) > 1 and tag in _TELLING})


def _added(sums: _Inside, own: Mapping[str, float]) -> _Inside:
    for area, share in own.items():
        sums.total[area] = sums.total.get(area, 0.0) + share
    return _Inside(sums.total, sums.number + 1)


def _within(hit: Hit, start: int, span: Span) -> bool:
    return span.start <= hit.start + start and hit.end + start <= span.end
