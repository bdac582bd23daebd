"""Work areas of sections and statements.

In come outline and statements, out come the same with ``areas`` and the words that decided the first.
A statement is read by itself; a section goes by its heading, its body and what its statements say; and a
statement by its own words without its purpose, by its section and by its neighbours. What each of these is
worth was learned; that no area fits is an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from govreport.classify.cues import Cues
from govreport.classify.features import NONE
from govreport.classify.model import AreaModel, load_model
from govreport.classify.reading import Reading
from govreport.model import AreaScore, NormalizedText, Outline, Section, Span, Statement, Taxonomy
from govreport.text.script import to_simplified
from govreport.text.taxonomies import load_taxonomy, taxonomy_of

if TYPE_CHECKING:
    from govreport.classify.estimator import AreaClassifier

__all__ = ["AreaClassifier", "classify", "cues_of"]


def __getattr__(name: str) -> object:
    """Load the estimator, and scikit-learn with it, when it is asked for."""
    if name == "AreaClassifier":
        from govreport.classify.estimator import AreaClassifier

        return AreaClassifier
    raise AttributeError(name)


# The least probability of a second or third area.
_ALSO = 0.15
_MOST_AREAS = 3


def classify(
    text: NormalizedText,
    outline: Outline,
    statements: tuple[Statement, ...],
    taxonomy: Taxonomy | None = None,
) -> tuple[Outline, tuple[Statement, ...]]:
    """Return outline and statements with their areas; empty ones where the words say too little."""
    model = load_model()
    reading = Reading(cues_of(taxonomy, text, outline), text, outline, statements)
    told = [model.words.chances(evidence) for evidence in reading.by_themselves()]
    chances: list[Mapping[str, float]] = [
        {} if evidence is None else model.sections.chances(evidence) for evidence in reading.sections(told)
    ]
    sections: list[Section] = []
    for section, own in zip(outline.sections, chances, strict=True):
        areas = _areas(own)
        if section.inline and section.parent is not None:
            areas = sections[section.parent].areas
        terms = _section_terms(reading, text, section, areas)
        sections.append(replace(section, areas=areas, area_terms=terms))
    labelled = []
    for place, own in enumerate(_of_statements(reading, model, statements, told, chances)):
        statement, areas = statements[place], _areas(own)
        terms = _statement_terms(reading, text, place, statement, areas, sections)
        labelled.append(replace(statement, areas=areas, area_terms=terms))
    found = {area.area_id for given in _given(sections, labelled) for area in given}
    names = {area.id: area.names for area in reading.cues.taxonomy.areas if area.id in found}
    return replace(outline, sections=tuple(sections), area_names=names), tuple(labelled)


def _of_statements(
    reading: Reading,
    model: AreaModel,
    statements: Sequence[Statement],
    told: Sequence[Mapping[str, float]],
    chances: Sequence[Mapping[str, float]],
) -> Iterator[Mapping[str, float]]:
    """Yield the probabilities of each statement's areas.

    Where nothing in its own words speaks for any area, it has its section's, and is no surer of it.
    """
    if reading.cues.taxonomy.by_itself:
        yield from told
        return
    for statement, words, evidence in zip(
        statements, reading.words, reading.statements(chances), strict=True
    ):
        own = model.statements.chances(evidence)
        section = chances[statement.section] if statement.section is not None else {}
        is_silent = not words.scores and not words.scopes and not model.statements.knows(evidence)
        yield _bounded(own, section) if section and is_silent else own


def _given(sections: Sequence[Section], statements: Sequence[Statement]) -> Iterator[tuple[AreaScore, ...]]:
    yield from (section.areas for section in sections)
    yield from (statement.areas for statement in statements)


def _bounded(own: Mapping[str, float], most: Mapping[str, float]) -> Mapping[str, float]:
    bounded = {area: min(chance, most.get(area, chance)) for area, chance in own.items() if area != NONE}
    return {**bounded, NONE: 1 - sum(bounded.values())}


def cues_of(taxonomy: Taxonomy | None, text: NormalizedText, outline: Outline) -> Cues:
    """Return the cues of the given areas, else of those that fit who reports."""
    if taxonomy is not None:
        return Cues(taxonomy)
    unit = to_simplified(outline.unit) if outline.unit else None
    title = text.view(outline.title_span) if outline.title_span else ""
    return _built_in(taxonomy_of(unit, title, text.text).id)


@cache
def _built_in(name: str) -> Cues:
    return Cues(load_taxonomy(name))


def _areas(chances: Mapping[str, float]) -> tuple[AreaScore, ...]:
    """Return the areas from the most probable on; none where none of them is the best answer."""
    least = min(_ALSO, max(chances.values(), default=0.0))
    first, *also = sorted(
        ((area, chance) for area, chance in chances.items() if chance >= least),
        key=lambda item: -item[1],
    ) or [(NONE, 1.0)]
    if first[0] == NONE:
        return ()
    more = [item for item in also if item[1] >= _ALSO and item[0] != NONE]
    return tuple(AreaScore(area, round(chance, 4)) for area, chance in [first, *more][:_MOST_AREAS])


def _section_terms(
    reading: Reading, text: NormalizedText, section: Section, areas: Sequence[AreaScore]
) -> tuple[Span, ...]:
    """Return the words of the heading that speak for the area, else those of the body."""
    if not areas:
        return ()
    heading, body = reading.headings[section.id], reading.bodies[section.id]
    scope = reading.title + heading.text + body.text
    area = areas[0].area_id
    found = reading.cues.deciding(heading.hits, heading.text, area, scope, heading=True)
    if found and section.heading_span:
        begin = text.normalized(section.heading_span).start + section.marker_span.length
        return tuple(_raw(text, begin, found))
    found = reading.cues.deciding(body.hits, body.text, area, scope, heading=False)
    return tuple(_raw(text, text.normalized(section.body_span).start, found))


def _statement_terms(
    reading: Reading,
    text: NormalizedText,
    place: int,
    statement: Statement,
    areas: Sequence[AreaScore],
    sections: Sequence[Section],
) -> tuple[Span, ...]:
    if not areas:
        return ()
    words = text.view(statement.span)
    heading = sections[statement.section].heading if statement.section is not None else ""
    scope = reading.title + heading + words
    hits = reading.words[place].hits
    found = reading.cues.deciding(hits, words, areas[0].area_id, scope, heading=False)
    terms = _raw(text, text.normalized(statement.span).start, found)
    return tuple(term for term in terms if not _in_purpose(statement, term))


def _raw(text: NormalizedText, begin: int, found: Sequence[Span]) -> Iterator[Span]:
    """Yield spans of the submitted text for those of a part of the view that begins there."""
    return (text.raw(begin + start, begin + end) for start, end in found)


def _in_purpose(statement: Statement, term: Span) -> bool:
    purposes = (slot.span for slot in statement.slots.get("purpose", ()))
    return any(span is not None and span.covers(term) for span in purposes)
