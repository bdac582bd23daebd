"""The sheets that come from comparing: passages with both texts, the roster, what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from govreport.export.desk_tables import desk_table
from govreport.export.differences import differing, pieces
from govreport.export.flag_messages import message_in
from govreport.export.labels import label
from govreport.export.workbook.cells import Link, Rich
from govreport.export.workbook.sheets import Sheet, own_words, word
from govreport.model import Batch, Comparison, Evidence, Flag, Match, Span

__all__ = ["failure_sheet", "passage_sheet", "revision_sheet", "roster_sheet"]

_IN_ROSTER = {"code": "unit_code", "due": "due_on", "date": "submitted_on", "document_id": "document"}
_PASSAGE = (
    "number relation label match_kind similarity characters "
    "earlier earlier_unit earlier_year earlier_place earlier_text "
    "later later_unit later_year later_place later_text changes"
)

_REVISED = "earlier later subject revised message earlier_text later_text"


def passage_sheet(comparison: Comparison, pages: Mapping[str, str], lang: str) -> Sheet:
    """Return one row for each passage that two documents share, what was copied first, the longest first."""
    order = sorted(comparison.matches, key=lambda m: (m.label != "copied", -m.right.span.length, m.right))
    rows = (_passage(number, match, comparison, pages, lang) for number, match in enumerate(order, 1))
    return Sheet("passages", tuple(_PASSAGE.split()), rows)


def _passage(
    number: int, match: Match, comparison: Comparison, pages: Mapping[str, str], lang: str
) -> tuple[Any, ...]:
    texts = [comparison.submissions[id].text for id in match.documents]
    marks = differing(match, *texts)
    sides = [
        (*_known(place.document_id, comparison, pages), f"{place.span.start}–{place.span.end}", Rich(told))
        for place, text, marked in zip((match.left, match.right), texts, marks, strict=True)
        for told in [tuple(pieces(text, place.span, marked))]
    ]
    return (
        *(number, label("relation", match.relation, lang), label("match_label", match.label, lang)),
        *(label("duplicate", match.kind, lang), float(match.similarity), match.right.span.length),
        *sides[0],
        *sides[1],
        "\n".join(f"{change.old} → {change.new}" for change in match.changes) or None,
    )


def _known(id: str, comparison: Comparison, pages: Mapping[str, str]) -> tuple[Any, ...]:
    one = comparison.submissions[id]
    return Link(pages[id], id) if id in pages else id, one.unit, one.year


def revision_sheet(comparison: Comparison, pages: Mapping[str, str], lang: str) -> Sheet:
    """Return what became of the flags of reports that were handed in again, and which words were changed."""
    return Sheet("revisions", tuple(_REVISED.split()), _revised(comparison, pages, lang))


def _revised(comparison: Comparison, pages: Mapping[str, str], lang: str) -> Iterator[tuple[Any, ...]]:
    for one in comparison.revisions:
        ids = one.earlier, one.later
        links = [Link(pages[id], id) if id in pages else id for id in ids]
        texts = [comparison.submissions[id].text for id in ids]
        for flag in one.flags:
            spans = [_first(side, id) for side, id in zip((flag.earlier, flag.later), ids, strict=True)]
            told = label("code", flag.flag.code, lang), message_in(flag.flag, lang)
            yield *links, told[0], label("revised", flag.state, lang), told[1], *_quotes(texts, spans)
        for change in one.texts:
            named = own_words("words_changed", lang), label("revised", change.state, lang)
            yield *links, *named, None, *_quotes(texts, (change.left, change.right))


def _first(flag: Flag | None, id: str) -> Span | None:
    evidence: Sequence[Evidence] = flag.evidence if flag else ()
    return next((span for document, span in evidence if document == id), None)


def _quotes(texts: Sequence[str], spans: Iterable[Span | None]) -> tuple[str | None, ...]:
    return tuple(span.of(text) if span else None for text, span in zip(texts, spans, strict=True))


def roster_sheet(batch: Batch, pages: Mapping[str, str], lang: str) -> Sheet:
    """Return how each expected unit stands, with the roster's own further columns."""
    found = desk_table(batch, "roster", lang)
    names = [column.name for column in found.columns]
    columns = tuple(_IN_ROSTER.get(name, name) for name in names)
    return Sheet("roster", columns, (_standing(names, row, pages, lang) for row in found.rows), frozen=3)


def _standing(names: list[str], row: tuple[Any, ...], pages: Mapping[str, str], lang: str) -> tuple[Any, ...]:
    known = dict(zip(names, row, strict=True))
    told: dict[str, Any] = {"state": word("state", known["state"], lang)}
    if known["document_id"] in pages:
        told["document_id"] = Link(pages[known["document_id"]], known["document_id"])
    return tuple((known | told).values())


def failure_sheet(failures: Sequence[Any]) -> Sheet:
    """Return one row for each file that could not be read."""
    return Sheet("failures", ("path", "failure"), _failures(failures))


def _failures(failures: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    for path, _, message, *_ in failures:
        yield path, message
