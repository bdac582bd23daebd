"""A history at scale: how large its file is, and how long one new report takes beside being analyzed.

Run it from the top of a clone: ``python tests/benchmarks/history_at_scale.py 1000 10000 [--seed 11]``. The
submissions are made up, those asked about are of the year after. Seconds are of the processor, in one run;
what takes the space is told in bytes for each byte of UTF-8.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from reuse_plants import made

from govreport.history import History, Question
from govreport.model import Submission
from govreport.pipeline import analyze
from govreport.read import from_text
from govreport.reuse import find_matches

ASKED = 5
# So many are added in one go.
TOGETHER = 10_000
# Beyond so many the answer is not compared with that of all texts.
COMPARED = 2000


def filled(file: Path, past: Sequence[Submission]) -> float:
    """Add the submissions, and return the seconds that it took."""
    start = time.process_time()
    for first in range(0, len(past), TOGETHER):
        with History.open(file) as history:
            history.add(past[first : first + TOGETHER])
    return time.process_time() - start


def space(history: History, size: int) -> str:
    """Return what takes the space."""
    run = history._connection.execute
    (texts,) = run("SELECT sum(octet_length(data)) FROM texts").fetchone()
    rows = run(
        "SELECT kind, sum(octet_length(data)) FROM blocks JOIN runs ON blocks.number >> 32 = runs.number "
        "GROUP BY kind ORDER BY kind"
    ).fetchall()
    return ", ".join(f"{name} {held / size:.2f}" for name, held in [("texts", texts), *rows])


def main() -> None:
    """Print what was measured of each size."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("sizes", type=int, nargs="*", default=[1000])
    asked.add_argument("--seed", type=int, default=11)
    options = asked.parse_args()
    for number in options.sizes:
        submissions = [replace(one, role="history") for one in made(number + ASKED, options.seed)[0]]
        new = [replace(one, year=2021, role="batch") for one in submissions[:ASKED]]
        past = submissions[ASKED:]
        analyze(from_text(new[0].text))
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "history.duckdb"
            taken = filled(file, past)
            size = sum(len(one.text.encode()) for one in past)
            with History.open(file, read_only=True) as history:
                print(f"{number} submissions, {size} bytes of UTF-8, added in {taken:.0f} s")
                print(f"  the file {file.stat().st_size / size:.2f}: {space(history, size)}")
                history.ask(Question(new[:1], {new[0].id}))
                for one in new:
                    start = time.process_time()
                    answer = history.ask(Question([one], {one.id}))
                    between = time.process_time()
                    analyze(from_text(one.text))
                    end = time.process_time()
                    print(
                        f"  asked {between - start:.2f} s, analyzed {end - between:.2f} s, "
                        f"{len(answer.matches)} matches",
                        flush=True,
                    )
                    if number <= COMPARED:
                        named = [replace(p, id=f"history:{p.id}") for p in past]
                        assert answer.matches == find_matches([*named, one], asked={one.id})


if __name__ == "__main__":
    main()
