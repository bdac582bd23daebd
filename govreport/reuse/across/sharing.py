"""What two submissions share, from where their shingles and anchors are equal: nothing else is looked at.

Any engine that has found the candidates has the same matches of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

import numpy as np

from govreport.model import Match, Submission
from govreport.reuse.across.anchors import ANCHOR
from govreport.reuse.across.cutting import cut
from govreport.reuse.across.drawing import draw, draw_equal, draw_whole
from govreport.reuse.across.passages import is_interleaved, passages
from govreport.reuse.across.relation import relation_of
from govreport.reuse.across.texts import Text
from govreport.reuse.across.told import which_tell
from govreport.reuse.alike.candidate import Candidate
from govreport.reuse.alike.passage import Passage
from govreport.reuse.alike.reworded import Reworded, is_promising, reworded
from govreport.reuse.alike.sentences import Sentences
from govreport.reuse.alike.telling import Telling
from govreport.text.align import Piece

__all__ = [
    "LEAST_ANCHORED",
    "LEAST_COVERED",
    "LEAST_TOGETHER",
    "MINIMUM_LENGTH",
    "REORDERED",
    "believed",
    "in_other_words",
    "is_apart",
    "set_phrase",
    "verbatim",
    "with_relation",
]

MINIMUM_LENGTH = 30
# How many characters that tell shared shingles must cover for two submissions to be compared there.
LEAST_COVERED = 13.0
# And how many those of all their stretches together, where each is less.
LEAST_TOGETHER = 2 * LEAST_COVERED
# And how many shared anchors, for the same in other words: two of them, or in reports of one unit those of a
# name of so many characters, under which it did the same a year ago.
LEAST_ANCHORED = 1.5 * ANCHOR
_NAMED = int(LEAST_ANCHORED) - ANCHOR
# How far its parts may have been moved.
REORDERED = 120
_LEAST_SIMILAR = 0.35
# What is known in equal words and shorter than this may be part of a reworded passage.
_FEW_WORDS = 90
# The same of what is equal but for figures and names.
_FEW_EQUAL = 45
# A sentence this long is told though it is short, where its neighbours were copied and something put between.
_SHORTEST = 18
# What a reworded passage may share with one found by equal shingles and take its place.
_PART = 0.7
# And how much of that one must lie in it: a long passage does not give way to its first sentences.
_WITHIN = 0.5
# Who rewords takes up the own report of another year, or that of a neighbour. Neighbours who report on one
# subject have words in common as well, and what set phrases leave of these are the phrases of their field: a
# passage is believed of which so much is shared, the less, the rarer that is, and others beside it, or beside
# one in equal words. Where it is much, it may be somewhat less of the whole. Units that have nothing to
# do with each other, years apart, must have more in common.
_FIRM, _OF_STRANGERS = 0.85, 1.0
_MUCH, _FIRM_OF_MUCH = 110.0, 0.75
# And whoever it is, two who write the language of the field have its words in common, pair by pair of
# characters; what was taken over has rarer ones in the mean.
_OF_FIELD = 2.6


def verbatim(
    earlier: Text,
    later: Text,
    candidate: Candidate,
    telling: Telling,
    same_unit: bool,
    minimum_length: int = MINIMUM_LENGTH,
) -> Iterator[Match]:
    """Yield the passages around equal shingles: ``candidate.left`` is in the earlier one."""
    if earlier.text == later.text:
        yield draw_whole(earlier, later)
        return
    whole = passages(earlier.key.text, later.key.text, candidate.left, candidate.right)
    parts = list(chain.from_iterable(cut(earlier, later, each) for each in whole))
    drawn = [(draw(earlier, later, passage), passage) for passage in parts]
    kept = [(match, passage) for match, passage in drawn if _holds(match, passage, parts, minimum_length)]
    told = which_tell(telling, earlier, later, kept, same_unit)
    for (match, _), is_told in zip(kept, told, strict=True):
        yield match if is_told or match.label == "quotation" else replace(match, label="set-phrase")


def in_other_words(
    earlier: Text,
    later: Text,
    candidate: Candidate,
    known: list[Match],
    sentences: tuple[Callable[[], Sentences], Callable[[], Sentences]],
) -> None:
    """Add the passages around equal anchors to those that are known; a few equal words give way to them.

    ``sentences`` of both are asked for only where it is worth it.
    """
    candidate = _unknown(candidate, later, known)
    relation = relation_of(earlier.submission, later.submission, 0.0)
    if not (
        is_apart(candidate, relation == "own-earlier") and is_promising(earlier.key, later.key, candidate)
    ):
        return
    one, other = (those() for those in sentences)
    for found in believed(list(reworded(one, other, candidate)), relation, known):
        spans = earlier.raw(*found.left), later.raw(*found.right)
        if min(span.length for span in spans) >= MINIMUM_LENGTH:
            _settle(known, draw(earlier, later, Passage(found.pieces), spans))


def believed(found: Sequence[Reworded], relation: str, known: Sequence[Match]) -> Iterator[Reworded]:
    """Yield what two submissions of a ``relation`` are believed to have reworded; ``known`` is equal."""
    found = [one for one in found if one.rarity >= _OF_FIELD]
    if relation == "other-unit":
        yield from (one for one in found if one.share * one.rarity >= _OF_STRANGERS)
        return
    is_firm = relation != "same-batch" or any(match.label == "copied" for match in known)
    if is_firm or any(_is_firm(one) for one in found):
        yield from found


def _is_firm(one: Reworded) -> bool:
    return one.share * one.rarity >= (_FIRM_OF_MUCH if one.weight >= _MUCH else _FIRM)


def set_phrase(
    earlier: Text, later: Text, piece: Piece, known: Iterable[Match], minimum_length: int = MINIMUM_LENGTH
) -> Iterator[Match]:
    """Yield what everyone writes, unless it is short or the pair is ``known`` to share it."""
    match = draw_equal(earlier, later, piece)
    length = min(match.left.span.length, match.right.span.length)
    if length >= minimum_length and not any(_meet(match, one) for one in known):
        yield match


def is_apart(candidate: Candidate, same_unit: bool) -> bool:
    """Whether more than one anchor is left, or a long one of one unit."""
    apart = _NAMED if same_unit else ANCHOR
    return len(candidate.left) > 1 and int(np.ptp(candidate.left)) >= apart


def with_relation(earlier: Submission, later: Submission, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield all matches of two submissions with their relation."""
    copied = sum(match.right.span.length for match in matches if match.label == "copied")
    relation = relation_of(earlier, later, copied / max(len(later.text), 1))
    return (_related(match, relation) for match in matches)


