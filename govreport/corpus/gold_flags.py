"""The flags of a gold text: those that are marked, and those that follow from other marks.

Marks of one code that share a second word are one flag: ``⟦flag contradicting-figures a|…⟧`` stands on
each of the figures that can't all be true. Copies and unanswered commitments need no mark of their own.

>>> from govreport.corpus.marked import parse_marked
>>> from govreport.read import from_text
>>> marked = parse_marked("共⟦flag contradicting-figures a|5场⟧，其中⟦flag contradicting-figures a|7场⟧")
>>> [len(flag.evidence) for flag in gold_flags(from_text(marked.text), marked, {}, ())]
[2]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from govreport.corpus.marked import Marked
from govreport.model import Document, DuplicateBlock, Evidence, Flag, Span

__all__ = ["DRAWN", "gold_flags"]

_OF_RELATION = {
    "other-unit": "copied-passage",
    "same-batch": "copied-passage",
    "own-earlier": "own-earlier-reused",
}
DRAWN = frozenset(("duplicated-block", "commitment-not-mentioned", *_OF_RELATION.values()))
"""Codes that follow from other marks and have none of their own."""


def gold_flags(
    document: Document, marked: Marked, meta: Mapping[str, Any], duplicates: tuple[DuplicateBlock, ...]
) -> tuple[Flag, ...]:
    """Return the flags in the order of their first evidence."""
    drafts = [*_marked(marked), *_drawn(marked, meta, duplicates)]
    drafts.sort(key=lambda draft: (draft[1][0], draft[0]))
    return tuple(
        Flag(f"gold-{index}", code, "info", code, tuple(Evidence(document.id, span) for span in spans))
        for index, (code, spans) in enumerate(drafts)
    )


def _marked(marked: Marked) -> Iterator[tuple[str, list[Span]]]:
    grouped: defaultdict[tuple[str, ...], list[Span]] = defaultdict(list)
    for index, mark in enumerate(marked.named("flag")):
        name = mark.words if len(mark.words) > 1 else (*mark.words, str(index))
        grouped[name].append(mark.span)
    yield from ((name[0], spans) for name, spans in grouped.items())


def _drawn(
    marked: Marked, meta: Mapping[str, Any], duplicates: tuple[DuplicateBlock, ...]
) -> Iterator[tuple[str, list[Span]]]:
    yield from (("duplicated-block", list(block.spans)) for block in duplicates)
    for name, relation in meta.get("copies", {}).items():
        spans = [mark.span for mark in marked.named("copy") if mark.words[0] == name]
        if relation["relation"] in _OF_RELATION and spans:
            yield _OF_RELATION[relation["relation"]], spans
    for mark in marked.marks:
        if ">none" in mark.words:
            yield "commitment-not-mentioned", [mark.span]
