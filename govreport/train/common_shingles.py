"""Counts how many independent submitters use each short sequence of characters.

In go plain reports and the train split of the corpus without its copied passages; out comes a table of hashes
and counts. A submitter counts once: years of one unit, and reports of one series, are one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from govreport.corpus import CorpusItem, load_corpus
from govreport.read import read
from govreport.text.keys import comparison_key
from govreport.text.shingles import shingle_hashes

__all__ = ["train_common_shingles"]

# By size, from how many submitters on a shingle is worth its place.
_LEAST = {2: 4, 4: 5, 8: 2}
_ROW = np.dtype([("hash", "<u8"), ("count", "<u2")])
_YEAR = re.compile(r"[-_]?(?:19|20)\d{2}[a-z]?$")


def train_common_shingles(folders: Iterable[Path], out: Path, corpus: Path) -> tuple[int, int]:
    """Write the table; return the numbers of submitters and of shingles in it."""
    users: defaultdict[tuple[int, int], set[str]] = defaultdict(set)
    submitters: set[str] = set()
    for submitter, text in _texts(folders, corpus):
        submitters.add(submitter)
        for size in _LEAST:
            for value in np.unique(shingle_hashes(comparison_key(text).codes, size)).tolist():
                users[size, value].add(submitter)
    kept = [(value, len(those)) for (size, value), those in users.items() if len(those) >= _LEAST[size]]
    rows = sorted(kept)
    np.save(out, np.array([(0, len(submitters)), *rows], dtype=_ROW), allow_pickle=False)
    return len(submitters), len(rows)


def _texts(folders: Iterable[Path], corpus: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(path for folder in folders for path in folder.glob("*.txt")):
        yield _YEAR.sub("", path.stem), read(path).text
    for item in load_corpus(corpus):
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
