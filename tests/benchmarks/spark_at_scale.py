"""The search on Spark and on one machine, over made-up submissions: is it equal, what does each step cost.

Run it from the top of a clone: ``python tests/benchmarks/spark_at_scale.py 1000 [3000 …] [--seed 11]``. The
settings of Spark are those of PYSPARK_SUBMIT_ARGS. Seconds are those of all processors, of this
process and of all below it.
"""

from __future__ import annotations

import argparse
import os
import time
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from reuse_plants import made

from govreport.engines import get_engine
from govreport.engines.spark.session import session
from govreport.engines.spark.tables import Tables

_TICKS = os.sysconf("SC_CLK_TCK")


def worked(pid: int | None = None) -> float:
    """Return the seconds of processor time of a process, of all below it, and of those that have ended."""
    place = Path(f"/proc/{pid or os.getpid()}")
    try:
        told = (place / "stat").read_text().rpartition(")")[2].split()
        threads = list((place / "task").iterdir())
    except OSError:
        return 0.0
    return sum(map(int, told[11:15])) / _TICKS + sum(map(worked, chain.from_iterable(map(_begun, threads))))


def _begun(thread: Path) -> list[int]:
    """Return the processes that a thread has begun; those of one that has ended are another's."""
    try:
        return [int(one) for one in (thread / "children").read_text().split()]
    except OSError:
        return []


class Steps:
    """What writing each table took, by its name: seconds of processors, seconds, bytes on disk."""

    def __init__(self) -> None:
        self.worked: Counter[str] = Counter()
        self.passed: Counter[str] = Counter()
        self.bytes: dict[str, int] = {}
        self._write = Tables._write

    def watch(self) -> None:
        """Count from now on."""
        steps, write = self, self._write

        def told(tables: Tables, name: str, rows: Any, by: str | None, mode: str) -> None:
            begun, since = worked(), time.monotonic()
            write(tables, name, rows, by, mode)
            steps.worked[name] += worked() - begun  # type: ignore[assignment]
            steps.passed[name] += time.monotonic() - since  # type: ignore[assignment]
            for folder in [Path(urlsplit(tables.folder).path, name)]:
                for part in [folder, *folder.glob("kind=*")]:
                    files = (file for file in part.glob("**/*.parquet"))
                    steps.bytes[f"{name}/{part.name}"] = sum(file.stat().st_size for file in files)

        Tables._write = told  # type: ignore[method-assign]


def shuffled() -> int:
    """Return the bytes that tasks have written for other tasks so far."""
    store = session().sparkContext._jsc.sc().statusStore()
    executors = store.executorList(True)
    return sum(executors.apply(n).totalShuffleWrite() for n in range(executors.size()))


def measure(number: int, seed: int) -> None:
    """Print what both engines took and whether they found the same."""
    batch = made(number, seed)[0]
    characters = sum(len(one.text) for one in batch)
    session().sparkContext.setLogLevel("ERROR")
    begun = worked()
    expected = get_engine("embedded").find(batch)
    embedded = worked() - begun
    steps = Steps()
    steps.watch()
    before = shuffled()
    begun, since = worked(), time.monotonic()
    found = get_engine("spark").find(batch)
    spark, passed = worked() - begun, time.monotonic() - since
    Tables._write = steps._write  # type: ignore[method-assign]
    lacking = Counter(map(repr, expected)) - Counter(map(repr, found))
    more = Counter(map(repr, found)) - Counter(map(repr, expected))
    print(f"{number} submissions, {characters} characters, {len(expected)} matches on one machine")
    print(f"only on one {lacking.total()}, only on Spark {more.total()}, all equal {found == expected}")
    print(f"seconds of processors: one machine {embedded:.1f}, Spark {spark:.1f} ({passed:.1f} passed)")
    print(f"sent from task to task: {(shuffled() - before) / characters:.2f} bytes for each character")
    for name, seconds in steps.worked.items():
        print(f"  {name:<16}{seconds:8.1f} s {steps.passed[name]:8.1f} s passed", end="")
        sizes = {key: size for key, size in steps.bytes.items() if key.partition("/")[0] == name}
        print(
            "".join(f"  {key.partition('/')[2]} {size / characters:.3f}" for key, size in sizes.items()),
            flush=True,
        )
    print("  (last: bytes on disk for each character)", flush=True)


def main() -> None:
    """Measure each number of submissions."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("numbers", type=int, nargs="*", default=[1000])
    asked.add_argument("--seed", type=int, default=11)
    options = asked.parse_args()
    for number in options.numbers:
        measure(number, options.seed)


if __name__ == "__main__":
    main()
