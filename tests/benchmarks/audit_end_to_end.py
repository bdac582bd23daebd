"""An audit from files to folder: seconds of each stage, the most memory, and what the folder takes.

Run it from the top of a clone: ``python tests/benchmarks/audit_end_to_end.py 1000 [--seed 11] [--keep DIR]``.
The submissions are those of ``reuse_at_scale.py``, cut at a line end behind 3,000 characters. A figure stands
in three of ten clauses, so they hold more statements than real reports do.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections import Counter
from pathlib import Path

from reuse_plants import made

import govreport as gr

LENGTH = 3000


class Clock:
    """Seconds of each stage: called like a progress bar."""

    def __init__(self) -> None:
        self.taken: Counter[str] = Counter()
        self._last = time.perf_counter()

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Count the time since the last call for the stage that tells."""
        now = time.perf_counter()
        self.taken[stage] += now - self._last  # type: ignore[assignment]
        self._last = now


def hand_in(folder: Path, number: int, seed: int) -> int:
    """Write the submissions and return their characters."""
    total = 0
    for one in made(number, seed)[0]:
        end = one.text.find("\n", LENGTH)
        text = one.text if end < 0 else one.text[:end]
        (folder / f"{one.id}.txt").write_text(text, encoding="utf-8")
        total += len(text)
    return total


def most_memory() -> int:
    """Return the most megabytes that this process has had so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10


def sizes(folder: Path) -> Counter[str]:
    """Return the bytes of the folder by what stands directly in it."""
    found: Counter[str] = Counter()
    for path in folder.rglob("*"):
        if path.is_file():
            found[path.relative_to(folder).parts[0]] += path.stat().st_size
    return found


def main() -> None:
    """Print stages, memory and sizes."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("number", type=int, nargs="?", default=1000)
    asked.add_argument("--seed", type=int, default=11)
    asked.add_argument("--keep", type=Path, help="where the folder of the audit stays")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as root:
        submitted, out = Path(root, "in"), options.keep or Path(root, "out")
        submitted.mkdir()
        characters = hand_in(submitted, options.number, options.seed)
        clock = Clock()
        audit = gr.audit(submitted, progress=clock)
        clock("rest", 1, 1)
        before = most_memory()
        audit.save(out, progress=clock)
        clock("manifest", 1, 1)
        print(f"{options.number} reports, {characters} characters, {audit.summary}")
        for stage, seconds in clock.taken.items():
            print(f"{stage:<12}{seconds:8.1f} s")
        print(f"{'all':<12}{sum(clock.taken.values()):8.1f} s")
        print(f"most memory {most_memory()} MB, {before} MB of it before writing, without the readers")
        found = sizes(out)
        texts = sum(path.stat().st_size for path in submitted.iterdir())
        print(f"folder {found.total() / 1e6:.0f} MB, texts {texts / 1e6:.1f} MB:", end="")
        print("".join(f"  {name} {size / 1e6:.1f}" for name, size in found.most_common(8)))


if __name__ == "__main__":
    main()
