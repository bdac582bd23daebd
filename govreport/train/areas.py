"""The model of work areas, fitted on the train split of a corpus: the same bytes each time.

Sections and statements are those that are found, with the areas of the gold that stands there. What
statements say of their section, and what a section says to its statements, is what a model says that has not
seen the report.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from govreport.classify import cues_of
from govreport.classify.features import NONE, SECTION_FEATURES, STATEMENT_FEATURES, WORD_FEATURES, Evidence
from govreport.classify.fitting import fit_weights
from govreport.classify.model import Weights
from govreport.classify.reading import Reading
from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.pairing import paired
from govreport.extract import extract
from govreport.model import AreaScore, Statement
from govreport.normalize import normalize
from govreport.reuse import find_duplicates
from govreport.segment import segment
from govreport.text.taxonomies import load_taxonomy

__all__ = ["train_areas"]

_FOLDS = 5


@dataclass(frozen=True)
class _Report:
    """One report as it is read, and the right area of each section and statement, None where unknown."""

    reading: Reading
    by_themselves: list[Evidence]
    of_sections: list[str | None]
    of_statements: list[str | None]


def train_areas(corpus: str | Path, output: str | Path) -> dict[str, int]:
    """Fit and write the model; return how many sections and statements it saw."""
    reports = [_read(item) for item in load_corpus(corpus) if item.split == "train"]
    read: list[list[Evidence | None]] = [[] for _ in reports]
    for fold, others in _folds(len(reports)):
        words = fit_weights(_by_themselves([reports[place] for place in others]))
        for place in fold:
            told = [words.chances(evidence) for evidence in reports[place].by_themselves]
            read[place] = list(reports[place].reading.sections(told))
    of_sections = [_of_sections(*pair) for pair in zip(reports, read, strict=True)]
    statements: list[tuple[Evidence, str]] = []
    for fold, others in _folds(len(reports)):
        weights = fit_weights([case for place in others for case in of_sections[place]])
        for place in fold:
            statements += _of_statements(reports[place], read[place], weights)
    sections = [case for cases in of_sections for case in cases]
    stored: dict[str, Any] = {
        "provenance": {
            "reports": len(reports),
            "note": "weights of features, words and pairs of characters; no text",
        },
        "words": _stored(fit_weights(_by_themselves(reports)), WORD_FEATURES),
        "sections": _stored(fit_weights(sections), SECTION_FEATURES),
        "statements": _stored(fit_weights(statements), STATEMENT_FEATURES),
    }
    text = json.dumps(stored, ensure_ascii=False, separators=(",", ":"))
    Path(output).write_text(text + "\n", encoding="utf-8")
    return {"area-sections": len(sections), "area-statements": len(statements)}


def _folds(number: int) -> Iterator[tuple[range, list[int]]]:
    """Yield the places of the reports of each fold, and those of all others."""
    for fold in range(_FOLDS):
        yield range(fold, number, _FOLDS), [place for place in range(number) if place % _FOLDS != fold]


def _read(item: CorpusItem) -> _Report:
    taxonomy = load_taxonomy(item.taxonomy)
    known = {area.id for area in taxonomy.areas}
    text = normalize(item.document)
    duplicates = find_duplicates(text)
    outline = segment(text, duplicates)
    statements = extract(text, outline, duplicates)
    reading = Reading(cues_of(taxonomy, text, outline), text, outline, statements)
    gold = {
        section.marker_span.start: section
        for section in item.gold.sections
        if not section.inline and section.duplicate_of is None
    }
    matching = [gold.get(section.marker_span.start) for section in outline.sections]
    own: Sequence[Statement] = [one for one in item.gold.statements if one.duplicate_of is None]
    found_at = paired([one.span for one in own], [one.span for one in statements])
    of_statements: list[str | None] = [None] * len(statements)
    for here, there in found_at.items():
        of_statements[there] = _right(own[here].areas, known)
    return _Report(
        reading,
        list(reading.by_themselves()),
        [_right(section.areas, known) if section else None for section in matching],
        of_statements,
    )


def _right(areas: Sequence[AreaScore], known: set[str]) -> str | None:
    if any(area.area_id not in known for area in areas):
        return None
    return areas[0].area_id if areas else NONE


def _by_themselves(reports: Sequence[_Report]) -> list[tuple[Evidence, str]]:
    return [
        (evidence, area)
        for report in reports
        for evidence, area in zip(report.by_themselves, report.of_statements, strict=True)
        if area is not None and area in evidence.areas
    ]


def _of_sections(report: _Report, read: Sequence[Evidence | None]) -> list[tuple[Evidence, str]]:
    return [
        (evidence, area)
        for evidence, area in zip(read, report.of_sections, strict=True)
        if evidence is not None and area in evidence.areas
    ]


def _of_statements(
    report: _Report, read: Sequence[Evidence | None], weights: Weights
) -> Iterator[tuple[Evidence, str]]:
    chances: list[Mapping[str, float]] = [
        {} if evidence is None else weights.chances(evidence) for evidence in read
    ]
    for evidence, area in zip(report.reading.statements(chances), report.of_statements, strict=True):
        if area is not None and area in evidence.areas:
            yield evidence, area


def _stored(weights: Weights, columns: Sequence[str]) -> dict[str, Any]:
    return {"features": dict(zip(columns, weights.features, strict=True)), "names": weights.names}
