"""Sentences of another document in another order, or by turns with those of a third.

Who shuffles sentences, or alternates between two sources, changes no word: so it is told which sentences
stand where, and nothing of why.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from govreport.check.context import Draft, pattern
from govreport.model import Evidence, Match, Span, Submission
from govreport.text.characters import ends_sentence

__all__ = ["check_order"]

# A sentence has so many characters.
_SENTENCE = 10
# And may begin with a number, behind the end of the last one, and close with so many marks.
_NUMBER, _MARKS = 8, 2
_END = re.compile("[。！？；!?;：:\n]")
# Between equal stretches of one sentence stand no more than a mark or a figure.
_JOINED = 4
# Sentences of one passage stand no farther apart in the report, and make up so much of what lies between the
# first and the last of them in the other document.
_APART, _DENSE = 100, 0.4
# From how many sentences on an order can be told, what share of them stands out of it, and how often two
# sources must take turns.
_LEAST, _OUT, _TURNS = 3, 0.3, 3
# So many places are shown.
_MOST = 12


class _Sentence(NamedTuple):
    """``here`` in the report, ``there`` in another document."""

    here: Span
    there: Span
    document: str


def check_order(matches: Iterable[Match], submissions: Mapping[str, Submission]) -> Iterator[Draft]:
    """Yield what is out of order, of the matches of one report, which is the right side of each."""
    by_source: defaultdict[str, set[_Sentence]] = defaultdict(set)
    for match in matches:
        texts = (submissions[place.document_id].text for place in (match.left, match.right))
        by_source[match.left.document_id].update(_sentences(match, *texts))
    told: list[Span] = []
    for document in sorted(by_source):
        for those in _passages(sorted(by_source[document])):
            moved = _moved([one.there.start for one in those])
            whole = Span(those[0].here.start, those[-1].here.end)
            is_new = not any(2 * whole.overlap(one) >= whole.length for one in told)
            if len(those) >= _LEAST and moved >= _OUT * len(those) and _is_dense(those) and is_new:
                told.append(whole)
                yield _shuffled(those, moved, submissions)
    yield from _interleaved(by_source, submissions)


def _sentences(match: Match, left: str, right: str) -> Iterator[_Sentence]:
    """Yield the whole sentences of a match that stand in both texts, but for a mark or a figure."""
    for there, here in _joined(match):
        start = here.start
        for end in (*_ends(right, here), here.end):
            shift = there.start - here.start
            own = Span(start, end)
            begins = start > here.start or (_is_begun(right, start) and _is_begun(left, start + shift))
            closes = end < here.end or (_is_closed(right, end) and _is_closed(left, there.end))
            if own.length >= _SENTENCE and begins and closes:
                yield _Sentence(own, own.shifted(shift), match.left.document_id)
            start = end


def _joined(match: Match) -> Iterator[tuple[Span, Span]]:
    """Yield equal stretches, there and here; those parted by a mark or a figure are one."""
    last: tuple[Span, Span] | None = None
    for run in match.runs:
        if last is not None and all(
            0 <= one.start - before.end <= _JOINED for before, one in zip(last, run, strict=True)
        ):
            last = Span(last[0].start, run.left.end), Span(last[1].start, run.right.end)
            continue
        if last is not None:
            yield last
        last = run.left, run.right
    if last is not None:
        yield last


def _ends(text: str, span: Span) -> Iterator[int]:
    """Yield where sentences end within a span."""
    for place in range(span.start, span.end - 1):
        if ends_sentence(text[place]) and not ends_sentence(text[place + 1]):
            yield place + 1


def _is_begun(text: str, place: int) -> bool:
    """Whether a sentence begins at a place: before it stand a number and marks at most."""
    first = max(place - _NUMBER, 0)
    before = re.split(_END, text[first:place])
    return (len(before) > 1 or first == 0) and pattern("order", "number").fullmatch(before[-1]) is not None


def _is_closed(text: str, place: int) -> bool:
    """Whether a sentence ends at a place, or a mark or two behind it."""
    behind = text[place - 1 : place + _MARKS]
    return place + 1 >= len(text) or any(map(ends_sentence, behind))


def _passages(sentences: Iterable[_Sentence]) -> Iterator[list[_Sentence]]:
    """Yield the sentences that stand near one another in the report, each of the other document once."""
    passage: list[_Sentence] = []
    known: set[tuple[str, int]] = set()
    end = 0
    for one in sentences:
        if passage and one.here.start - end > _APART:
            yield passage
            passage, known = [], set()
        place = one.document, one.there.start
        if (not passage or one.here.start >= end) and place not in known:
            passage.append(one)
            known.add(place)
            end = one.here.end
    if passage:
        yield passage


def _moved(places: Sequence[int]) -> int:
    """Return how many must be moved for all to be in order: those outside the longest row that rises."""
    tails: list[int] = []
    for place in places:
        number = bisect_left(tails, place)
        tails[number : number + 1] = [place]
    return len(places) - len(tails)


def _is_dense(sentences: Sequence[_Sentence]) -> bool:
    """Whether the sentences are of one passage of the other document, too."""
    places = [one.there for one in sentences]
    reach = max(place.end for place in places) - min(place.start for place in places)
    return sum(place.length for place in places) >= _DENSE * reach


def _shuffled(sentences: Sequence[_Sentence], moved: int, submissions: Mapping[str, Submission]) -> Draft:
    places = [one.there for one in sentences]
    whole = Span(min(place.start for place in places), max(place.end for place in places))
    source = sentences[0].document
    params: dict[str, str | int | float] = {
        "document": _name(source, submissions),
        "count": len(sentences),
        "moved": moved,
    }
    spans = tuple(one.here for one in sentences[:_MOST])
    return Draft("disguise", spans, params, None, "disguise-order", (Evidence(source, whole),))


def _interleaved(
    by_source: Mapping[str, set[_Sentence]], submissions: Mapping[str, Submission]
) -> Iterator[Draft]:
    """Yield where sentences of two documents, neither of which has those of the other, take turns."""
    every = sorted(one for those in by_source.values() for one in those)
    for those in _passages(_of_one_each(every)):
        for turns in _turns(those):
            one, other = (next(s for s in turns if s.document == document) for document in _both(turns))
            params: dict[str, str | int | float] = {
                "document": _name(one.document, submissions),
                "other": _name(other.document, submissions),
                "count": len(turns),
            }
            elsewhere = tuple(Evidence(each.document, each.there) for each in (one, other))
            spans = tuple(each.here for each in turns[:_MOST])
            yield Draft("disguise", spans, params, None, "disguise-turns", elsewhere)


def _of_one_each(sentences: Sequence[_Sentence]) -> Iterator[_Sentence]:
    """Yield the sentences that one other document alone has: what several have tells of no turns."""
    end, last, shared = 0, None, False
    for one in sentences:
        if last is not None and one.here.start < end:
            shared = shared or one.document != last.document
            end = max(end, one.here.end)
            continue
        if last is not None and not shared:
            yield last
        last, end, shared = one, one.here.end, False
    if last is not None and not shared:
        yield last


def _turns(sentences: Sequence[_Sentence]) -> Iterator[list[_Sentence]]:
    """Yield the longest rows of sentences of two documents that change often enough."""
    row: list[_Sentence] = []
    documents: set[str] = set()
    for one in sentences:
        if len(documents | {one.document}) > 2:
            if _changes(row) >= _TURNS:
                yield row
            last = row[-1].document
            row = row[next(n for n in range(len(row), 0, -1) if row[n - 1].document != last) :]
            documents = {last}
        row.append(one)
        documents.add(one.document)
    if _changes(row) >= _TURNS:
        yield row


def _both(sentences: Iterable[_Sentence]) -> list[str]:
    return list(dict.fromkeys(one.document for one in sentences))


def _changes(sentences: Sequence[_Sentence]) -> int:
    return sum(one.document != other.document for one, other in pairwise(sentences))


def _name(document: str, submissions: Mapping[str, Submission]) -> str:
    return submissions[document].unit or document
