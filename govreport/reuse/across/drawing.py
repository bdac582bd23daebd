"""From a passage of two keys to the match that users see: raw spans, what was changed, and what it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from govreport.model import Match, Place, Run, Span, Submission
from govreport.reuse.across.passages import Passage
from govreport.reuse.across.wording import Side, compare
from govreport.text.align import Piece
from govreport.text.keys import Key, comparison_key
from govreport.text.quotations import quotations
from govreport.text.units import unit_stem

__all__ = ["Text", "draw"]

# How much of a passage must be quoted for it to be a quotation.
_QUOTED = 0.6
# So few equal characters in another line are chance.
_SCRAP = 12


@dataclass(frozen=True)
class Text:
    """A submission with its key; what is drawn from it is computed once."""

    submission: Submission

    @cached_property
    def key(self) -> Key:
        """The key that it is compared by."""
        return comparison_key(self.submission.text)

    @cached_property
    def side(self) -> Side:
        """What is needed to compare its wording."""
        return Side(self.submission.text, self.key, unit_stem(self.submission.unit))

    @cached_property
    def quoted(self) -> list[tuple[int, int]]:
        """Where it quotes."""
        return quotations(self.submission.text)

    def between(self, end: int, start: int) -> str:
        """Return the raw text between two places of the key: after ``end`` and before ``start``."""
        if not 0 < end <= start < len(self.key):
            return ""
        return self.submission.text[int(self.key.positions[end - 1]) + 1 : int(self.key.positions[start])]

    def raw(self, start: int, end: int) -> Span:
        """Return the raw span of a stretch of the key."""
        return Span(int(self.key.positions[start]), int(self.key.positions[end - 1]) + 1)


def draw(left: Text, right: Text, passage: Passage, whole: tuple[Span, Span] | None = None) -> Match:
    """Return the match of a passage, not labelled but for quotations, without relation.

    ``whole`` are its raw spans where they are known; otherwise it ends with the sentence or clause in which
    the texts agree.
    """
    if whole is None:
        passage = _without_scraps(left, right, passage)
    wording = compare(left.side, right.side, passage, whole)
    runs = tuple(_run(left, right, piece) for piece in passage.pieces)
    places = [
        Place(text.submission.id, span) for text, span in zip((left, right), wording.spans, strict=True)
    ]
    label = "quotation" if _is_quoted(left, runs, 0) or _is_quoted(right, runs, 1) else "copied"
    changes = tuple(change for change in wording.changes if change.kind != "wording")
    return Match(places[0], places[1], wording.similarity, wording.kind, changes, runs, "", label)


def _without_scraps(left: Text, right: Text, passage: Passage) -> Passage:
    """Leave out a few equal characters at an end that another line holds: a title, the next heading."""
    pieces = passage.pieces
    for first in range(1, len(pieces)):
        if sum(piece.length for piece in pieces[:first]) >= _SCRAP:
            break
        if _is_another_line(left, right, pieces[first - 1], pieces[first]):
            return _without_scraps(left, right, Passage(pieces[first:]))
    for last in range(len(pieces) - 1, 0, -1):
        if sum(piece.length for piece in pieces[last:]) >= _SCRAP:
            break
        if _is_another_line(left, right, pieces[last - 1], pieces[last]):
            return _without_scraps(left, right, Passage(pieces[:last]))
    return passage


def _is_another_line(left: Text, right: Text, one: Piece, other: Piece) -> bool:
    """Whether the texts differ between two pieces, and a line ends there."""
    gaps = (one.left + one.length, other.left), (one.right + one.length, other.right)
    spans = [text.between(*gap) for text, gap in zip((left, right), gaps, strict=True)]
    differs = any(end > start for start, end in gaps)
    return differs and any("\n" in span for span in spans)


def _run(left: Text, right: Text, piece: Piece) -> Run:
    return Run(
        left.raw(piece.left, piece.left + piece.length), right.raw(piece.right, piece.right + piece.length)
    )


def _is_quoted(text: Text, runs: tuple[Run, ...], side: int) -> bool:
    spans = [run[side] for run in runs]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    near = [Span(*quote) for quote in text.quoted if quote[0] < end and quote[1] > start]
    inside = sum(span.overlap(quote) for span in spans for quote in near)
    return inside >= _QUOTED * sum(span.length for span in spans)
