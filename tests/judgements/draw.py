"""Draw flags of an audit at random, as many of each rule as go round, into a sheet to be judged.

``python -m tests.judgements.draw FOLDER --seed 8 --count 200 --out sheet.csv [--without judged.csv …]``

Every rule is on. The sheet has file, code, span and empty columns for verdict and reason; the texts stay
where they are. A second file beside it tells how many flags each rule raised in all.
"""

from __future__ import annotations

import argparse
import csv
import random
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import govreport as gr
from govreport.model import CODES, Flag

COLUMNS = ("file", "code", "start", "end", "verdict", "reason")


def flags_of(folder: Path) -> list[Flag]:
    """Audit a folder with every rule on."""
    with tempfile.TemporaryDirectory() as scratch:
        rules = Path(scratch) / "rules.toml"
        rules.write_text("".join(f"[{code}]\non = true\n" for code in CODES), encoding="utf-8")
        return list(gr.audit(sorted(folder.rglob("*.txt")), rules=rules, progress=False).flags)


def shares(counts: dict[str, int], total: int) -> dict[str, int]:
    """Give each rule the same number, and what a rare one leaves to the others."""
    given = dict.fromkeys(counts, 0)
    while total > 0 and any(given[code] < counts[code] for code in counts):
        for code in sorted(counts):
            if total and given[code] < counts[code]:
                given[code] += 1
                total -= 1
    return given


def drawn(flags: Iterable[Flag], count: int, seed: int, known: set[tuple[str, ...]]) -> Iterator[list[str]]:
    """Yield the rows of the sheet, rule by rule."""
    draw = random.Random(seed)
    by_code: defaultdict[str, list[list[str]]] = defaultdict(list)
    for flag in flags:
        place = flag.evidence[0]
        row = [Path(place.document_id).stem, flag.code, str(place.span.start), str(place.span.end)]
        if tuple(row) not in known:
            by_code[flag.code].append(row)
    quota = shares({code: len(rows) for code, rows in by_code.items()}, count)
    for code in sorted(by_code):
        yield from sorted(draw.sample(sorted(by_code[code]), quota[code]))


def main() -> None:
    """Write the sheet and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    known = {tuple(row[:4]) for path in given.without for row in csv.reader(path.open(encoding="utf-8"))}
    flags = flags_of(given.folder)
    rows = list(drawn(flags, given.count, given.seed, known))
    with given.out.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *([*row, "", ""] for row in rows)])
    counts = Counter(flag.code for flag in flags)
    with given.out.with_name(given.out.stem + "-flags.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("code", "flags"), *sorted(counts.items())])


if __name__ == "__main__":
    main()
