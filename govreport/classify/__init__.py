"""Work areas of sections and statements.

In come outline and statements, out come the same with ``areas`` and the words that decided the first of them.
A statement is read by its own words without its purpose, and leans on its section where they say little.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from govreport.classify.cues import CueClassifier, Passage
from govreport.model import AreaScore, NormalizedText, Outline, Section, Span, Statement, Taxonomy
from govreport.text.script import to_simplified
from govreport.text.taxonomies import load_taxonomy, taxonomy_of

__all__ = ["CueClassifier", "Passage", "classify"]

# How much of its section's areas a statement takes over, against one strong cue of its own.
_FROM_SECTION = 1.0


def classify(
    text: NormalizedText,
    outline: Outline,
    statements: tuple[Statement, ...],
    taxonomy: Taxonomy | None = None,
) -> tuple[Outline, tuple[Statement, ...]]:
    """Return outline and statements with their areas; empty ones where the words say too little."""
    classifier = _classifier(taxonomy, text, outline)
    title = text.view(outline.title_span) if outline.title_span else ""
    sections: list[Section] = []
    for section in outline.sections:
        areas = classifier.rank(_passage(text, section, title))
        terms = _section_terms(classifier, text, section, title, areas)
        if not areas and section.inline and section.parent is not None:
            areas = sections[section.parent].areas
        sections.append(replace(section, areas=areas, area_terms=terms))
    labelled = tuple(_labelled(classifier, text, statement, sections, title) for statement in statements)
    return replace(outline, sections=tuple(sections)), labelled


def _classifier(taxonomy: Taxonomy | None, text: NormalizedText, outline: Outline) -> CueClassifier:
    """Return the classifier of the given areas, else of those that fit the unit that reports."""
    if taxonomy is not None:
        return CueClassifier(taxonomy)
    unit = to_simplified(outline.unit) if outline.unit else None
    return _built_in(taxonomy_of(unit).id)


@cache
def _built_in(name: str) -> CueClassifier:
    return CueClassifier(load_taxonomy(name))


def _passage(text: NormalizedText, section: Section, title: str) -> Passage:
    heading = text.view(section.heading_span)[section.marker_span.length :] if section.heading_span else ""
    return Passage(heading, text.view(section.body_span), title)


def _labelled(
    classifier: CueClassifier,
    text: NormalizedText,
    statement: Statement,
    sections: list[Section],
    title: str,
) -> Statement:
    section = None if statement.section is None else sections[statement.section]
    context = title + (section.heading if section else "")
    areas = _areas(classifier, text, statement, section, context)
    if not areas:
        return replace(statement, areas=areas)
    found = classifier.deciding(Passage("", text.view(statement.span), context), areas[0].area_id)[1]
    terms = (
        term
        for term in _raw(text, text.normalized(statement.span).start, found)
        if not _in_purpose(statement, term)
    )
    return replace(statement, areas=areas, area_terms=tuple(terms))


def _areas(
    classifier: CueClassifier,
    text: NormalizedText,
    statement: Statement,
    section: Section | None,
    context: str,
) -> tuple[AreaScore, ...]:
    words = text.view(statement.span)
    for purpose in statement.slots.get("purpose", ()):
        words = words.replace(text.view(purpose.span), "") if purpose.span else words
    scores = classifier.scores(Passage("", words, context))
    for area in section.areas if section else ():
        scores[area.area_id] = scores.get(area.area_id, 0.0) + _FROM_SECTION * area.probability
    return classifier.ranked(scores) or (section.areas if section else ())


def _section_terms(
    classifier: CueClassifier,
    text: NormalizedText,
    section: Section,
    title: str,
    areas: tuple[AreaScore, ...],
) -> tuple[Span, ...]:
    """Return the words of the heading that speak for the area, else those of the body."""
    if not areas:
        return ()
    heading, body = classifier.deciding(_passage(text, section, title), areas[0].area_id)
    if heading and section.heading_span:
        begin = text.normalized(section.heading_span).start + section.marker_span.length
        return tuple(_raw(text, begin, heading))
    return tuple(_raw(text, text.normalized(section.body_span).start, body))


def _raw(text: NormalizedText, begin: int, found: Iterable[Span]) -> Iterator[Span]:
    """Yield spans of the submitted text for those of a part of the view that begins there."""
    return (text.raw(begin + start, begin + end) for start, end in found)


def _in_purpose(statement: Statement, term: Span) -> bool:
    purposes = (slot.span for slot in statement.slots.get("purpose", ()))
    return any(span is not None and span.covers(term) for span in purposes)
