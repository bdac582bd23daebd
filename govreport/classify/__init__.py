"""Work areas of sections and statements.

In come outline and statements, out come the same with ``areas``. A statement is read by its own words
without its purpose, and leans on its section where they say little.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from govreport.classify.cues import CueClassifier, Passage
from govreport.model import AreaScore, NormalizedText, Outline, Section, Statement, Taxonomy
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
        if not areas and section.inline and section.parent is not None:
            areas = sections[section.parent].areas
        sections.append(replace(section, areas=areas))
    labelled = tuple(
        replace(statement, areas=_areas(classifier, text, statement, sections, title))
        for statement in statements
    )
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


def _areas(
    classifier: CueClassifier,
    text: NormalizedText,
    statement: Statement,
    sections: list[Section],
    title: str,
) -> tuple[AreaScore, ...]:
    words = text.view(statement.span)
    for purpose in statement.slots.get("purpose", ()):
        words = words.replace(text.view(purpose.span), "") if purpose.span else words
    section = None if statement.section is None else sections[statement.section]
    above = section.heading if section else ""
    scores = classifier.scores(Passage("", words, title + above))
    for area in section.areas if section else ():
        scores[area.area_id] = scores.get(area.area_id, 0.0) + _FROM_SECTION * area.probability
    return classifier.ranked(scores) or (section.areas if section else ())
