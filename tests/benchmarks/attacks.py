"""How the time grows with texts that are made to be slow: each twice and four times as long.

Run it from the top of a clone: ``python -m tests.benchmarks.attacks [FAMILY…]``. It prints processor seconds,
the ratio for each doubling (2 is linear), and what became of the text at its full size; the status is 1 where
a ratio is above 2.5, unless so little time is taken that it tells nothing.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import govreport as gr
from govreport.errors import InputError
from govreport.read import from_bytes

_MOST = 2.5
# Seconds that are mostly those of loading and of the clock.
_LITTLE = 0.2
_SENTENCE = "全年开展宣传活动，服务妇女群众。"
_NUMERALS = "一二三四五六七八九十"

# How a text of so many pieces is made, the pieces to begin with, and those of the full size.
FAMILIES: dict[str, tuple[Callable[[int], str], int, int]] = {
    "one line (characters)": (lambda number: _prose(number), 100_000, 100_000_000),
    "equal sentences": (lambda number: _SENTENCE * number, 5_000, 1_000_000),
    "equal sentences, a line each": (lambda number: f"{_SENTENCE}\n" * number, 5_000, 1_000_000),
    "markers": (lambda number: "一、" * number, 10_000, 1_000_000),
    "headings": (lambda number: "".join(f"{place}、抓学习\n" for place in range(number)), 2_500, 1_000_000),
    "levels": (
        lambda number: "\n".join(".".join("1" * (1 + place % 40)) for place in range(number)),
        2_500,
        10_000,
    ),
    "levels in one number": (lambda number: ".".join("1" * number) + "学习", 2_500, 10_000),
    "brackets in brackets": (lambda number: "（" * number + "学习" + "）" * number, 2_500, 10_000),
    "一": (lambda number: "一" * number, 50_000, 200_000),
    "digits": (lambda number: "1" * number, 50_000, 200_000),
    "blank lines": (lambda number: "\n" * number + "一、抓学习", 250_000, 500_000),
}
_FILES = (100, 200, 400)


def _prose(length: int) -> str:
    """Return running text without a line end, no two sentences of it alike."""
    pieces = []
    size = 0
    while size < length:
        here = len(pieces)
        pieces.append(f"第{here}村{_NUMERALS[here % 10]}组开展活动{here}次，服务{here * 7 % 1000}人。")
        size += len(pieces[-1])
    return "".join(pieces)


def seconds(text: str) -> tuple[float, str]:
    """Return the processor time that a text takes to be read and analyzed, and what was told of it."""
    data, begun = text.encode(), time.process_time()
    try:
        report = gr.analyze(from_bytes(data, id="a.txt"))
        told = " ".join([*report.document.provenance.warnings, f"{len(report.sections)} sections"])
    except InputError as error:
        told = error.code
    return time.process_time() - begun, told


def identical(number: int) -> float:
    """Return the processor time of an audit of so many files of one text, the children included."""
    with tempfile.TemporaryDirectory() as folder:
        for place in range(number):
            Path(folder, f"{place}.txt").write_text(f"库山镇妇联2021年工作总结\n一、宣传\n{_SENTENCE * 5}\n")
        begun = time.process_time()
        audit = gr.audit(folder, progress=False, jobs=1)
        return time.process_time() - begun + sum(cost[0] for cost in audit.costs.values())


def growth(name: str, taken: list[float], told: str) -> bool:
    """Print a row; return whether the time grows too fast."""
    ratios = [after / max(one, 0.001) for one, after in pairwise(taken)]
    shown = "  ".join(f"{one:8.2f} s" for one in taken)
    print(f"{name:30} {shown}   x {' x '.join(f'{one:.2f}' for one in ratios)}   {told}", flush=True)
    return any(ratio > _MOST and after > _LITTLE for ratio, after in zip(ratios, taken[1:], strict=True))


def main(*chosen: str) -> int:
    """Measure and print."""
    seconds("一、抓学习\n全年培训3期。")
    slow = False
    for name, (made, start, full) in FAMILIES.items():
        if chosen and name not in chosen:
            continue
        taken = [seconds(made(start * times))[0] for times in (1, 2, 4)]
        whole, told = seconds(made(full))
        slow |= growth(name, taken, f"{full:,}: {whole:.1f} s, {told}")
    if not chosen or "identical files" in chosen:
        slow |= growth("identical files", [identical(number) for number in _FILES], f"{_FILES} files")
    return int(slow)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
