"""Documents to learn from: cases with a known border, and what is counted of each."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import regex

from govreport.corpus import CorpusItem, load_corpus
from govreport.corpus.fusing import case_of, fuse, is_held_out
from govreport.normalize import normalize
from govreport.read import from_text, read
from govreport.segment.boundary.candidates import candidates
from govreport.segment.boundary.tables import Tables
from govreport.segment.markers import find_candidates
from govreport.segment.unit import unit_names

__all__ = ["Case", "Learned", "corpus_documents", "plain_documents", "summed"]

# Runs are as long as those that a report's headings are decided on.
_RUN = 90


class Case(NamedTuple):
    """A run, the offsets at which its heading may end, the right one (None: no heading), and the style."""

    run: str
    offsets: list[int]
    border: int | None
    style: str


@dataclass(frozen=True)
class Learned:
    """One document: its text with every heading fused, its cases, and its counts.

    ``closed`` are the cases whose heading ended with a full stop, with it: there it is the border.
    """

    name: str
    fused: str
    cases: tuple[Case, ...]
    closed: tuple[Case, ...]
    counts: Tables


def plain_documents(folders: Iterable[Path]) -> list[Learned]:
    """Return the reports of folders, less those held out and those that repeat one under another name."""
    seen: set[str] = set()
    found = []
    paths = sorted(path for folder in folders for path in folder.glob("*.txt"))
    for path in sorted(paths, key=lambda path: (not is_held_out(path.stem), path.name)):
        text = read(path).text
        lines = {line.strip() for line in text.splitlines() if len(line.strip()) > 30}
        if len(lines & seen) * 2 <= len(lines) and not is_held_out(path.stem):
            found.append(_learned(path.stem, text))
        seen |= lines
    return found


def corpus_documents(folder: Path) -> list[Learned]:
    """Return the reports of the corpus' train split, each heading fused with its body."""
    return [_of_item(item) for item in load_corpus(folder) if item.split == "train"]


def _of_item(item: CorpusItem) -> Learned:
    """Take the cases from the gold: where its headings end, and which of its items have none."""
    view = item.gold.text
    drafts = sorted(_sections_of(item))
    pieces, cases, closed, headings, position = [], [], [], [], 0
    names = unit_names(item.gold.unit or "")
    for marker_start, marker_end, heading_end, body, stop in drafts:
        run = (view.text[marker_end:heading_end] + view.text[body:stop])[:_RUN].strip()
        border = heading_end - marker_end or None
        if border:
            headings.append(run[:border])
            pieces += [view.text[position:heading_end]]
            position = body
        style = _style(view.text[marker_start:])
        if stop > body:
            cases += _case(run, border, style, names)
        if stop > body and view.text[heading_end : heading_end + 1] == "。":
            closed += _case(view.text[marker_end:stop][:_RUN].strip(), border, style, names)
    fused = "".join([*pieces, view.text[position:]])
    counts = Tables.counted(headings, view.text)
    return Learned(item.document.id, fused, tuple(cases), tuple(closed), counts)


def _case(run: str, border: int | None, style: str, names: tuple[str, ...] = ()) -> list[Case]:
    """Return a case, none where its border is no place where a heading may end."""
    offsets = candidates(run, names)
    return [Case(run, offsets, border, style)] if offsets and (border is None or border in offsets) else []


def _style(text: str) -> str:
    return next((m.style for m in find_candidates(text[:12]) if m.start == 0), "")


def _sections_of(item: CorpusItem) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield marker start and end, heading end (the same where there is none), body start, the run's end."""
    view = item.gold.text
    starts = sorted(view.normalized(s.marker_span).start for s in item.gold.sections)
    for section in item.gold.sections:
        if section.inline or section.duplicate_of is not None:
            continue
        marker = view.normalized(section.marker_span)
        marker_end = marker.end
        while view.text[marker_end : marker_end + 1] == " ":
            marker_end += 1
        heading_end = view.normalized(section.heading_span).end if section.heading_span else marker_end
        body = heading_end if section.heading_span is None else view.normalized(section.body_span).start
        following = starts[bisect_right(starts, marker_end) :]
        line = view.text.find("\n", body)
        stop = min([len(view.text), *following[:1], *([line] if line >= 0 else [])])
        if heading_end <= body <= stop:
            yield marker.start, marker_end, heading_end, body, stop


def _learned(name: str, raw: str) -> Learned:
    text = regex.sub(r"\n\s*", "\n", normalize(from_text(raw)).text)
    lines = text.split("\n")
    fused, headings, cases, closed = list(lines), [], [], []
    for index, (line, following) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        case = case_of(line.strip(), following.strip())
        if case is None:
            continue
        if case.border is not None:
            headings.append(case.run[: case.border])
            fuse(fused, index)
        cases += _case(case.run, case.border, case.style)
        closed += _case(case.closed, case.border, case.style) if case.closed else []
    return Learned(name, "\n".join(fused), tuple(cases), tuple(closed), Tables.counted(headings, text))


def summed(tables: Iterable[Tables]) -> Tables:
    """Return the sum of tables."""
    totals: dict[str, Counter[str]] = {name: Counter() for name in Tables.names()}
    for one in tables:
        for name, total in totals.items():
            total.update(getattr(one, name))
    return Tables(**totals)
