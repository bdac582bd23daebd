"""Texts with inline marks: the format in which gold is written, read and mended by a person.

``⟦name words|text⟧`` marks a stretch, and marks may stand in one another; ``⟦name words⟧`` marks a place;
``⟦dup a⟧ … ⟦/dup a⟧`` marks a stretch that may cross others; ``⟦paste a⟧`` repeats that stretch with all
its marks. Without its marks the text is exactly what was submitted.

>>> marked = parse_marked("⟦1 plan @rights-protection|一、‖加强普法⟧宣传法律。")
>>> marked.text, marked.marks[0].name, marked.marks[0].span, marked.marks[0].split
('一、加强普法宣传法律。', '1', Span(start=0, end=6), 2)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from govreport.errors import InputError
from govreport.model import Span

_TOKEN = re.compile(r"⟦(?P<close>/?)(?P<head>[^⟦⟧|‖]*)(?P<bar>\||⟧)|(?P<end>⟧)|(?P<split>‖)")
_PASTE = re.compile(r"⟦paste (\w+)⟧")
_MOST_PASTES = 20
# Stretches that may cross others: they are closed by their name.
_CROSSING = ("dup", "copy", "alike")


@dataclass(slots=True)
class Mark:
    """One mark: ``name`` and ``words`` from its head, ``split`` where ``‖`` stands, ``depth`` of nesting."""

    name: str
    words: tuple[str, ...]
    start: int
    end: int
    depth: int
    split: int | None = None

    @property
    def span(self) -> Span:
        """What it marks; empty for a place."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Marked:
    """A text without its marks, and the marks in reading order, outer before inner."""

    text: str
    marks: tuple[Mark, ...]

    def named(self, *names: str) -> list[Mark]:
        """Return the marks of these names."""
        return [mark for mark in self.marks if mark.name in names]


def parse_marked(source: str, path: str | None = None) -> Marked:
    """Return text and marks; InputError tells the line of a mark that is not closed or never opened."""
    return _Parser(_with_pastes(source, path), path).parsed()


class _Parser:
    """The marks so far, those still open (``nested``, or ``crossing`` others), and how long the text is."""

    def __init__(self, source: str, path: str | None) -> None:
        self._source, self._path = source, path
        self._marks: list[Mark] = []
        self._nested: list[Mark] = []
        self._crossing: dict[tuple[str, ...], Mark] = {}
        self._length = 0

    def parsed(self) -> Marked:
        """Return the text without its marks, and the marks."""
        pieces: list[str] = []
        position = 0
        for token in _TOKEN.finditer(self._source):
            pieces.append(self._source[position : token.start()])
            self._length += len(pieces[-1])
            position = token.end()
            self._take(token)
        if self._nested or self._crossing:
            name = self._nested[-1].name if self._nested else " ".join(next(iter(self._crossing)))
            raise self._wrong(len(self._source), f"the mark {name!r} is never closed")
        return Marked("".join([*pieces, self._source[position:]]), tuple(self._marks))

    def _take(self, token: re.Match[str]) -> None:
        if token["split"]:
            self._innermost(token, "‖ stands outside a mark").split = self._length
        elif token["end"]:
            self._innermost(token, "⟧ closes nothing").end = self._length
            self._nested.pop()
        elif not token["head"].split():
            raise self._wrong(token.start(), "a mark has no name")
        elif token["close"]:
            self._close(token)
        else:
            self._open(token)

    def _innermost(self, token: re.Match[str], why: str) -> Mark:
        if not self._nested:
            raise self._wrong(token.start(), why)
        return self._nested[-1]

    def _open(self, token: re.Match[str]) -> None:
        name, *words = token["head"].split()
        mark = Mark(name, tuple(words), self._length, self._length, len(self._nested))
        self._marks.append(mark)
        if token["bar"] == "|":
            self._nested.append(mark)
        elif name in _CROSSING:
            self._crossing[name, *words] = mark

    def _close(self, token: re.Match[str]) -> None:
        words = tuple(token["head"].split())
        if words not in self._crossing:
            raise self._wrong(token.start(), f"⟦/{token['head']}⟧ closes nothing")
        self._crossing.pop(words).end = self._length

    def _wrong(self, position: int, why: str) -> InputError:
        return _wrong(self._source, position, why, self._path)


def _with_pastes(source: str, path: str | None) -> str:
    for _ in range(_MOST_PASTES):
        paste = _PASTE.search(source)
        if paste is None:
            break
        name = paste[1]
        start, end = source.find(f"⟦dup {name}⟧"), source.find(f"⟦/dup {name}⟧")
        if not 0 <= start < end < paste.start():
            raise _wrong(source, paste.start(), f"⟦dup {name}⟧ … ⟦/dup {name}⟧ must stand before it", path)
        block = source[start : end + len(f"⟦/dup {name}⟧")]
        source = source[: paste.start()] + block + source[paste.end() :]
    return source


def _wrong(source: str, position: int, why: str, path: str | None) -> InputError:
    line = source.count("\n", 0, position) + 1
    return InputError("wrong-gold", f"line {line}: {why}", path=path, hint="see corpus/GUIDE.md")
