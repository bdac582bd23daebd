"""How long one report takes, once warm, as a share of the time in which jieba loads its dictionary.

Both are measured in this process: ``python tests/benchmarks/analyze_against_jieba.py [FILE]``.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

import jieba

import govreport as gr

EXAMPLE = Path(__file__).parents[2] / "corpus" / "examples" / "baishi-2021.txt"


def main() -> None:
    """Print length, both times and their ratio."""
    document = gr.read(sys.argv[1] if len(sys.argv) > 1 else EXAMPLE)
    gr.analyze(document)
    seconds = []
    for _ in range(11):
        begin = time.perf_counter()
        gr.analyze(document)
        seconds.append(time.perf_counter() - begin)
    begin = time.perf_counter()
    jieba.Tokenizer().initialize()
    loading = time.perf_counter() - begin
    warm = statistics.median(seconds)
    print(
        f"{len(document.text)} characters: {warm:.3f} s; jieba loads in {loading:.3f} s; {warm / loading:.2f}"
    )


if __name__ == "__main__":
    main()
