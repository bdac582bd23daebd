"""What was changed between two texts of a passage: figures, names or the wording.

Within a piece the Chinese characters are equal, so between two neighbours only figures and Latin letters can
differ; between two pieces everything can.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from govreport.model import Change, Span
from govreport.reuse.across.ends import begins, stops
from govreport.reuse.across.texts import Text
from govreport.reuse.alike.changes import is_name, kind_of_change, patterns
from govreport.reuse.alike.passage import Passage
from govreport.text.characters import fold
from govreport.text.keys import full_places, full_size, full_text
from govreport.text.lexicon import load_table

__all__ = ["Wording", "compare"]

# How much may differ at an end of a reworded passage for the whole sentence to belong to it.
_REST = 14
# A word or two beside many changed names leave it a text with other names.
_SLIGHT = 0.05
_REWORDED = 0.15
# A page number or a gloss between two characters is no longer than this.
_NOISE = 8


@dataclass(frozen=True, slots=True)
class Wording:
    """``kind`` of a match, ``similarity``, what was changed, and the raw ``spans`` that it is told of."""

    kind: str
    similarity: float
    changes: tuple[Change, ...]
    spans: tuple[Span, Span]


def compare(left: Text, right: Text, passage: Passage, whole: tuple[Span, Span] | None = None) -> Wording:
    """Compare the two texts of a passage, and let it end where a sentence or clause ends on both sides.

    Where its raw spans are given as ``whole`` it is a reworded one, and its pieces may be anywhere in them.
    """
    if whole is not None:
        return _reworded(left, right, passage, whole)
    changes = [change for gap in _gaps(left, right, passage) if (change := _change(left, right, *gap))]
    one, other = left.raw(*passage.left), right.raw(*passage.right)
    known = {"name", *(change.kind for change in changes)} - {"wording"}
    rest = _REST if _wording(changes) > _REWORDED * full_size(one.of(left.text)) else 0
    start, there, before = _rest(left, right, begins, (one.start, other.start), known, rest)
    end, also, behind = _rest(left, right, stops, (one.end, other.end), known, rest)
    spans = Span(start, end), Span(there, also)
    found = (*before, *changes, *behind)
    size = _longer(left, right, spans)
    equal = size - sum(max(full_size(change.old), full_size(change.new)) for change in found)
    return Wording(_kind(found, size), round(max(equal, 0) / size, 4), found, spans)


def _reworded(left: Text, right: Text, passage: Passage, whole: tuple[Span, Span]) -> Wording:
    equal = sum(piece.length for piece in passage.pieces)
    return Wording("near", round(equal / max(equal, _longer(left, right, whole)), 4), (), whole)


def _longer(left: Text, right: Text, spans: tuple[Span, Span]) -> int:
    return max(full_size(spans[0].of(left.text)), full_size(spans[1].of(right.text)), 1)


def _rest(
    left: Text,
    right: Text,
    border: Callable[[str, int], list[int]],
    at: tuple[int, int],
    known: Collection[str],
    rest: int,
) -> tuple[int, int, list[Change]]:
    """Return the farthest borders up to which the texts agree well enough, and what differs there."""
    for one, other in zip(border(left.text, at[0]), border(right.text, at[1]), strict=False):
        rests = Span(*sorted((at[0], one))), Span(*sorted((at[1], other)))
        change = _change(left, right, *rests)
        if change is None or change.kind in known or max(r.length for r in rests) <= rest:
            return one, other, [change] if change else []
    return *_over_figures(left.text, right.text, border is begins, *at), []


def _over_figures(one: str, other: str, backwards: bool, at: int, there: int) -> tuple[int, int]:
    """Take in the figures and opening marks right at the end of a passage that stand in both texts."""
    step = -1 if backwards else 1
    look = -1 if backwards else 0
    while 0 <= at + look < len(one) and 0 <= there + look < len(other):
        character = fold(one[at + look])
        if character != fold(other[there + look]) or not (character.isdigit() or character in "%.“‘《("):
            break
        at, there = at + step, there + step
    return at, there


def _kind(changes: Sequence[Change], whole: int) -> str:
    if not changes:
        return "exact"
    kinds = {change.kind for change in changes}
    if _wording(changes) > _SLIGHT * whole or kinds == {"wording"}:
        return "near"
    return "names-changed" if "name" in kinds else "figures-changed"


def _wording(changes: Sequence[Change]) -> int:
    return sum(
        max(full_size(change.old), full_size(change.new)) for change in changes if change.kind == "wording"
    )


def _gaps(left: Text, right: Text, passage: Passage) -> Iterator[tuple[Span, Span]]:
    """Yield the raw stretches between equal characters where the two texts may differ."""
    last = None
    for piece, is_moved in zip(passage.pieces, (True, *passage.jumps), strict=True):
        a = left.key.positions[piece.left : piece.left + piece.length]
        b = right.key.positions[piece.right : piece.right + piece.length]
        ends = int(a[0]), int(a[-1]), int(b[0]), int(b[-1])
        if last is not None and not is_moved and piece.left >= last[2]:
            yield Span(last[0] + 1, ends[0]), Span(last[1] + 1, ends[2])
        if left.text[ends[0] : ends[1]] != right.text[ends[2] : ends[3]]:
            # Where something stands between two characters of the key in either text.
            parted = np.flatnonzero((a[1:] - a[:-1] > 1) | (b[1:] - b[:-1] > 1))
            rows = zip(*(side[parted + n].tolist() for side in (a, b) for n in (0, 1)), strict=True)
            for start, end, there, also in rows:
                if left.text[start + 1 : end] != right.text[there + 1 : also]:
                    yield Span(start + 1, end), Span(there + 1, also)
        last = (ends[1], ends[3], piece.left + piece.length)


def _change(left: Text, right: Text, one: Span, other: Span) -> Change | None:
    """Return what differs between two stretches, None where nothing that counts does."""
    raw = one.of(left.text), other.of(right.text)
    if raw[0] == raw[1] or (old := full_text(raw[0])) == (new := full_text(raw[1])):
        return None
    spans = _tight(one, raw[0]), _tight(other, raw[1])
    behind = _behind(left.text, spans[0].end), _behind(right.text, spans[1].end)
    before = full_text(left.text[max(0, spans[0].start - 4) : spans[0].start])
    kind = None if _is_noise(old, new) else kind_of_change(old, new, before, behind)
    if kind == "wording" and _are_names(left, right, spans, (old, new), before, behind):
        kind = "name"
    if kind is None:
        return None
    if kind == "name":
        spans = _without_count(left, right, spans)
    return Change(kind, spans[0].of(left.text), spans[1].of(right.text), *spans)


def _without_count(left: Text, right: Text, spans: tuple[Span, Span]) -> tuple[Span, Span]:
    """上坞、下坞两村: how many a list names stands behind it in both texts, and belongs to no name."""
    names = spans[0].of(left.text), spans[1].of(right.text)
    ends = len(names[0]), len(names[1])
    some = patterns("figure")["some"]
    while (
        all("、" in name[: end - 1] for name, end in zip(names, ends, strict=True))
        and fold(names[0][ends[0] - 1]) == fold(names[1][ends[1] - 1])
        and some.match(fold(names[0][ends[0] - 1]))
    ):
        ends = ends[0] - 1, ends[1] - 1
    return tuple(Span(one.start, one.start + end) for one, end in zip(spans, ends, strict=True))  # type: ignore[return-value]


def _is_noise(old: str, new: str) -> bool:
    """Whether only one text has something, and that a page number, a gloss or a stroke read as 一."""
    more = old or new
    return (not (old and new) and more.isascii() and len(more) <= _NOISE) or {old, new} == {"", "一"}


def _are_names(
    left: Text,
    right: Text,
    spans: tuple[Span, Span],
    said: tuple[str, str],
    before: str,
    behind: tuple[str, str],
) -> bool:
    """Whether every item of a list joined by 、 is another name, or holds that of the other unit."""
    raw = spans[0].of(left.text), spans[1].of(right.text)
    if "、" not in raw[0] and not _hold_stems(left, right, *said):
        # One item: what it is was looked at before.
        return False
    lists = _items(raw[0]), _items(raw[1])
    if (
        len(lists[0]) != len(lists[1])
        or max(map(len, (*lists[0], *lists[1]))) > load_table("reuse")["name"]["longest"]
    ):
        return False
    for number, (old, new) in enumerate(zip(*lists, strict=True), 1):
        here = behind if number == len(lists[0]) else ("", "")
        stems = _hold_stems(left, right, old, new)
        if not (
            old and new and (old == new or stems or is_name(old, new, before if number == 1 else "", here))
        ):
            return False
    return True


def _hold_stems(left: Text, right: Text, old: str, new: str) -> bool:
    return bool(left.stem and left.stem in old and right.stem and right.stem in new)


def _items(text: str) -> list[str]:
    return [full_text(item) for item in text.split("、")]


def _tight(span: Span, text: str) -> Span:
    """Leave out punctuation at the ends of a span of the text."""
    counted = full_places(text)
    if not counted:
        return Span(span.start, span.start)
    return Span(span.start + counted[0], span.start + counted[-1] + 1)


def _behind(text: str, end: int) -> str:
    return full_text(text[end : end + 8])
