"""Text that stands more than once: in one report, or in several."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from govreport.model.follow import FollowUp
from govreport.model.revision import Revision
from govreport.model.span import Span
from govreport.model.submission import Submission

# Rules that need other texts, or the unit's report of another year, by why they can tell nothing.
UNTOLD = {
    "alone": ("copied-passage", "foreign-name"),
    "no-other-year": ("own-earlier-reused", "commitment-not-mentioned"),
}


class Run(NamedTuple):
    """Two stretches that say the same, aligned."""

    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class DuplicateBlock:
    """A maximal block that occurs more than once in one report; ``spans[0]`` is the original.

    ``length`` is that of the original in code points; ``runs[i]`` aligns ``spans[0]`` with
    ``spans[i + 1]``, and is empty where the copy says it in other words: then none of its places has an
    original of its own. ``similarity`` is the share of equal characters, 1.0 for ``exact``.
    """

    spans: tuple[Span, ...]
    length: int
    kind: str
    similarity: float
    runs: tuple[tuple[Run, ...], ...]

    def original_of(self, span: Span) -> Span | None:
        """Return where the original of ``span`` stands, None where ``span`` lies in no copy."""
        for copy, runs in zip(self.spans[1:], self.runs, strict=True):
            if runs and copy.covers(span):
                return Span(_mapped(runs, span.start), _mapped(runs, span.end))
        return None


# How many copies back one is looked for that covers a place: copies of a report hardly overlap.
_NEAR = 16


class Copies:
    """The copies of all blocks of one report, in order, so that a place is looked up and not searched for."""

    def __init__(self, blocks: Iterable[DuplicateBlock]) -> None:
        found = [
            (copy, runs)
            for block in blocks
            for copy, runs in zip(block.spans[1:], block.runs, strict=True)
            if runs
        ]
        self._copies = sorted(found, key=lambda pair: pair[0].start)

    def original_of(self, span: Span) -> Span | None:
        """Return where the original of ``span`` stands, None where ``span`` lies in no copy."""
        place = bisect_right(self._copies, span.start, key=lambda pair: pair[0].start)
        for copy, runs in reversed(self._copies[max(0, place - _NEAR) : place]):
            if copy.covers(span):
                return Span(_mapped(runs, span.start), _mapped(runs, span.end))
        return None


def _mapped(runs: tuple[Run, ...], position: int) -> int:
    """Carry a position of the copy over to the original, clamped to the nearest aligned run."""
    last = runs[0].left.start
    for left, right in runs:
        if position < right.start:
            return last
        if position <= right.end:
            return min(left.start + position - right.start, left.end)
        last = left.end
    return last


RELATIONS = ("other-unit", "own-earlier", "same-batch", "revision", "reference", "subordinate")
LABELS = ("copied", "set-phrase", "quotation")


class Place(NamedTuple):
    """A stretch of one document, in code points of its text."""

    document_id: str
    span: Span


class Change(NamedTuple):
    """What stands otherwise in the later text: ``kind`` is ``figure`` or ``name``.

    Other words are no changes: the match is of the kind ``near`` and its runs show what is equal.
    """

    kind: str
    old: str
    new: str
    left: Span
    right: Span


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of one submission that stands in another one as well.

    ``left`` is in the earlier text where dates tell, ``right`` in the later one: an order in time and no
    verdict. ``runs`` align them piece by piece in the order of ``right``; ``similarity`` is the share of
    equal characters (figures and Latin letters included, punctuation not).
    """

    left: Place
    right: Place
    similarity: float
    kind: str
    changes: tuple[Change, ...]
    runs: tuple[Run, ...]
    relation: str
    label: str

    @property
    def documents(self) -> tuple[str, str]:
        """The ids of the two documents."""
        return self.left.document_id, self.right.document_id

    @property
    def turned(self) -> Match:
        """The same match seen from the other side."""
        changes = (Change(c.kind, c.new, c.old, c.right, c.left) for c in self.changes)
        runs = sorted((Run(run.right, run.left) for run in self.runs), key=lambda run: (run.right, run.left))
        return replace(self, left=self.right, right=self.left, changes=tuple(changes), runs=tuple(runs))


@dataclass(frozen=True, slots=True)
class Group:
    """Passages of several submissions that are one text: each member shares it with another one.

    ``members`` are in order of time where dates tell; ``earliest`` is the first of them, None where two are
    of the same time and no date tells which was first.
    """

    members: tuple[Place, ...]
    earliest: Place | None

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its documents, each once."""
        return tuple(dict.fromkeys(member.document_id for member in self.members))


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much of a submission stands in others: shares of its ``characters``, white space not counted.

    ``total`` counts all that is shared; ``copied`` leaves out set phrases, quotations, references and
    revisions; ``others`` the unit's own earlier reports as well; ``largest`` is the share of the one source
    with most, ``source`` its id. ``sections`` gives ``copied`` for each section, by its id.
    """

    document_id: str
    characters: int
    total: float
    copied: float
    others: float
    largest: float
    source: str | None
    sections: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the submissions of a batch have in common, with each other, earlier ones and references."""

    matches: tuple[Match, ...] = ()
    groups: tuple[Group, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    submissions: Mapping[str, Submission] = field(default_factory=dict)
    follow_ups: tuple[tuple[str, str, FollowUp], ...] = ()
    """What became of commitments, each with the ids of the earlier and the later document."""
    untold: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Why some rules could tell nothing of a document, by its id: keys of ``UNTOLD``."""
    revisions: tuple[Revision, ...] = ()
    """Reports that were handed in again, each with the version before it."""
