"""Documents to learn from: cases with a known border, and what is counted of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.fusing import case_of, fuse
from govreport.normalize import normalize
from govreport.read import from_text, read
from govreport.segment.boundary.features import candidates
from govreport.segment.boundary.tables import Tables

__all__ = ["Case", "Learned", "Less", "corpus_documents", "plain_documents"]

Case = tuple[str, list[int], int | None]


@dataclass(frozen=True)
class Learned:
    """One document: its text with every heading fused, its cases, and its counts."""

    name: str
    fused: str
    cases: tuple[Case, ...]
    counts: Tables


def plain_documents(folder: Path) -> list[Learned]:
    """Return the reports of a folder without those that repeat an earlier one under another name."""
    seen: set[str] = set()
    found = []
    for path in sorted(folder.glob("*.txt")):
        text = read(path).text
        lines = {line.strip() for line in text.splitlines() if len(line.strip()) > 30}
        if len(lines & seen) * 2 <= len(lines):
            found.append(_learned(path.stem, text))
        seen |= lines
    return found


def corpus_documents(folder: Path) -> list[Learned]:
    """Return the reports of the corpus' train split, each heading put on a line of its own."""
    items = (item for item in load_corpus(folder) if item.split == "train")
    return [_learned(item.document.id, _unfused(item)) for item in items]


def _unfused(item: CorpusItem) -> str:
    text = item.document.text
    for section in reversed(item.gold.sections):
        if section.heading_span is not None and not section.inline and section.duplicate_of is None:
            end = section.heading_span.end
            text = text[:end] + "\n" + text[end:].lstrip("。：: \n")
    return text


def _learned(name: str, raw: str) -> Learned:
    text = regex.sub(r"\n\s*", "\n", normalize(from_text(raw)).text)
    lines = text.split("\n")
    fused, headings, cases = list(lines), [], []
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        case = case_of(line.strip(), following.strip())
        if case is None:
            continue
        run, border = case
        offsets = candidates(run)
        if border is not None:
            headings.append(run[:border])
            fuse(fused, index)
        if offsets and (border is None or border in offsets):
            cases.append((run, offsets, border))
    return Learned(name, "\n".join(fused), tuple(cases), Tables.counted(headings, text))


class Less(Mapping[str, int]):
    """Counts of all documents less those of one, without copying the large table."""

    def __init__(self, total: Mapping[str, int], own: Mapping[str, int]) -> None:
        self._total, self._own = total, own

    def get(self, key: str, default: Any = 0) -> Any:
        """Return the difference; what was pruned from the total counts as never seen."""
        value = self._total.get(key, 0)
        return max(0, value - self._own.get(key, 0)) if value else 0

    def __getitem__(self, key: str) -> int:
        return int(self.get(key))

    def __iter__(self) -> Any:
        return iter(self._total)

    def __len__(self) -> int:
        return len(self._total)


def without(total: Tables, own: Tables) -> Tables:
    """Return the tables of all documents but one."""
    return Tables(**{name: Less(getattr(total, name), getattr(own, name)) for name in Tables.names()})


def summed(tables: Iterable[Tables]) -> Tables:
    """Return the sum of tables."""
    from collections import Counter

    totals: dict[str, Counter[str]] = {name: Counter() for name in Tables.names()}
    for one in tables:
        for name, total in totals.items():
            total.update(getattr(one, name))
    return Tables(**totals)
