"""Counts how many independent submitters use each short sequence of characters.

In go plain reports, the figures that stand in for others, and the train split of the corpus without its
copied passages; out comes a table of hashes and counts. A submitter counts once: years of one unit, and
reports of one series, are one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from govreport.corpus import CorpusItem, load_corpus
from govreport.read import read
from govreport.text.keys import comparison_key
from govreport.text.shingles import shingle_hashes
from govreport.train.figures import SHINGLE_LEAST, figures_beside, shingle_figures

__all__ = ["sources_of", "train_common_shingles", "users_of"]

_ROW = np.dtype([("hash", "<u8"), ("count", "<u2")])
_YEAR = re.compile(r"[-_]?(?:19|20)\d{2}[a-z]?$")


def train_common_shingles(folders: Iterable[Path], out: Path, corpus: Path) -> tuple[int, int]:
    """Write the table; return the numbers of submitters and of shingles in it."""
    counts, submitters = users_of(sources_of(folders, corpus))
    for figures in shingle_figures(figures_beside(corpus)):
        for value, size, number in figures.tolist():
            submitters += number if value == 0 else 0
            counts[size, value] += number
    rows = sorted(
        (value, number) for (size, value), number in counts.items() if value and number >= SHINGLE_LEAST[size]
    )
    np.save(out, np.array([(0, submitters), *rows], dtype=_ROW), allow_pickle=False)
    return submitters, len(rows)


def users_of(texts: Iterable[tuple[str, str]]) -> tuple[Counter[tuple[int, int]], int]:
    """Return how many submitters use each shingle, by its size and hash, and how many there are.

    ``texts`` are submitters, each with a text of theirs.
    """
    users: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    submitters: set[str] = set()
    for submitter, text in texts:
        submitters.add(submitter)
        for size in SHINGLE_LEAST:
            for value in np.unique(shingle_hashes(comparison_key(text).codes, size)).tolist():
                users[size, value].add(submitter)
    return Counter({key: len(those) for key, those in users.items()}), len(submitters)


def sources_of(folders: Iterable[Path], corpus: Path | None = None) -> Iterator[tuple[str, str]]:
    """Yield each submitter with a text of theirs: plain reports, and the corpus' train split."""
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        yield _YEAR.sub("", path.stem), read(path).text
    for item in load_corpus(corpus) if corpus else ():
        if item.split == "train":
            for text in _own(item):
                yield str(item.meta.get("series") or item.document.id), text


def _own(item: CorpusItem) -> Iterator[str]:
    """Yield what stands between the passages that other reports of the corpus share."""
    start = 0
    for _, _, span in sorted(item.copies, key=lambda copy: copy[2]):
        yield item.document.text[start : span.start]
        start = max(start, span.end)
    yield item.document.text[start:]
