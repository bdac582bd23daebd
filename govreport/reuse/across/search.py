"""The whole search: submissions in, matches out.

>>> text = "镇妇联在柳湾渡口办起缝纫班,请县城的老裁缝每逢赶集日来教,学成的姐妹接回校服订单在家门口加工"
>>> one, other = Submission("a", text), Submission("b", "今年" + text.replace("柳湾", "石桥"))
>>> [(match.kind, [(c.old, c.new) for c in match.changes]) for match in find_matches([one, other])]
[('names-changed', [('柳湾', '石桥')])]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from govreport.model import Match, Submission
from govreport.reuse.across.anchors import ANCHOR, anchors
from govreport.reuse.across.candidates import Candidate, candidates
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.cutting import cut
from govreport.reuse.across.drawing import draw, draw_equal, draw_whole
from govreport.reuse.across.passages import Passage, is_interleaved, passages
from govreport.reuse.across.postings import Asked
from govreport.reuse.across.relation import moment, relation_of
from govreport.reuse.across.reworded import Sentences, is_promising, reworded
from govreport.reuse.across.room import MEMORY, Room
from govreport.reuse.across.shared import Shared, share
from govreport.reuse.across.standard import stretches
from govreport.reuse.across.telling import Telling
from govreport.reuse.across.texts import Text, Texts
from govreport.reuse.across.twins import with_twins, without_twins
from govreport.text.units import unit_key

__all__ = ["MINIMUM_LENGTH", "find_matches"]

MINIMUM_LENGTH = 30
# One shingle in so many is looked at.
_SAMPLING = 2
# How many characters of a passage must tell where it comes from.
_LEAST_TELLING = 14.0
# And how many at large where it was changed by another unit.
_ALTERED = 2 * _LEAST_TELLING
# How many characters that tell shared shingles must cover for two submissions to be compared there.
_LEAST_COVERED = 13.0
_LEAST_SIMILAR = 0.35
# The sentences of so many submissions are kept.
_SENTENCES = 1000
# How far its parts may have been moved.
_REORDERED = 120
# What is known in equal words and shorter than this may be part of a reworded passage.
_FEW_WORDS = 90
# A sentence this long is told though it is short, where its neighbours were copied and something put between.
_SHORTEST = 18
# What a reworded passage may share with one found by equal shingles and take its place.
_PART = 0.7


def find_matches(
    submissions: Iterable[Submission],
    *,
    minimum_length: int = MINIMUM_LENGTH,
    asked: Collection[str] | None = None,
    memory: int = MEMORY,
) -> tuple[Match, ...]:
    """Return the passages that two submissions share, in the order of the later text.

    Where ``asked`` is given only matches that one of these submissions, by id, is part of are looked for: the
    same that the whole search finds of them. Time grows with the length of all texts together and with the
    number of matches. What is computed takes about ``memory`` bytes, besides the texts, two bytes for each of
    their characters, and the matches; the rest is put away in files of a temporary folder (TMPDIR).

    Raises OutputError where that folder is full.
    """
    alone, twins = without_twins(sorted(submissions, key=_by_unit))
    found: defaultdict[tuple[int, int], list[Match]] = defaultdict(list)
    if len(alone) > 1:
        wanted = None if asked is None else {*asked, *(one.first.id for one in twins if one.has(asked))}
        with Room(memory) as room:
            batch = _Batch(alone, minimum_length, wanted, room)
            for pair, match in batch.verbatim():
                found[pair].append(match)
            for pair, match in batch.in_other_words(found):
                _settle(found[pair], match)
            for pair, match in batch.set_phrases(found):
                found[pair].append(match)
        related = (_related(batch, pair, matches) for pair, matches in found.items())
        matches = [match for those in related for match in those]
    else:
        matches = []
    if twins:
        matches = list(with_twins(matches, alone, twins, asked))
    return tuple(sorted(matches, key=_in_reading_order))


def _by_unit(submission: Submission) -> tuple[str, str, str]:
    """Put the submissions of one unit side by side, so that it counts once."""
    return unit_key(submission.unit) or submission.id, *moment(submission)


def _in_reading_order(match: Match) -> tuple[object, ...]:
    return match.right.document_id, match.right.span, match.left.document_id, match.left.span


@dataclass(frozen=True)
class _Batch:
    submissions: Sequence[Submission]
    minimum_length: int
    asked: Collection[str] | None
    room: Room

    @cached_property
    def wanted(self) -> NDArray[np.bool_]:
        """Which submissions are asked about."""
        asked = self.asked
        return np.array([asked is None or one.id in asked for one in self.submissions], dtype=bool)

    @cached_property
    def texts(self) -> Texts:
        return Texts(self.submissions)

    @cached_property
    def codes(self) -> Codes:
        return Codes.of([submission.text for submission in self.submissions])

    @cached_property
    def units(self) -> NDArray[np.int64]:
        names = [unit_key(one.unit) or f"|{one.id}" for one in self.submissions]
        return np.unique(np.array(names), return_inverse=True)[1].astype(np.int64)

    @cached_property
    def times(self) -> NDArray[np.int64]:
        """The rank of each submission in the order of time."""
        order = sorted(range(len(self.submissions)), key=lambda n: moment(self.submissions[n]))
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    @cached_property
    def shared(self) -> Shared:
        asked = None
        if not self.wanted.all():
            # Reworded passages are weighed by what all submissions share with either side.
            looked_at = self.wanted.copy()
            looked_at[[number for one in self.anchored for number in one.documents]] = True
            asked = Asked.of(self.codes, looked_at)
        return share(self.codes, self.units, self.times, self.wanted, _SAMPLING, asked, self.room)

    @property
    def telling(self) -> Telling:
        return self.shared.telling

    def verbatim(self) -> Iterator[tuple[tuple[int, int], Match]]:
        """Yield the passages around equal shingles."""
        for number in range(self.shared.seeds.number):
            seeds = self.shared.seeds.take(number)
            for candidate in candidates(seeds, _LEAST_COVERED, codes=self.codes):
                yield from self._verbatim(candidate)

    def _verbatim(self, candidate: Candidate) -> Iterator[tuple[tuple[int, int], Match]]:
        one, other, candidate = self._in_time(candidate)
        a, b = self.texts[one], self.texts[other]
        if a.text == b.text:
            yield (one, other), draw_whole(a, b)
            return
        whole = passages(a.key.text, b.key.text, candidate.left, candidate.right)
        parts = list(chain.from_iterable(cut(a, b, each) for each in whole))
        for passage in parts:
            match = draw(a, b, passage)
            if self._holds(match, passage, parts):
                told = self._tells(match, a, passage, self.units[one] == self.units[other])
                label = match.label if told or match.label == "quotation" else "set-phrase"
                yield (one, other), replace(match, label=label)

    def _tells(self, match: Match, earlier: Text, passage: Passage, is_own: bool) -> bool:
        """Whether a passage tells where it comes from: units apart from each other fill in one form.

        They put other figures and names into the same words: so such a passage must tell twice as much.
        """
        if not self.telling.tells(earlier.key, passage, _LEAST_TELLING):
            return False
        return match.kind == "exact" or is_own or self.telling.at_large(earlier.key, passage, _ALTERED)

    def in_other_words(
        self, known: Mapping[tuple[int, int], list[Match]]
    ) -> Iterator[tuple[tuple[int, int], Match]]:
        """Yield the passages that share rare words only; what is ``known`` need not be found again."""
        for candidate in self._anchored() if self.wanted.all() else self.anchored:
            yield from self._reworded(candidate, known)

    @cached_property
    def anchored(self) -> tuple[Candidate, ...]:
        """The pairs in which one is asked about that share anchors."""
        return tuple(self._anchored())

    def _anchored(self) -> Iterator[Candidate]:
        if not len(self.codes.values):
            return
        texts = [submission.text for submission in self.submissions]
        seeds = anchors(self.codes, texts, self.wanted, self.room)
        for number in range(seeds.number):
            for candidate in candidates(seeds.take(number), 2 * ANCHOR, ANCHOR, shift=_REORDERED):
                if _is_apart(candidate):
                    yield candidate

    @cached_property
    def sentences(self) -> Callable[[int], Sentences]:
        """The sentences of a submission by its number; those of the last are kept."""
        return lru_cache(_SENTENCES)(
            lambda number: Sentences(self.texts[number].text, self.texts[number].key, self.telling)
        )

    def _reworded(
        self, candidate: Candidate, known: Mapping[tuple[int, int], list[Match]]
    ) -> Iterator[tuple[tuple[int, int], Match]]:
        one, other, candidate = self._in_time(candidate)
        a, b = self.texts[one], self.texts[other]
        candidate = _unknown(candidate, b, known.get((one, other), ()))
        if not (_is_apart(candidate) and is_promising(a.key, b.key, candidate)):
            return
        for found in reworded(self.sentences(one), self.sentences(other), candidate):
            passage, spans = Passage(found.pieces), (a.raw(*found.left), b.raw(*found.right))
            yield (one, other), draw(a, b, passage, spans)

    def set_phrases(
        self, known: Mapping[tuple[int, int], list[Match]]
    ) -> Iterator[tuple[tuple[int, int], Match]]:
        """Yield what everyone writes, once for each submission, unless the pair is ``known`` to share it."""
        for number in range(self.shared.standard_shelves):
            for earlier, later, piece in stretches(self.shared.standard.take(number), self.codes):
                match = draw_equal(self.texts[earlier], self.texts[later], piece)
                length = min(match.left.span.length, match.right.span.length)
                there = known.get((earlier, later), ())
                if length >= self.minimum_length and not any(_meet(match, one) for one in there):
                    yield (earlier, later), match

    def _in_time(self, candidate: Candidate) -> tuple[int, int, Candidate]:
        """Return the earlier and the later submission, and the candidate that way round."""
        one, other = candidate.documents
        if self.times[one] <= self.times[other]:
            return one, other, candidate
        return other, one, Candidate((other, one), candidate.right, candidate.left)

    def _holds(self, match: Match, passage: Passage, parts: Sequence[Passage]) -> bool:
        length = min(match.left.span.length, match.right.span.length)
        if length < self.minimum_length and match.similarity == 1.0 and length >= _SHORTEST:
            return is_interleaved(passage, parts)
        return length >= self.minimum_length and match.similarity >= _LEAST_SIMILAR


def _meet(one: Match, other: Match) -> bool:
    return bool(one.left.span.overlap(other.left.span) and one.right.span.overlap(other.right.span))


def _unknown(candidate: Candidate, later: Text, known: Iterable[Match]) -> Candidate:
    """Leave out what lies in known passages, but for a few equal words that may be part of a longer one."""
    outside = np.ones(len(candidate.right), dtype=bool)
    for match in known:
        if match.kind != "near" or match.right.span.length > _FEW_WORDS:
            start, end = later.key.at(match.right.span).tolist()
            outside &= (candidate.right < start) | (candidate.right >= end)
    return Candidate(candidate.documents, candidate.left[outside], candidate.right[outside])


def _is_apart(candidate: Candidate) -> bool:
    """Whether more than one anchor is left."""
    return len(candidate.left) > 1 and int(np.ptp(candidate.left)) >= ANCHOR


def _settle(known: list[Match], match: Match) -> None:
    """Add a reworded passage unless it is known; a few equal words of it that were known give way."""
    over = [one for one in known if one.right.span.overlap(match.right.span)]
    shared = sum(one.right.span.overlap(match.right.span) for one in over)
    if all(one.kind == "near" for one in over) and shared <= _PART * match.right.span.length:
        known[:] = [one for one in known if one not in over]
        known.append(match)
    elif not over:
        known.append(match)


def _related(batch: _Batch, pair: tuple[int, int], matches: list[Match]) -> Iterator[Match]:
    earlier, later = (batch.submissions[number] for number in pair)
    copied = sum(match.right.span.length for match in matches if match.label == "copied")
    relation = relation_of(earlier, later, copied / max(len(later.text), 1))
    return (replace(match, relation=relation) for match in matches)
