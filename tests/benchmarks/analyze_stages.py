"""What each stage of an analysis costs for 1,000 characters, beside ``jieba.cut`` of the same texts.

Run it from the top of a clone: ``python tests/benchmarks/analyze_stages.py 20 [--seed 11]``. The texts are
those of ``reuse_at_scale.py``, cut at a line end behind 3,000 characters; with ``--corpus`` they are the
reports of the dev split. Each text goes through all stages and then through jieba, so that whatever else the
machine does slows both; milliseconds are of the processor.
"""

from __future__ import annotations

import argparse
import logging
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import jieba
from audit_end_to_end import LENGTH
from reuse_plants import made

from govreport.check import check
from govreport.classify import classify
from govreport.corpus import load_corpus
from govreport.engines.stored import findings_from, to_bytes
from govreport.extract import extract
from govreport.model import Findings
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.reuse import find_duplicates
from govreport.segment import segment
from govreport.text.collector import collector_at_rest
from govreport.text.taxonomies import as_taxonomy

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
# What a child process adds to hand its findings over, and the parent to take them.
HANDING_OVER = ("stored", "restored")

_Result = TypeVar("_Result")


class Stages:
    """Milliseconds of each stage."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()

    def __call__(self, name: str, work: Callable[[], _Result]) -> _Result:
        """Do the work of a stage and count its time."""
        begin = time.process_time()
        result = work()
        self.taken[name] += 1000 * (time.process_time() - begin)  # type: ignore[assignment]
        return result

    def of(self, text: str) -> None:
        """Take a text through all stages, as ``analyze`` does, and through jieba."""
        with collector_at_rest():
            self._of(text)

    def _of(self, text: str) -> None:
        document = self("read", lambda: from_text(text, id="report"))
        view = self("normalize", lambda: normalize(document))
        duplicates = self("reuse inside", lambda: find_duplicates(view))
        outline = self("segment", lambda: segment(view, duplicates))
        statements = self("extract", lambda: extract(view, outline, duplicates))
        sorted_out = self("classify", lambda: classify(view, outline, statements, as_taxonomy(None)))
        flags = self("check", lambda: check(view, sorted_out[0], duplicates, sorted_out[1], None))
        findings = Findings(view.document, view, sorted_out[0], duplicates, sorted_out[1], flags)
        data = self("stored", lambda: to_bytes(findings))
        self("restored", lambda: findings_from(data))
        self("jieba.cut", lambda: list(jieba.cut(text)))


def texts(number: int, seed: int, of_corpus: bool) -> Iterator[str]:
    """Yield the texts that are measured."""
    if of_corpus:
        yield from (one.document.text for one in load_corpus(REPORTS) if one.split == "dev")
        return
    for one in made(number, seed)[0]:
        end = one.text.find("\n", LENGTH)
        yield one.text if end < 0 else one.text[:end]


def main() -> None:
    """Print one line for each stage."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("number", type=int, nargs="?", default=20)
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--corpus", action="store_true")
    options = asked.parse_args()
    jieba.setLogLevel(logging.WARNING)
    every = list(texts(options.number, options.seed, options.corpus))
    Stages().of(every[0])
    stages = Stages()
    for text in every:
        stages.of(text)
    taken, thousands = stages.taken, sum(map(len, every)) / 1000
    whole = sum(taken[name] for name in taken if name not in (*HANDING_OVER, "jieba.cut"))
    print(f"{len(every)} texts, {thousands * 1000:.0f} characters: ms for 1,000 characters, of jieba.cut")
    for name, spent in [*taken.items(), ("analysis", whole)]:
        print(f"{name:<14}{spent / thousands:8.2f}{spent / taken['jieba.cut']:8.2f}")


if __name__ == "__main__":
    main()
