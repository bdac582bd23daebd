"""Exact borders on reports that nobody here wrote: their own line ends are the gold.

Headings of plain reports stand on lines of their own; fused with their bodies, the borders are known. The
shipped tables were counted on such reports, but on none of the fifth that is held out by its name: those
alone tell what to expect of others.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from govreport.corpus.fusing import fused_text, is_held_out
from govreport.normalize import normalize
from govreport.read import from_text, read
from govreport.segment import segment

__all__ = ["fused_borders"]


def fused_borders(folder: Path) -> Iterator[str]:
    """Yield a line for each source (a file's name up to its first -) with exact and all borders."""
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not files:
        yield f"fused headings of real reports: left out, {folder} holds no .txt"
        return
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for file in files:
        kind = "held out" if is_held_out(file.stem) else "learned"
        counts[f"{kind} {file.name.split('-')[0]}"].update(_counted(file))
    yield "fused headings of real reports (nothing was learned from those held out; the others are too kind)"
    for source, counter in sorted(counts.items()):
        recall = counter["exact"] / max(1, counter["borders"])
        precision = counter["exact"] / max(1, counter["given"] + counter["invented"])
        yield (
            f"  {source:<18}{counter['exact']:>6} of {counter['borders']:<6}{recall:.3f}   "
            f"precision {precision:.3f}   {counter['other']} ended elsewhere, "
            f"{counter['missed']} without heading or marker, {counter['invented']} invented in "
            f"{counter['sentences']} sentences; {counter['apart']} more in annexes, which are kept apart"
        )


def _counted(file: Path) -> Counter[str]:
    """Count borders, headings on the lines of those (``given``) and on lines that are one sentence."""
    fused = fused_text(normalize(read(file)).text)
    outline = segment(normalize(from_text(fused.text)), ())
    lines = _line_starts(fused.text)
    headed: defaultdict[int, set[int]] = defaultdict(set)
    for section in outline.sections:
        if section.heading_span is not None:
            headed[_line_of(lines, section.marker_span.start)].add(section.heading_span.end)
    counter = Counter(sentences=len(fused.sentences))
    for start in fused.sentences:
        counter["invented"] += bool(headed[_line_of(lines, start)])
    for border in fused.borders:
        if any(aside.span.start <= border <= aside.span.end for aside in outline.asides):
            counter["apart"] += 1
            continue
        ends = headed[_line_of(lines, border - 1)]
        counter["borders"] += 1
        counter["given"] += bool(ends)
        counter["exact" if border in ends else "other" if ends else "missed"] += 1
    return counter


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]


def _line_of(starts: list[int], at: int) -> int:
    from bisect import bisect_right

    return bisect_right(starts, at)
