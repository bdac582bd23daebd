"""From a passage of two keys to the match that users see: raw spans, what was changed, and what it is."""

from __future__ import annotations

from dataclasses import replace

from govreport.model import Match, Place, Run, Span
from govreport.reuse.across.texts import Text
from govreport.reuse.across.wording import compare
from govreport.reuse.alike.passage import Passage
from govreport.text.align import Piece
from govreport.text.characters import CLOSING, SENTENCE_END, fold

__all__ = ["draw", "draw_equal", "draw_whole"]

# How much of a passage must be quoted for it to be a quotation.
_QUOTED = 0.6
# A full stop and a closing mark behind it.
_MARKS = 2


def draw(left: Text, right: Text, passage: Passage, whole: tuple[Span, Span] | None = None) -> Match:
    """Return the match of a passage, not labelled but for quotations, without relation.

    ``whole`` are its raw spans where they are known; otherwise it ends with the sentence or clause in which
    the texts agree.
    """
    wording = compare(left, right, passage, whole)
    runs = tuple(_run(left, right, piece) for piece in passage.pieces)
    places = [
        Place(text.submission.id, span) for text, span in zip((left, right), wording.spans, strict=True)
    ]
    changes = tuple(change for change in wording.changes if change.kind != "wording")
    return Match(
        places[0], places[1], wording.similarity, wording.kind, changes, runs, "", _label(left, right, runs)
    )


def _label(left: Text, right: Text, runs: tuple[Run, ...]) -> str:
    """Return ``quotation`` where one side quotes, ``set-phrase`` where both follow a form."""
    if _is_within(left.quoted, runs, 0) or _is_within(right.quoted, runs, 1):
        return "quotation"
    is_form = _is_within(left.formal, runs, 0) and _is_within(right.formal, runs, 1)
    return "set-phrase" if is_form else "copied"


def draw_whole(left: Text, right: Text) -> Match:
    """Return the match of two submissions of one text: thousands of them need no closer look."""
    text = left.text
    span = Span(len(text) - len(text.lstrip()), len(text.rstrip()))
    places = [Place(side.submission.id, span) for side in (left, right)]
    return Match(places[0], places[1], 1.0, "exact", (), (Run(span, span),), "", "copied")


def draw_equal(left: Text, right: Text, piece: Piece) -> Match:
    """Return the match of a set phrase that is equal on both sides, with the mark that ends it.

    Figures are not compared when it is found: where they differ, what was changed is told.
    """
    run = _run(left, right, piece)
    ends = [run.left.end, run.right.end]
    for _ in range(_MARKS):
        mark = left.text[ends[0] : ends[0] + 1]
        if (
            mark
            and mark == right.text[ends[1] : ends[1] + 1]
            and (fold(mark) or "_") in SENTENCE_END + CLOSING
        ):
            ends = [end + 1 for end in ends]
    spans = Span(run.left.start, ends[0]), Span(run.right.start, ends[1])
    places = [Place(text.submission.id, span) for text, span in zip((left, right), spans, strict=True)]
    is_quoted = _is_within(left.quoted, (run,), 0) or _is_within(right.quoted, (run,), 1)
    label = "quotation" if is_quoted else "set-phrase"
    said = run.left.of(left.text), run.right.of(right.text)
    if said[0] != said[1] and _figures(said[0]) != _figures(said[1]):
        return replace(draw(left, right, Passage((piece,))), label=label)
    return Match(places[0], places[1], 1.0, "exact", (), (run,), "", label)


def _figures(text: str) -> list[str]:
    return [character for character in text if character.isnumeric()]


def _run(left: Text, right: Text, piece: Piece) -> Run:
    return Run(
        left.raw(piece.left, piece.left + piece.length), right.raw(piece.right, piece.right + piece.length)
    )


def _is_within(stretches: list[tuple[int, int]], runs: tuple[Run, ...], side: int) -> bool:
    """Whether the most part of the runs lies in some stretches of the raw text."""
    if not stretches:
        return False
    spans = [run[side] for run in runs]
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    near = [Span(*one) for one in stretches if one[0] < end and one[1] > start]
    if not near:
        return False
    inside = sum(span.overlap(one) for span in spans for one in near)
    return inside >= _QUOTED * sum(span.length for span in spans)
