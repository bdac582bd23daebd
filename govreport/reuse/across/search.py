"""The whole search: submissions in, matches out.

>>> text = "镇妇联在柳湾渡口办起缝纫班,请县城的老裁缝每逢赶集日来教,学成的姐妹接回校服订单在家门口加工"
>>> one, other = Submission("a", text), Submission("b", "今年" + text.replace("柳湾", "石桥"))
>>> [(match.kind, [(c.old, c.new) for c in match.changes]) for match in find_matches([one, other])]
[('names-changed', [('柳湾', '石桥')])]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

import numpy as np
from numpy.typing import NDArray

from govreport.model import Match, Submission
from govreport.reuse.across.anchors import ANCHOR, anchors
from govreport.reuse.across.beside import Beside
from govreport.reuse.across.candidates import candidates
from govreport.reuse.across.codes import Codes
from govreport.reuse.across.postings import Asked
from govreport.reuse.across.room import MEMORY, Room
from govreport.reuse.across.shared import Shared, share
from govreport.reuse.across.sharing import (
    LEAST_ANCHORED,
    LEAST_COVERED,
    LEAST_TOGETHER,
    MINIMUM_LENGTH,
    REORDERED,
    in_other_words,
    is_apart,
    set_phrase,
    verbatim,
    with_relation,
)
from govreport.reuse.across.standard import stretches
from govreport.reuse.across.texts import Texts
from govreport.reuse.across.twins import with_twins, without_twins
from govreport.reuse.alike.candidate import Candidate
from govreport.reuse.alike.sentences import Sentences
from govreport.reuse.alike.telling import Telling
from govreport.text.collector import collector_at_rest
from govreport.text.units import unit_key

__all__ = [
    "MINIMUM_LENGTH",
    "find_matches",
    "found_beside",
    "in_order_of_units",
    "in_reading_order",
    "owner_name",
]

# For so many bytes of memory one character of the texts that were looked at last is held, with what of it.
_TEXTS = 64
# The sentences of so many submissions are kept.
_SENTENCES = 1000


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
    alone, twins = without_twins(sorted(submissions, key=in_order_of_units))
    matches: list[Match] = []
    if len(alone) > 1:
        wanted = None if asked is None else {*asked, *(one.first.id for one in twins if one.has(asked))}
        with Room(memory) as room:
            matches = _Batch(alone, minimum_length, wanted, room).matches()
    if twins:
        matches = list(with_twins(matches, alone, twins, asked))
    return tuple(sorted(matches, key=in_reading_order))


def found_beside(
    submissions: Sequence[Submission], asked: Collection[str], found: Beside, room: Room
) -> list[Match]:
    """Return the matches, in no order, of submissions of which an index has told what they share.

    They come in the order of units, and are those that ``found.numbers`` numbers.
    """
    return _Batch(submissions, MINIMUM_LENGTH, asked, room, found).matches()


def in_order_of_units(submission: Submission) -> tuple[str, str, str]:
    """Put the submissions of one unit side by side, so that it counts once."""
    return unit_key(submission.unit) or submission.id, *submission.moment


def owner_name(submission: Submission) -> str:
    """Return the name of the unit; a submission of no known unit is one of its own."""
    return unit_key(submission.unit) or f"|{submission.id}"


def in_reading_order(match: Match) -> tuple[object, ...]:
    """Put matches in the order of the later text."""
    return match.right.document_id, match.right.span, match.left.document_id, match.left.span


_Found = defaultdict[tuple[int, int], list[Match]]


@dataclass(frozen=True)
class _Batch:
    submissions: Sequence[Submission]
    minimum_length: int
    asked: Collection[str] | None
    room: Room
    beside: Beside | None = None

    def matches(self) -> list[Match]:
        """Return what is shared, in no order."""
        found: _Found = defaultdict(list)
        with collector_at_rest():
            self.verbatim(found)
            self.in_other_words(found)
            self.set_phrases(found)
            every = self.submissions
            sides = ((every[one], every[other], those) for (one, other), those in found.items())
            return [match for each in sides for match in with_relation(*each)]

    @cached_property
    def wanted(self) -> NDArray[np.bool_]:
        """Which submissions are asked about."""
        asked = self.asked
        return np.array([asked is None or one.id in asked for one in self.submissions], dtype=bool)

    @cached_property
    def texts(self) -> Texts:
        return Texts(self.submissions, self.room.memory // _TEXTS)

    @cached_property
    def codes(self) -> Codes:
        return Codes.of([submission.text for submission in self.submissions])

    @cached_property
    def units(self) -> NDArray[np.int64]:
        names = [owner_name(one) for one in self.submissions]
        return np.unique(np.array(names), return_inverse=True)[1].astype(np.int64)

    @cached_property
    def times(self) -> NDArray[np.int64]:
        """The rank of each submission in the order of time."""
        order = sorted(range(len(self.submissions)), key=lambda n: self.submissions[n].moment)
        ranks = np.empty(len(order), dtype=np.int64)
        ranks[order] = np.arange(len(order))
        return ranks

    @cached_property
    def shared(self) -> Shared:
        if self.beside is not None:
            return self.beside.shared
        asked = None
        if not self.wanted.all():
            # Reworded passages are weighed by what all submissions share with either side.
            looked_at = self.wanted.copy()
            looked_at[[number for one in self.anchored for number in one.documents]] = True
            asked = Asked.of(self.codes, looked_at)
        return share(self.codes, self.units, self.times, self.wanted, asked, self.room)

    @property
    def telling(self) -> Telling:
        return self.shared.telling

    def verbatim(self, found: _Found) -> None:
        """Add the passages around equal shingles."""
        for number in range(self.shared.seeds.number):
            seeds = self.shared.seeds.take(number)
            for candidate in candidates(seeds, LEAST_COVERED, codes=self.codes, together=LEAST_TOGETHER):
                one, other, candidate = self._in_time(candidate)
                sides = self.texts[one], self.texts[other]
                same_unit = bool(self.units[one] == self.units[other])
                for match in verbatim(*sides, candidate, self.telling, same_unit, self.minimum_length):
                    found[one, other].append(match)

    def in_other_words(self, found: _Found) -> None:
        """Add the passages that share rare words only."""
        is_whole = self.beside is None and self.wanted.all()
        for candidate in self._anchored() if is_whole else self.anchored:
            one, other, candidate = self._in_time(candidate)
            sides = self.texts[one], self.texts[other]
            sentences = partial(self.sentences, one), partial(self.sentences, other)
            those = found.get((one, other), [])
            in_other_words(*sides, candidate, those, sentences)
            if those:
                found[one, other] = those

    @cached_property
    def anchored(self) -> tuple[Candidate, ...]:
        """The pairs in which one is asked about that share anchors."""
        return tuple(self._anchored()) if self.beside is None else self.beside.anchored

    def _anchored(self) -> Iterator[Candidate]:
        if not len(self.codes.values):
            return
        texts = [submission.text for submission in self.submissions]
        seeds = anchors(self.codes, texts, self.wanted, self.room)
        for number in range(seeds.number):
            for candidate in candidates(seeds.take(number), LEAST_ANCHORED, ANCHOR, shift=REORDERED):
                one, other = candidate.documents
                if is_apart(candidate, bool(self.units[one] == self.units[other])):
                    yield candidate

    @cached_property
    def sentences(self) -> Callable[[int], Sentences]:
        """The sentences of a submission by its number; those of the last are kept."""
        return lru_cache(_SENTENCES)(
            lambda number: Sentences(self.texts[number].text, self.texts[number].key, self.telling)
        )

    def set_phrases(self, found: _Found) -> None:
        """Add what everyone writes, once for each submission, unless the pair is known to share it."""
        for number in range(self.shared.standard_shelves):
            for earlier, later, piece in stretches(self.shared.standard.take(number), self.codes):
                sides = self.texts[earlier], self.texts[later]
                there = found.get((earlier, later), ())
                for match in set_phrase(*sides, piece, there, self.minimum_length):
                    found[earlier, later].append(match)

    def _in_time(self, candidate: Candidate) -> tuple[int, int, Candidate]:
        """Return the earlier and the later submission, and the candidate that way round."""
        one, other = candidate.documents
        if self.times[one] <= self.times[other]:
            return one, other, candidate
        return other, one, candidate.turned
