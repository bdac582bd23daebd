"""One finding of the working paper: what was seen, both quotes with their places, the rule, an answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from govreport.export.displayed import seen
from govreport.export.dossier.sheet import Piece, Sheet
from govreport.export.dossier.words import rule_of, word
from govreport.export.labels import label

__all__ = ["add_finding", "source"]

_LONGEST_QUOTE = 600
_MOST_PLACES = 3
_MOST_CHANGES = 12
_ANSWER_LINES = 3
_SHORT_HASH = 12


def add_finding(
    sheet: Sheet, number: int, flag: Mapping[str, Any], decision: Any, lang: str, *, answered: bool = False
) -> None:
    """Add a finding as a table; one that is settled needs no room for an answer."""
    sheet.subheading(
        f"{number}. {label('code', flag['code'], lang)}（{label('severity', flag['severity'], lang)}）"
    )
    rows: list[tuple[str, str | list[Piece]]] = [(word("what", lang), flag["message"][lang])]
    rows += _places(word("own_quote", lang), flag["own"], lang)
    rows += _places(word("other_quote", lang), flag["others"], lang)
    if flag["changes"]:
        told = "；".join(f"{old} → {new}" for old, new in flag["changes"][:_MOST_CHANGES])
        rows.append((word("changes", lang), told))
    rows.append((word("rule", lang), f"{rule_of(flag['code'], lang)}（{flag['code']}，{flag['id'][-12:]}）"))
    rows.append((word("decision", lang), _decision(decision, lang)))
    if not answered:
        rows.append((word("answer", lang), "\n" * _ANSWER_LINES + word("signed", lang)))
    sheet.table(rows)


def _places(
    title: str, places: Sequence[Mapping[str, Any]], lang: str
) -> Iterator[tuple[str, str | list[Piece]]]:
    for place in places[:_MOST_PLACES]:
        yield title, [*_quoted(place, lang), Piece(f"\n— {_where(place, lang)}", False)]
    if len(places) > _MOST_PLACES:
        yield title, word("further", lang, count=len(places) - _MOST_PLACES)


def _where(place: Mapping[str, Any], lang: str) -> str:
    """Return file, unit, year, page, characters and hash of the file."""
    document = place["document"]
    known = [source(document, lang)]
    known.append(word("page", lang, page=place["page"]) if place["page"] else word("no_page", lang))
    known.append(word("place", lang, start=place["start"] + 1, end=place["end"]))
    return " · ".join([*known, f"SHA-256 {_short_hash(document['sha256'])}"])


def source(document: Mapping[str, Any], lang: str) -> str:
    """Return what a document is called: file, unit, year and day."""
    known = [document["id"].removeprefix("history:").removeprefix("reference:")]
    if document["role"] in ("history", "reference"):
        known.append(word("earlier" if document["role"] == "history" else "reference", lang))
    known += [str(value) for value in (document["unit"], document["year"], document["date"]) if value]
    return " · ".join(known)


def _short_hash(digest: str) -> str:
    """Return the beginning of a hash, which the list of documents gives whole."""
    return digest[: len(digest) - 64 + _SHORT_HASH] + "…"


def _quoted(place: Mapping[str, Any], lang: str) -> Iterator[Piece]:
    """Yield the quote in pieces: what differs from the other text is marked."""
    text, at = place["text"], 0
    if (hidden := seen(text)) != text:
        yield Piece(hidden[:_LONGEST_QUOTE], False)
        return
    for start, end in sorted(place["marks"]):
        if at <= start < end <= _LONGEST_QUOTE:
            yield Piece(text[at:start], False)
            yield Piece(text[start:end], True)
            at = end
    yield Piece(text[at:_LONGEST_QUOTE], False)
    if len(text) > _LONGEST_QUOTE:
        yield Piece(word("cut", lang, characters=len(text)), False)


def _decision(decision: Any, lang: str) -> str:
    if decision is None:
        return word("undecided", lang)
    by = "，".join(filter(None, (decision.who, decision.when)))
    told = [label("decision", decision.decision, lang), decision.reason, by]
    if decision.state != "in-force":
        told.append(f"{label('decision_state', decision.state, lang)}：{decision.earlier}")
    return "　".join(filter(None, told))
