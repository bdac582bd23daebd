"""An audit of many short reports: the time of each, and the most memory of this process and of a reader.

Run it from the top of a clone: ``python tests/benchmarks/audit_at_scale.py 1000 [--jobs 2] [--length 300]``.
Each report is of another unit and has four sections; one in fifty has a paragraph of another. Another process
writes them, so that their making is not in the memory. Times of processors are those of this process and of
its readers: what else the machine does counts less in them.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reuse_language import Writer

import govreport as gr

NUMERALS = "一二三四"
# Folders with more files than this are slow to list.
TOGETHER = 1000


def hand_in(folder: Path, number: int, length: int, seed: int) -> None:
    """Write so many reports of about so many characters."""
    writer = Writer(seed)
    copied = ""
    for one in range(number):
        parts = [writer.text(length // len(NUMERALS)) for _ in NUMERALS]
        if one % 50 == 1:
            parts[1] = copied
        copied = parts[0]
        town = f"{writer.name()[:2]}{NUMERALS[one % 4]}{one}"
        body = "\n".join(f"{n}、{part}" for n, part in zip(NUMERALS, parts, strict=True))
        place = folder / f"{one // TOGETHER:03}"
        place.mkdir(exist_ok=True)
        (place / f"{one:06}.txt").write_text(f"{town}镇妇联2021年工作总结\n{body}\n", encoding="utf-8")


class Clock:
    """Seconds of each stage, of the clock and of this process: called like a progress bar."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self.worked: Counter[str] = Counter()
        self._last = time.perf_counter(), time.process_time()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Count the time since the last call for the stage that tells."""
        now = time.perf_counter(), time.process_time()
        self.taken[stage] += now[0] - self._last[0]  # type: ignore[assignment]
        self.worked[stage] += now[1] - self._last[1]  # type: ignore[assignment]
        self._last = now


def held(process: int) -> int:
    """Return the megabytes that a process holds."""
    try:
        return (
            int(Path(f"/proc/{process}/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")
            >> 20
        )
    except (OSError, IndexError):
        return 0


def below(process: int) -> Iterator[int]:
    """Yield the processes that one has begun, and those that these have."""
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    except OSError:
        return
    for child in map(int, children):
        yield child
        yield from below(child)


@contextmanager
def watched(most: Counter[str]) -> Iterator[None]:
    """Note the most megabytes that a reader holds."""
    done = threading.Event()

    def look() -> None:
        while not done.wait(0.5):
            most["reader"] = max([most["reader"], *map(held, below(os.getpid()))])

    thread = threading.Thread(target=look)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def main() -> None:
    """Print times and memory."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("number", type=int, nargs="?", default=1000)
    asked.add_argument("--length", type=int, default=300)
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--no-save", action="store_true", help="write no folder")
    options = asked.parse_args()
    most: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as root:
        submitted, out = Path(root, "in"), Path(root, "out")
        submitted.mkdir()
        making = multiprocessing.get_context("spawn").Process(
            target=hand_in, args=(submitted, options.number, options.length, options.seed)
        )
        making.start()
        making.join()
        clock = Clock()
        with watched(most):
            audit = gr.audit(submitted, jobs=options.jobs, progress=clock)
        clock("rest", 1, 1)
        found = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        reading = sum(seconds for seconds, _, _ in audit.costs.values())
        if not options.no_save:
            audit.save(out, progress=clock)
            clock("manifest", 1, 1)
        n, summary = options.number, audit.summary
        print(f"{n} reports, {options.jobs} readers, {summary}")
        for stage, seconds in clock.taken.items():
            print(f"{stage:<12}{seconds:8.1f} s, {clock.worked[stage]:8.1f} s of this process")
        work = reading + sum(clock.worked.values())
        print(f"readers     {reading:8.1f} s of their processors, {1000 * reading / n:.2f} ms a report")
        print(
            f"all         {sum(clock.taken.values()):8.1f} s, {1000 * work / n:.2f} ms of processors a report"
        )
        now = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
        print(f"most memory {found} MB, {now} MB with writing, {most['reader']} MB a reader")


if __name__ == "__main__":
    main()
