"""Headings beside what a user would write in an hour: line-start expressions, and the first punctuation mark.

Run it from the top of a clone: ``python tests/benchmarks/segment_against_rules.py``. It prints F1 of sections
(marker and start) and the share of exact heading ends on the dev split, and the time of each beside that of
``jieba.cut``.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import govreport as gr
from govreport.corpus import CorpusItem
from govreport.normalize import normalize
from govreport.reuse import find_duplicates
from govreport.segment import segment

Found = dict[int, int | None]
REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
NUMERAL = "[一二三四五六七八九十]+"
LINE_START = re.compile(
    rf"^[ \u3000]*(?:{NUMERAL}[、.．]|[（(]{NUMERAL}[）)]|\d{{1,2}}[、.．]|第{NUMERAL}[章节部])", re.MULTILINE
)
ANYWHERE = re.compile(rf"(?<![0-9一二三四五六七八九十])(?:{NUMERAL}、|[（(]{NUMERAL}[）)]|\d{{1,2}}[、．])")


def by_expression(pattern: re.Pattern[str]) -> Callable[[str], Found]:
    """Headings end at the first punctuation mark or line end behind the marker."""

    def found(text: str) -> Found:
        ends = {}
        for match in pattern.finditer(text):
            stop = re.compile(r"[，,。；;：:\n]").search(text, match.end())
            ends[match.end()] = stop.start() if stop else len(text)
        return ends

    return found


def by_govreport(text: str) -> Found:
    view = normalize(gr.from_text(text))
    outline = segment(view, find_duplicates(view))
    return {
        s.marker_span.end: s.heading_span.end if s.heading_span and s.heading else None
        for s in outline.sections
        if not s.inline
    }


def gold_of(item: CorpusItem) -> Found:
    return {
        s.marker_span.end: s.heading_span.end if s.heading_span and s.heading else None
        for s in item.gold.sections
        if not s.inline
    }


def main() -> None:
    """Print one line for each way."""
    import jieba

    items = [item for item in gr.load_corpus(REPORTS) if item.split == "dev"]
    ways = {
        "line-start expressions": by_expression(LINE_START),
        "markers anywhere": by_expression(ANYWHERE),
        "govreport": by_govreport,
    }
    jieba.lcut(items[0].document.text)
    start = time.process_time()
    for item in items:
        jieba.lcut(item.document.text)
    beside = time.process_time() - start
    print(f"{'way':<24}{'sections F1':>12}{'exact ends':>12}{'time, of jieba.cut':>20}")
    for name, way in ways.items():
        way(items[0].document.text)
        start = time.process_time()
        given = [way(item.document.text) for item in items]
        taken = time.process_time() - start
        gold = [gold_of(item) for item in items]
        hits = sum(len(g.keys() & f.keys()) for g, f in zip(gold, given, strict=True))
        f1 = 2 * hits / max(1, sum(map(len, gold)) + sum(map(len, given)))
        with_heading = [(g, f) for g, f in zip(gold, given, strict=True)]
        asked = sum(end is not None for g, _ in with_heading for end in g.values())
        right = sum(end is not None and f.get(at) == end for g, f in with_heading for at, end in g.items())
        print(f"{name:<24}{f1:>12.3f}{right / asked:>12.3f}{taken / beside:>20.2f}")


if __name__ == "__main__":
    main()
