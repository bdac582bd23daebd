"""Made-up submissions with planted copies whose places are known, and innocents that many share.

Each submission is of another unit. Plants: a exact 100 to 800 characters, b with 5 to 15 % of the characters
edited, c with other figures and places, d a block pasted again inside one submission, e a whole submission
with changes; the hard set: edits (20 to 30 % of the characters), shuffled (its sentences), short (40 to 90
characters), script (in Traditional), cluster (31 submissions with one text); and reworded (half of the
words), interleaved (a sentence of one's own between any two). Innocents: set phrases of 15 to 35 characters
that 1 to 30 % share, and standard blocks of 60 to 160 characters that 5 to 15 % share.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from reuse_language import STEMS, Writer

from govreport.model import Span, Submission
from govreport.text.script import to_traditional

EASY = ("a", "b", "c", "d", "e")
HARD = ("edits", "shuffled", "short", "script", "cluster")
HARDEST = ("reworded", "interleaved")
KINDS = (*EASY, *HARD, *HARDEST)
# How many of a thousand submissions hold a copy of each kind.
RATE = 20
CLUSTER = 31


@dataclass(frozen=True)
class Plant:
    """A copy: its kind, and where it stands in two submissions; in one of them twice for ``d``."""

    kind: str
    source: str
    copy: str
    left: Span
    right: Span


def made(number: int, seed: int) -> tuple[list[Submission], list[Plant]]:
    """Return so many submissions, and what was copied among them."""
    writer = Writer(seed)
    random = writer.random
    bodies = [_body(writer) for _ in range(number)]
    _share(writer, bodies)
    wanted: list[tuple[str, int, int, str, str]] = []
    copiers = _copiers(random, number)
    for kind in (kind for kind in KINDS if kind not in ("e", "cluster")):
        for copier in (next(copiers) for _ in range(max(RATE * number // 1000, 1))):
            source = copier if kind == "d" else int((copier + random.integers(1, number)) % number)
            wanted.append((kind, source, copier, *_plant(writer, bodies, kind, source, copier)))
    for _ in range(max(number // 1000, 1)):
        text = writer.text(int(random.integers(200, 500)))
        members = random.choice(number, min(CLUSTER, number), replace=False).tolist()
        for member in members:
            _insert(writer, bodies[member], text)
        wanted += [("cluster", members[0], member, text, text) for member in members[1:]]
    texts = ["".join(piece.text + piece.behind for piece in body) for body in bodies]
    whole = {}
    for copier in (next(copiers) for _ in range(max(RATE * number // 1000, 1))):
        source = int((copier + random.integers(1, number)) % number)
        if source not in whole and copier not in whole.values():
            whole[copier] = source
    touched = {copier for _, one, other, *_ in wanted for copier in (one, other)}
    for copier, source in whole.items():
        if copier not in touched:
            texts[copier] = _changed(writer, texts[source])
            wanted.append(("e", source, copier, texts[source], texts[copier]))
    plants = [
        Plant(k, f"{s:06}", f"{c:06}", *_places(k, texts[s], texts[c], p, q)) for k, s, c, p, q in wanted
    ]
    return [Submission(f"{n:06}", text, f"第{n}号单位", 2020) for n, text in enumerate(texts)], plants


def _copiers(random: np.random.Generator, number: int) -> Iterator[int]:
    """Yield who copies: everyone once before anyone does so again, which happens in small batches alone."""
    while True:
        yield from random.permutation(number).tolist()


@dataclass
class Piece:
    """A piece of a submission; a fixed one is not broken up, ``behind`` stands between it and the next."""

    text: str
    behind: str = "\n"
    fixed: bool = False


def _body(writer: Writer) -> list[Piece]:
    sizes = writer.random.integers(200, 501, size=int(writer.random.integers(6, 14)))
    numerals = "一二三四五六七八九十"
    parts = [writer.text(int(size)) for size in sizes]
    return [Piece(f"{numerals[n // 2 % 10]}、{part}" if n % 2 == 0 else part) for n, part in enumerate(parts)]


def _share(writer: Writer, bodies: list[list[Piece]]) -> None:
    """Put set phrases and standard blocks into the submissions."""
    random = writer.random
    for number in range(72):
        is_block = number >= 60
        phrase = writer.text(int(random.integers(*((60, 161) if is_block else (15, 36)))))
        share = random.uniform(0.05, 0.15) if is_block else 0.01 * 30 ** random.random()
        for owner in random.choice(len(bodies), int(share * len(bodies)), replace=False).tolist():
            if is_block:
                _insert(writer, bodies[owner], phrase)
            else:
                piece = bodies[owner][
                    int(random.choice([n for n, p in enumerate(bodies[owner]) if not p.fixed]))
                ]
                sentences = piece.text.split("。")
                sentences.insert(int(random.integers(len(sentences))), phrase.rstrip("。"))
                piece.text = "。".join(sentences)


def _insert(writer: Writer, body: list[Piece], text: str) -> None:
    """Put a text in as a paragraph of its own, or, as often, between two sentences of another one."""
    place = int(writer.random.integers(len(body)))
    piece = body[place]
    sentences = piece.text.split("。")
    if piece.fixed or len(sentences) < 3 or writer.random.random() < 0.5:
        while place and body[place - 1].behind == "":
            place -= 1
        body.insert(place, Piece(text, fixed=True))
        return
    cut = int(writer.random.integers(1, len(sentences) - 1))
    before, after = "。".join(sentences[:cut]) + "。", "。".join(sentences[cut:])
    body[place : place + 1] = [Piece(before, ""), Piece(text, "", True), Piece(after, piece.behind)]


def _plant(writer: Writer, bodies: list[list[Piece]], kind: str, source: int, copier: int) -> tuple[str, str]:
    length = (40, 91) if kind == "short" else (100, 801)
    passage = writer.text(int(writer.random.integers(*length)))[: length[1]]
    if kind == "c":
        passage = re.sub(
            "，", lambda _: "，" + writer.name() if writer.random.random() < 0.3 else "，", passage
        )
    copy = CHANGES.get(kind, lambda _, text: text)(writer, passage)
    for owner, text in ((source, passage), (copier, copy)):
        _insert(writer, bodies[owner], text)
    return passage, copy


def _edited(writer: Writer, text: str, low: float, high: float) -> str:
    random = writer.random
    share = random.uniform(low, high)
    other = [c for c in writer.text(len(text) + 40) if "一" <= c <= "鿿"]
    return "".join(other[i % len(other)] if random.random() < share else c for i, c in enumerate(text))


def _other_figures(writer: Writer, text: str) -> str:
    text = re.sub(r"\d+", lambda _: str(writer.random.integers(2, 900)), text)
    return re.sub(f"[{STEMS}]{{2}}村", lambda _: writer.name(), text)


def _shuffled(writer: Writer, text: str) -> str:
    sentences = text.rstrip("。").split("。")
    return "。".join(writer.random.permutation(sentences).tolist()) + "。"


def _reworded(writer: Writer, text: str) -> str:
    import jieba

    words = list(jieba.cut(text))
    return "".join(
        writer.clause()[: len(w)] if w.isalpha() and writer.random.random() < 0.5 else w for w in words
    )


def _interleaved(writer: Writer, text: str) -> str:
    return "".join(f"{sentence}。{writer.text(20)}" for sentence in text.rstrip("。").split("。"))


def _changed(writer: Writer, text: str) -> str:
    """Change a whole report as one would for another unit: figures, a few characters, some lines left out."""
    lines = [line for line in _other_figures(writer, text).split("\n") if writer.random.random() < 0.9]
    return _edited(writer, "\n".join(lines), 0.01, 0.06)


CHANGES: dict[str, Callable[[Writer, str], str]] = {
    "b": lambda writer, text: _edited(writer, text, 0.05, 0.15),
    "c": _other_figures,
    "edits": lambda writer, text: _edited(writer, text, 0.2, 0.3),
    "shuffled": _shuffled,
    "script": lambda _, text: to_traditional(text),
    "reworded": _reworded,
    "interleaved": _interleaved,
}


def _places(kind: str, one: str, other: str, passage: str, copy: str) -> tuple[Span, Span]:
    if kind == "d":
        first = one.index(passage)
        second = one.index(passage, first + len(passage))
        return Span(first, first + len(passage)), Span(second, second + len(passage))
    left, right = one.index(passage), other.index(copy)
    return Span(left, left + len(passage)), Span(right, right + len(copy))
