"""The whole search: submissions in, matches out.

>>> text = "镇妇联在柳湾渡口办起缝纫班,请县城的老裁缝每逢赶集日来教,学成的姐妹接回校服订单在家门口加工"
>>> one, other = Submission("a", text), Submission("b", "今年" + text.replace("柳湾", "石桥"))
>>> [(match.kind, [(c.old, c.new) for c in match.changes]) for match in find_matches([one, other])]
[('names-changed', [('柳湾', '石桥')])]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from govreport.model import Match, Submission
from govreport.reuse.across.anchors import ANCHOR, anchors
from govreport.reuse.across.candidates import Candidate, candidates
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.cutting import cut
from govreport.reuse.across.drawing import draw, draw_whole
from govreport.reuse.across.links import Seeds, link
from govreport.reuse.across.passages import Passage, passages
from govreport.reuse.across.postings import Asked, collect
from govreport.reuse.across.relation import moment, relation_of
from govreport.reuse.across.reworded import Sentences, is_promising, reworded
from govreport.reuse.across.telling import Telling
from govreport.reuse.across.texts import Text
from govreport.reuse.across.weights import each_weight, weigh
from govreport.text.common import common_shingles
from govreport.text.shingles import SHINGLE
from govreport.text.units import unit_key

__all__ = ["MINIMUM_LENGTH", "find_matches"]

MINIMUM_LENGTH = 30
# One shingle in so many is looked at.
_SAMPLING = 2
# How many characters of a passage must tell where it comes from.
_LEAST_TELLING = 14.0
# How many of them shared shingles must cover for two submissions to be compared there.
_LEAST_COVERED = 13.0
# Shingles of so many characters are sorted at once: memory has a bound.
_AT_ONCE = 60_000_000
_LEAST_SIMILAR = 0.35
# Reworded passages are looked for in batches of up to so many characters: beyond, chance leads astray.
_LARGEST_FOR_REWORDED = 8_000_000
# How far its parts may have been moved.
_REORDERED = 120
# What is known in equal words and shorter than this may be part of a reworded passage.
_FEW_WORDS = 90
# What a reworded passage may share with one found by equal shingles and take its place.
_PART = 0.7


def find_matches(
    submissions: Iterable[Submission],
    *,
    minimum_length: int = MINIMUM_LENGTH,
    asked: Collection[str] | None = None,
) -> tuple[Match, ...]:
    """Return the passages that two submissions share, in the order of the later text.

    Where ``asked`` is given only matches that one of these submissions, by id, is part of are looked for: the
    same that the whole search finds of them. Time and memory grow with the length of all texts together and
    with the number of matches.
    """
    texts = tuple(sorted(submissions, key=_by_unit))
    if len(texts) < 2:
        return ()
    batch = _Batch(texts, minimum_length, asked)
    found: defaultdict[tuple[int, int], list[Match]] = defaultdict(list)
    for pair, match in batch.verbatim():
        found[pair].append(match)
    for pair, match in batch.in_other_words(found):
        _settle(found[pair], match)
    related = (_related(batch, pair, matches) for pair, matches in found.items())
    return tuple(sorted((m for matches in related for m in matches), key=_in_reading_order))


def _by_unit(submission: Submission) -> tuple[str, str, str]:
    """Put the submissions of one unit side by side, so that it counts once."""
    return unit_key(submission.unit) or submission.id, *moment(submission)


def _in_reading_order(match: Match) -> tuple[object, ...]:
    return match.right.document_id, match.right.span, match.left.document_id, match.left.span


@dataclass(frozen=True)
class _Batch:
    submissions: Sequence[Submission]
    minimum_length: int
    asked: Collection[str] | None = None

    @cached_property
    def wanted(self) -> NDArray[np.bool_]:
        """Which submissions are asked about."""
        asked = self.asked
        return np.array([asked is None or one.id in asked for one in self.submissions], dtype=bool)

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        return tuple(Text(submission) for submission in self.submissions)

    @cached_property
    def codes(self) -> Codes:
        return Codes.of([submission.text for submission in self.submissions])

    @cached_property
    def sentences(self) -> tuple[Sentences, ...]:
        return tuple(Sentences(text.text, text.key, self.telling) for text in self.texts)

    @cached_property
    def units(self) -> NDArray[np.int64]:
        names = [unit_key(one.unit) or f"|{one.id}" for one in self.submissions]
        return np.unique(np.array(names), return_inverse=True)[1].astype(np.int64)

    @cached_property
    def shingles(self) -> tuple[Seeds, Telling]:
        parts = 1 + len(self.codes.values) // _AT_ONCE
        seeds, told = [], []
        # Reworded passages are weighed by what all submissions share.
        every = self.wanted.all() or len(self.codes.values) <= _LARGEST_FOR_REWORDED
        asked = None if every else Asked.of(self.codes, self.wanted)
        for part in range(parts):
            postings = collect(self.codes, _SAMPLING, SHINGLE, part, parts, asked)
            weights = weigh(postings, self.units, common_shingles())
            seeds.append(link(postings, each_weight(postings, weights, self.codes.sizes, _SAMPLING)))
            less = np.flatnonzero(weights < 1.0)
            told.append((postings.hashes[less], weights[less]))
        return Seeds.joined(seeds), Telling.of(told, _SAMPLING)

    @property
    def telling(self) -> Telling:
        return self.shingles[1]

    def verbatim(self) -> Iterator[tuple[tuple[int, int], Match]]:
        """Yield the passages around equal shingles."""
        seeds, telling = self.shingles
        for candidate in candidates(self._of_asked(seeds), _LEAST_COVERED, codes=self.codes):
            one, other, candidate = self._in_time(candidate)
            a, b = self.texts[one], self.texts[other]
            if a.text == b.text:
                yield (one, other), draw_whole(a, b)
                continue
            whole = passages(a.key.text, b.key.text, candidate.left, candidate.right)
            for passage in chain.from_iterable(cut(a, b, each) for each in whole):
                match = draw(a, b, passage)
                if self._holds(match):
                    told = telling.tells(a.key, passage, _LEAST_TELLING)
                    label = match.label if told or match.label == "quotation" else "set-phrase"
                    yield (one, other), replace(match, label=label)

    def in_other_words(
        self, known: Mapping[tuple[int, int], list[Match]]
    ) -> Iterator[tuple[tuple[int, int], Match]]:
        """Yield the passages that share rare words only; what is ``known`` need not be found again."""
        if not 0 < len(self.codes.values) <= _LARGEST_FOR_REWORDED:
            return
        seeds = link(*anchors(self.codes, [submission.text for submission in self.submissions]))
        for candidate in candidates(self._of_asked(seeds), 2 * ANCHOR, ANCHOR, shift=_REORDERED):
            one, other, candidate = self._in_time(candidate)
            a, b = self.texts[one], self.texts[other]
            candidate = _unknown(candidate, b, known.get((one, other), ()))
            if not (_is_apart(candidate) and is_promising(a.key, b.key, candidate)):
                continue
            same_unit = bool(self.units[one] == self.units[other])
            for found in reworded(self.sentences[one], self.sentences[other], candidate, same_unit):
                yield (
                    (one, other),
                    draw(a, b, Passage(found.pieces), (a.raw(*found.left), b.raw(*found.right))),
                )

    def _of_asked(self, seeds: Seeds) -> Seeds:
        return seeds if self.wanted.all() else seeds.of(self.wanted)

    def _in_time(self, candidate: Candidate) -> tuple[int, int, Candidate]:
        """Return the earlier and the later submission, and the candidate that way round."""
        one, other = candidate.documents
        if moment(self.submissions[one]) <= moment(self.submissions[other]):
            return one, other, candidate
        return other, one, Candidate((other, one), candidate.right, candidate.left)

    def _holds(self, match: Match) -> bool:
        length = min(match.left.span.length, match.right.span.length)
        return length >= self.minimum_length and match.similarity >= _LEAST_SIMILAR


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
