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
    source = _with_pastes(source, path)
    pieces: list[str] = []
    marks: list[Mark] = []
    nested: list[Mark] = []
    crossing: dict[tuple[str, ...], Mark] = {}
    position, length = 0, 0
    for token in _TOKEN.finditer(source):
        pieces.append(source[position : token.start()])
        length += len(pieces[-1])
        position = token.end()
        if token["split"]:
            if not nested:
                raise _wrong(source, token.start(), "‖ stands outside a mark", path)
            nested[-1].split = length
        elif token["end"]:
            if not nested:
                raise _wrong(source, token.start(), "⟧ closes nothing", path)
            nested.pop().end = length
        else:
            words = tuple(token["head"].split())
            if not words:
                raise _wrong(source, token.start(), "a mark has no name", path)
            if token["close"]:
                if words not in crossing:
                    raise _wrong(source, token.start(), f"⟦/{token['head']}⟧ closes nothing", path)
                crossing.pop(words).end = length
                continue
            mark = Mark(words[0], words[1:], length, length, len(nested))
            marks.append(mark)
            if token["bar"] == "|":
                nested.append(mark)
            elif words[0] in ("dup", "copy", "alike"):
                crossing[words] = mark
    if nested or crossing:
        name = nested[-1].name if nested else " ".join(next(iter(crossing)))
        raise _wrong(source, len(source), f"the mark {name!r} is never closed", path)
    pieces.append(source[position:])
    return Marked("".join(pieces), tuple(marks))


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
