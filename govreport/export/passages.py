"""What the page of a report tells of the passages that it shares with others, and where they lead.

In goes what an audit knows; out come, for one report, its passages in reading order, its ratio and its marks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from govreport.export.labels import label
from govreport.export.marks import Mark
from govreport.export.pairs import Pair, is_dated, written
from govreport.model import LABELS, UNTOLD, Comparison, Match, Place, Ratio, Revision, Span

__all__ = ["InAudit", "InRevision", "Passage", "anchors", "passage_marks", "passages_of"]

# With so many documents at most a set phrase is told; all stand in matches.csv.
_MOST_OF_PHRASE = 3


class Passage(NamedTuple):
    """A passage of this report that stands in another document, and where the two stand side by side."""

    number: int
    span: Span
    characters: int
    other: str
    other_page: str | None
    side_by_side: str | None
    order: str
    """``earlier`` or ``later`` (the other document), ``undated`` where no date tells."""
    match: Match


class InRevision(NamedTuple):
    """The version before of a report that was handed in again, its text, and its page where it has one."""

    revision: Revision
    text: str
    page: str | None


@dataclass(frozen=True)
class InAudit:
    """What an audit adds to the page of a report; paths lead from that page.

    ``key`` tells the audit from others that are looked at in the same browser; ``decisions`` and ``prints``
    (what a decision is made on) are by the id of the flag; ``untold`` is why some rules could tell nothing.
    """

    passages: tuple[Passage, ...] = ()
    ratio: Ratio | None = None
    home: str | None = None
    key: str = ""
    decisions: Mapping[str, Any] = field(default_factory=dict)
    prints: Mapping[str, str] = field(default_factory=dict)
    untold: tuple[str, ...] = tuple(UNTOLD)
    revision: InRevision | None = None

    def side_by_side(self, other: str, here: Iterable[Span]) -> str | None:
        """Return where this report stands beside another one, at a passage that touches one of the spans."""
        spans = list(here)
        for one in self.passages:
            if one.other == other and any(one.span.overlap(Span(*span)) for span in spans):
                return one.side_by_side
        return None


def passages_of(
    comparison: Comparison, pairs: Iterable[Pair], pages: Mapping[str, str]
) -> dict[str, tuple[Passage, ...]]:
    """Return the passages of every document that has a page; ``pages`` are names from the folder."""
    places = {}
    for pair in pairs:
        for number, match in enumerate(pair.matches, 1):
            places[_key(match)] = f"../{pair.page}#Rp{number}"
    found: defaultdict[str, list[_Seen]] = defaultdict(list)
    for match in comparison.matches:
        dated = is_dated(*(comparison.submissions[id] for id in match.documents))
        for here, there, order in ((match.left, match.right, "later"), (match.right, match.left, "earlier")):
            if here.document_id in pages:
                found[here.document_id].append(_Seen(here, there, order if dated else "undated", match))
    texts = {id: comparison.submissions[id].text for id in found}
    return {id: tuple(_passages(texts[id], those, places, pages)) for id, those in found.items()}


class _Seen(NamedTuple):
    """A match seen from one of its documents."""

    here: Place
    there: Place
    order: str
    match: Match


def _key(match: Match) -> frozenset[Place]:
    return frozenset((match.left, match.right))


def _few(seen: Iterable[_Seen]) -> Iterator[_Seen]:
    """Of a set phrase that begins at one place a few documents are told: the earliest one has it with all."""
    told: Counter[int] = Counter()
    for one in sorted(seen, key=lambda one: one[:3]):
        if one.match.label == "set-phrase":
            told[one.here.span.start] += 1
        if one.match.label != "set-phrase" or told[one.here.span.start] <= _MOST_OF_PHRASE:
            yield one


def _passages(
    text: str, seen: Iterable[_Seen], places: Mapping[frozenset[Place], str], pages: Mapping[str, str]
) -> Iterator[Passage]:
    for number, (here, there, order, match) in enumerate(_few(seen), 1):
        page = pages.get(there.document_id)
        yield Passage(
            number,
            here.span,
            written(here.span.of(text)),
            there.document_id,
            page and f"../{page}",
            places.get(_key(match)),
            order,
            match,
        )


def passage_marks(passages: Sequence[Passage], lang: str) -> Iterator[Mark]:
    """Yield a mark for each stretch that is shared; those that overlap are one, led to the longest."""
    for name in LABELS:
        for together in _overlapping([one for one in passages if one.match.label == name]):
            longest = max(together, key=lambda one: one.characters)
            others = "、".join(dict.fromkeys(one.other for one in together))
            yield Mark(
                min(one.span.start for one in together),
                max(one.span.end for one in together),
                name,
                f"{label('match_label', name, lang)} · {others}",
                f"m{longest.number}",
                lead=f"{label('match_sign', name, lang)}{longest.number}",
                href=longest.side_by_side or "",
                target=f"q{longest.number}",
            )


def anchors(passages: Sequence[Passage]) -> dict[int, int]:
    """Return for each passage the number under which its mark stands in the text."""
    found = {}
    for name in LABELS:
        for together in _overlapping([one for one in passages if one.match.label == name]):
            longest = max(together, key=lambda one: one.characters)
            found.update({one.number: longest.number for one in together})
    return found


def _overlapping(passages: Sequence[Passage]) -> Iterator[list[Passage]]:
    together: list[Passage] = []
    end = 0
    for one in sorted(passages, key=lambda one: one.span):
        if together and one.span.start >= end:
            yield together
            together, end = [], 0
        together.append(one)
        end = max(end, one.span.end)
    if together:
        yield together