def _related(match: Match, relation: str) -> Match:
    # As ``replace`` makes it, in a third of the time: there are as many as set phrases.
    m = match
    return Match(m.left, m.right, m.similarity, m.kind, m.changes, m.runs, relation, m.label)


def _holds(match: Match, passage: Passage, parts: Sequence[Passage], minimum_length: int) -> bool:
    length = min(match.left.span.length, match.right.span.length)
    if length < minimum_length and match.similarity == 1.0 and length >= _SHORTEST:
        return is_interleaved(passage, parts)
    return length >= minimum_length and match.similarity >= _LEAST_SIMILAR


def _unknown(candidate: Candidate, later: Text, known: Iterable[Match]) -> Candidate:
    """Leave out what lies in known passages, but for a few equal words that may be part of a longer one."""
    outside = np.ones(len(candidate.right), dtype=bool)
    for match in known:
        if not _may_be_part(match):
            start, end = later.key.at(match.right.span).tolist()
            outside &= (candidate.right < start) | (candidate.right >= end)
    return Candidate(candidate.documents, candidate.left[outside], candidate.right[outside])


def _may_be_part(match: Match) -> bool:
    """Whether a passage may be a few equal words of one that was reworded for the rest."""
    return match.right.span.length <= (_FEW_WORDS if match.kind == "near" else _FEW_EQUAL)


def _meet(one: Match, other: Match) -> bool:
    return bool(one.left.span.overlap(other.left.span) and one.right.span.overlap(other.right.span))


def _settle(known: list[Match], match: Match) -> None:
    """Add a reworded passage unless it is known; a few equal words of it that were known give way."""
    over = [one for one in known if one.right.span.overlap(match.right.span)]
    shared = [one.right.span.overlap(match.right.span) for one in over]
    few = all(one.kind == "near" or _may_be_part(one) for one in over)
    within = all(part >= _WITHIN * one.right.span.length for part, one in zip(shared, over, strict=True))
    if few and within and sum(shared) <= _PART * match.right.span.length:
        known[:] = [one for one in known if one not in over]
        known.append(match)
    elif not over:
        known.append(match)
