"""Exact borders on reports that nobody here wrote: their own line ends are the gold.

Headings of plain reports stand on lines of their own; fused with their bodies, the borders are known. The
shipped tables were counted on such reports, but on none of the fifth that is held out by its name: those
alone tell what to expect of others.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from govreport.corpus.fusing import fused_text, is_held_out
from govreport.normalize import normalize
from govreport.read import from_text, read
from govreport.segment import segment

__all__ = ["fused_borders"]

_SUREST = 0.8


def fused_borders(folder: Path) -> Iterator[str]:
    """Yield a line for each source (a file's name up to its first -) with exact and all borders."""
    files = sorted(folder.glob("*.txt")) if folder.is_dir() else []
    if not files:
        yield f"fused headings of real reports: left out, {folder} holds no .txt"
        return
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    chances: defaultdict[str, list[tuple[float, bool]]] = defaultdict(list)
    for file in files:
        kind = "held out" if is_held_out(file.stem) else "learned"
        source = f"{kind} {file.name.split('-')[0]}"
        counter, told = _counted(file)
        counts[source].update(counter)
        chances[source] += told
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
        yield f"  {'':<18}{_surest(chances[source])}"


def _surest(told: list[tuple[float, bool]]) -> str:
    """Say how many of the surest 80 % are right, and how sure the model was of all it gave."""
    if not told:
        return "no heading was given by the model"
    ranked = sorted(told, key=lambda one: -one[0])
    surest = ranked[: math.ceil(_SUREST * len(ranked))]
    right = sum(is_right for _, is_right in surest)
    return (
        f"surest 80 %: {right} of {len(surest)} right, {right / len(surest):.3f}; of all {len(ranked)} "
        f"{sum(is_right for _, is_right in ranked) / len(ranked):.3f} right at a mean probability of "
        f"{sum(chance for chance, _ in ranked) / len(ranked):.3f}"
    )


def _counted(file: Path) -> tuple[Counter[str], list[tuple[float, bool]]]:
    """Count borders, headings on the lines of those (``given``) and on lines that are one sentence.

    Beside them stand the probability of each heading that the model gave there, and whether it is right.
    """
    fused = fused_text(normalize(read(file)).text)
    outline = segment(normalize(from_text(fused.text)), ())
    lines = _line_starts(fused.text)
    headed: defaultdict[int, dict[int, float | None]] = defaultdict(dict)
    for section in outline.sections:
        if section.heading_span is not None:
            line = _line_of(lines, section.marker_span.start)
            headed[line][section.heading_span.end] = section.heading_probability
    told: list[tuple[float, bool]] = []
    counter = Counter(sentences=len(fused.sentences))
    for start in fused.sentences:
        invented = headed[_line_of(lines, start)]
        counter["invented"] += bool(invented)
        told += [(chance, False) for chance in invented.values() if chance is not None]
    for border in fused.borders:
        if any(aside.span.start <= border <= aside.span.end for aside in outline.asides):
            counter["apart"] += 1
            continue
        ends = headed[_line_of(lines, border - 1)]
        counter["borders"] += 1
        counter["given"] += bool(ends)
        counter["exact" if border in ends else "other" if ends else "missed"] += 1
        told += [(chance, end == border) for end, chance in ends.items() if chance is not None]
    return counter, told


def _line_starts(text: str) -> list[int]:
    return [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]


def _line_of(starts: list[int], at: int) -> int:
    return bisect_right(starts, at)
