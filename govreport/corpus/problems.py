"""What is wrong with a gold file, told with its line: for those who write gold, and for the tests.

>>> problems_in("+++\\nsplit = 'dev'\\n+++\\n⟦1 @x|一、‖普法⟧⟦mesure|发放资料⟧。", areas={"law"})
["line 4: unknown area 'x'", "line 4: unknown mark 'mesure'"]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from govreport.corpus.gold_flags import DRAWN
from govreport.corpus.items import parted
from govreport.corpus.marked import Mark, Marked, parse_marked
from govreport.model import CODES, KINDS, PARTS, SLOTS, STATUSES

__all__ = ["ASIDES", "problems_in"]

ASIDES = ("page-number", "header", "contents", "annex", "advert", "gloss", "signature", "table", "note")
_CROSSING = ("dup", "copy", "alike")
_OTHERS = ("title", "lead", "part", "end", "report", "aside", "flag", "fine", "i", *_CROSSING)
_NOT_AT_THE_EDGE = " \n\r\t\u3000，。；、：,;:"
_OUTCOMES = re.compile(r">(?:none|(?:done|partly|repeated):[\w-]+)|<[\w-]+")


def problems_in(source: str, areas: Collection[str], path: str | None = None) -> list[str]:
    """Return what is wrong with a gold file, in reading order; InputError where it can't be read at all."""
    head, body = parted(source, path)
    marked = parse_marked(body, path)
    before = source[: len(source) - len(body)].count("\n")
    found = []
    around: list[Mark] = []
    for mark in marked.marks:
        around = [other for other in around if other.depth < mark.depth and other.span.covers(mark.span)]
        line = before + marked.text.count("\n", 0, mark.start) + 1
        found += [f"line {line}: {why}" for why in _wrong_with(mark, marked, {m.name for m in around}, areas)]
        around.append(mark)
    for name, copy in head.get("copies", {}).items():
        if not any(mark.words[:1] == (name,) for mark in marked.named("copy")):
            found.append(f"head: copy relation {name!r} of {copy.get('from')!r} has no mark")
    return found


def _wrong_with(mark: Mark, marked: Marked, around: Collection[str], areas: Collection[str]) -> Iterator[str]:
    yield from _wrong_words(mark, areas)
    quote = marked.text[mark.start : mark.end]
    if mark.name in (*KINDS, *SLOTS):
        if not quote:
            yield f"{mark.name} marks nothing"
        elif quote[0] in _NOT_AT_THE_EDGE or quote[-1] in _NOT_AT_THE_EDGE:
            yield f"{mark.name} has a mark or blank at its edge: {quote[:12]}…{quote[-6:]}"
    if mark.name in SLOTS and not any(name in KINDS for name in around):
        yield f"{mark.name} stands in no statement: {quote[:20]}"
    if mark.name in KINDS and any(name in KINDS for name in around):
        yield f"a statement stands in another one: {quote[:20]}"
    if mark.name in KINDS and "\n" in quote.strip("\n") and len(quote) > 200:
        yield f"a statement of {len(quote)} characters over several lines: {quote[:20]}"
    if mark.name == "flag" and mark.words[0] in DRAWN:
        yield f"{mark.words[0]} is drawn from other marks and has none of its own"
    if mark.name.isdigit() and mark.split is None and len(quote) > 8:
        yield f"a section without ‖ between marker and heading: {quote[:20]}"


def _wrong_words(mark: Mark, areas: Collection[str]) -> Iterator[str]:
    named = (*KINDS, *SLOTS, *_OTHERS)
    if not mark.name.isdigit() and mark.name not in named:
        yield f"unknown mark {mark.name!r}"
        return
    for word in mark.words:
        if word.startswith("@"):
            yield from (f"unknown area {a!r}" for a in word[1:].split("+") if a not in (*areas, "none"))
        elif word[0] in "<>" and not _OUTCOMES.fullmatch(word):
            yield f"unknown outcome {word!r}"
    allowed = _FIRST_WORDS.get(mark.name)
    if allowed and (not mark.words or mark.words[0] not in allowed):
        yield f"{mark.name} needs one of {' '.join(sorted(allowed))}, not {' '.join(mark.words[:1])!r}"
    if mark.name in KINDS and mark.words and mark.words[0][0] not in "@<>" and mark.words[0] not in STATUSES:
        yield f"unknown status {mark.words[0]!r}"


_FIRST_WORDS = {
    "lead": frozenset(PARTS),
    "part": frozenset(PARTS),
    "aside": frozenset(ASIDES),
    "flag": frozenset(CODES),
    "fine": frozenset(CODES),
}
