"""From passages that begin behind a semicolon to whole sentences, where the rest is said again too."""

from __future__ import annotations

import re

from govreport.model import Span

__all__ = ["whole_sentences"]

_OPENS = re.compile(r"(?:(?<=[。！？!?\n])|\A)[^。！？!?\n]*\Z")
_CLOSES = re.compile(r"[^。！？!?\n]*[。！？!?]?")
# No more than this is taken in at an end.
_LONGEST = 80
_FIGURE = re.compile(r"(?<!\d)\d{1,12}(?:\.\d{1,6})?[\u4e00-\u9fff%％]")


def whole_sentences(text: str, one: Span, other: Span) -> tuple[Span, Span]:
    """Return both up to where their sentences begin and end, if these parts share a figure or a word.

    >>> text = "请保洁员6人，扫河沟；改造旱厕74座。雇清洁工6人，扫河沟；旱厕改好74座。"
    >>> [span.of(text) for span in whole_sentences(text, Span(11, 18), Span(30, 37))]
    ['请保洁员6人，扫河沟；改造旱厕74座。', '雇清洁工6人，扫河沟；旱厕改好74座。']
    """
    starts = [_before(text, span.start) for span in (one, other)]
    if not _alike(text[starts[0] : one.start], text[starts[1] : other.start]) or starts[1] < one.end:
        starts = [one.start, other.start]
    ends = [_behind(text, span.end) for span in (one, other)]
    if not _alike(text[one.end : ends[0]], text[other.end : ends[1]]) or ends[0] > starts[1]:
        ends = [one.end + (text[one.end : one.end + 1] in "。！？!?"), other.end]
        ends[1] += text[other.end : other.end + 1] in "。！？!?"
    return Span(starts[0], min(ends[0], len(text))), Span(starts[1], min(ends[1], len(text)))


def _before(text: str, place: int) -> int:
    first = max(0, place - _LONGEST)
    found = _OPENS.search(text, first, place)
    return found.start() if found else place


def _behind(text: str, place: int) -> int:
    found = _CLOSES.match(text, place, place + _LONGEST)
    return found.end() if found else place


def _alike(one: str, other: str) -> bool:
    """Whether both share a figure or two characters in a row, or both are a mark or nothing."""
    if len(one) <= 1 or len(other) <= 1:
        return len(one) <= 1 and len(other) <= 1
    pairs = [{said[i : i + 2] for i in range(len(said) - 1)} for said in (one, other)]
    return bool(pairs[0] & pairs[1]) or bool(set(_FIGURE.findall(one)) & set(_FIGURE.findall(other)))
