"""The whole search: submissions in, matches out.

>>> text = "镇妇联在柳湾渡口办起缝纫班,请县城的老裁缝每逢赶集日来教,学成的姐妹接回校服订单在家门口加工"
>>> one, other = Submission("a", text), Submission("b", "今年" + text.replace("柳湾", "石桥"))
>>> [(match.kind, [(c.old, c.new) for c in match.changes]) for match in find_matches([one, other])]
[('names-changed', [('柳湾', '石桥')])]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from govreport.model import Match, Submission
from govreport.reuse.across.anchors import ANCHOR, anchors
from govreport.reuse.across.candidates import Candidate, candidates
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.links import Seeds, link
from govreport.reuse.across.postings import Asked, collect
from govreport.reuse.across.relation import moment
from govreport.reuse.across.reworded import Sentences
from govreport.reuse.across.sharing import MINIMUM_LENGTH, in_other_words, verbatim, with_relation
from govreport.reuse.across.telling import Telling
from govreport.reuse.across.texts import Text
from govreport.reuse.across.weights import LEAST, is_whole, standard_texts, weigh
from govreport.text.common import common_shingles
from govreport.text.shingles import SHINGLE
from govreport.text.units import unit_key

__all__ = [
    "LARGEST_FOR_REWORDED",
    "LEAST_ANCHORED",
    "LEAST_COVERED",
    "MINIMUM_LENGTH",
    "REORDERED",
    "SAMPLING",
    "find_matches",
    "in_order_of_units",
    "in_reading_order",
    "owner_name",
]

# One shingle in so many is looked at.
SAMPLING = 2
# How many of them shared shingles must cover for two submissions to be compared there.
LEAST_COVERED = 13.0
# And how many anchors.
LEAST_ANCHORED = 2.0 * ANCHOR
# Shingles of so many characters are sorted at once: memory has a bound.
_AT_ONCE = 60_000_000
# Reworded passages are looked for in batches of up to so many characters: beyond, chance leads astray.
LARGEST_FOR_REWORDED = 8_000_000
# How far its parts may have been moved.
REORDERED = 120


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
    texts = tuple(sorted(submissions, key=in_order_of_units))
    if len(texts) < 2:
        return ()
    batch = _Batch(texts, minimum_length, asked)
    found: defaultdict[tuple[int, int], list[Match]] = defaultdict(list)
    found.update(batch.verbatim())
    batch.in_other_words(found)
    related = (with_relation(texts[one], texts[other], those) for (one, other), those in found.items())
    return tuple(sorted((m for matches in related for m in matches), key=in_reading_order))


def in_order_of_units(submission: Submission) -> tuple[str, str, str]:
    """Put the submissions of one unit side by side, so that it counts once."""
    return unit_key(submission.unit) or submission.id, *moment(submission)


def owner_name(submission: Submission) -> str:
    """Return what tells the unit of a submission from others; one of no known unit stands for itself."""
    return unit_key(submission.unit) or f"|{submission.id}"


def in_reading_order(match: Match) -> tuple[object, ...]:
    """Put matches in the order of the later text."""
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
        names = [owner_name(one) for one in self.submissions]
        return np.unique(np.array(names), return_inverse=True)[1].astype(np.int64)

    @cached_property
    def shingles(self) -> tuple[Seeds, Telling]:
        parts = 1 + len(self.codes.values) // _AT_ONCE
        seeds, told, standard = [], [], []
        nothing = np.zeros(len(self.submissions), dtype=np.int64)
        # Reworded passages are weighed by what all submissions share.
        every = self.wanted.all() or len(self.codes.values) <= LARGEST_FOR_REWORDED
        asked = None if every else Asked.of(self.codes, self.wanted)
        for part in range(parts):
            postings = collect(self.codes, SAMPLING, SHINGLE, part, parts, asked)
            weights = weigh(postings, self.units, common_shingles())
            seeds.append(link(postings, weights[postings.group]))
            texts, count = standard_texts(postings, weights, len(self.submissions))
            nothing += count
            standard.append(texts)
            less = np.flatnonzero(weights < 1.0)
            told.append((postings.hashes[less], weights[less]))
        whole = np.where(is_whole(nothing, self.codes.sizes, SAMPLING), LEAST, 0.0)
        seeds += [link(texts, whole[texts.document]) for texts in standard]
        return Seeds.joined(seeds), Telling.of(told, SAMPLING)

    @property
    def telling(self) -> Telling:
        return self.shingles[1]

    def verbatim(self) -> Iterator[tuple[tuple[int, int], list[Match]]]:
        """Yield the passages around equal shingles, of each pair of an earlier and a later submission."""
        seeds, telling = self.shingles
        for candidate in candidates(self._of_asked(seeds), LEAST_COVERED, codes=self.codes):
            one, other, candidate = self._in_time(candidate)
            found = verbatim(self.texts[one], self.texts[other], candidate, telling, self.minimum_length)
            yield (one, other), list(found)

    def in_other_words(self, known: dict[tuple[int, int], list[Match]]) -> None:
        """Add the passages that share rare words only to those of their pair."""
        if not 0 < len(self.codes.values) <= LARGEST_FOR_REWORDED:
            return
        seeds = link(*anchors(self.codes, [submission.text for submission in self.submissions]))
        for candidate in candidates(self._of_asked(seeds), LEAST_ANCHORED, ANCHOR, shift=REORDERED):
            one, other, candidate = self._in_time(candidate)
            same_unit = bool(self.units[one] == self.units[other])
            sides = (self.texts[one], self.sentences[one]), (self.texts[other], self.sentences[other])
            in_other_words(*sides, candidate, known[one, other], same_unit)

    def _of_asked(self, seeds: Seeds) -> Seeds:
        return seeds if self.wanted.all() else seeds.of(self.wanted)

    def _in_time(self, candidate: Candidate) -> tuple[int, int, Candidate]:
        """Return the earlier and the later submission, and the candidate that way round."""
        one, other = candidate.documents
        if moment(self.submissions[one]) <= moment(self.submissions[other]):
            return one, other, candidate
        return other, one, candidate.turned
