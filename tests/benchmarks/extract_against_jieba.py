"""What statements, slots and areas cost beside ``jieba.cut`` of the same texts, all of it in one process.

Run it from the top of a clone: ``python tests/benchmarks/extract_against_jieba.py [ROUNDS]``. It prints the
processor time of each over the dev split and their ratio: medians of rounds that take turns, both warm. What
comes before (reading, normalizing, the outline) is not counted.
"""

from __future__ import annotations

import logging
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import jieba

import govreport as gr
from govreport.classify import classify
from govreport.extract import extract
from govreport.model import NormalizedText, Outline
from govreport.normalize import normalize
from govreport.reuse import find_duplicates
from govreport.segment import segment

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"
Read = list[tuple[NormalizedText, Outline]]


def read() -> Read:
    """Return the reports of the dev split with their outlines."""
    texts = [normalize(item.document) for item in gr.load_corpus(REPORTS) if item.split == "dev"]
    return [(text, segment(text, find_duplicates(text))) for text in texts]


def cut(reports: Read) -> None:
    for text, _ in reports:
        list(jieba.cut(text.text))


def extracted(reports: Read) -> list[tuple[object, ...]]:
    return [extract(text, outline) for text, outline in reports]


def classified(reports: Read, statements: list[tuple[object, ...]]) -> None:
    for (text, outline), found in zip(reports, statements, strict=True):
        classify(text, outline, found)  # type: ignore[arg-type]


def seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def main(rounds: int = 5) -> None:
    """Print the time of each in seconds and as a share of jieba's."""
    jieba.setLogLevel(logging.WARNING)
    reports = read()
    statements = extracted(reports)
    classified(reports, statements)
    cut(reports)
    times: dict[str, list[float]] = {"jieba.cut": [], "extract": [], "classify": []}
    for _ in range(rounds):
        times["jieba.cut"].append(seconds(lambda: cut(reports)))
        times["extract"].append(seconds(lambda: extracted(reports)))
        times["classify"].append(seconds(lambda: classified(reports, statements)))
    medians = {name: statistics.median(values) for name, values in times.items()}
    characters = sum(len(text.text) for text, _ in reports)
    print(f"{len(reports)} reports, {characters} characters, medians of {rounds} rounds")
    for name, median in medians.items():
        print(f"{name:10} {median:6.3f} s {median / medians['jieba.cut']:6.2f}")
    both = medians["extract"] + medians["classify"]
    print(f"{'both':10} {both:6.3f} s {both / medians['jieba.cut']:6.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
