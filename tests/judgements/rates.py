"""How many of the flags of each rule are right: on the gold, and judged by hand on real texts.

``python -m tests.judgements.rates`` prints the table that stands in the README.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import sqrt
from pathlib import Path

from govreport.corpus import load_corpus
from govreport.evaluate import Evaluation, evaluate_items
from govreport.model import CODES

HERE = Path(__file__).parent
CORPUS = HERE.parent.parent / "corpus"


def wilson(right: int, all: int) -> tuple[float, float]:
    """Return the 95 % interval of a share.

    >>> [round(one, 2) for one in wilson(24, 24)]
    [0.86, 1.0]
    """
    z = 1.96
    middle, spread = right / all + z * z / (2 * all), z * sqrt(right * (all - right) / all + z * z / 4) / all
    return (middle - spread) / (1 + z * z / all), min(1.0, (middle + spread) / (1 + z * z / all))


def measured() -> Evaluation:
    """Evaluate every rule on the reports that may be looked at: train, dev, and those written for rules."""
    items = [item for item in load_corpus(CORPUS / "reports") if item.split in ("train", "dev")]
    return evaluate_items([*items, *load_corpus(CORPUS / "rules")])


def judged(name: str) -> list[dict[str, str]]:
    """Return the rows of a judged sheet."""
    with (HERE / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def after() -> Iterator[dict[str, str]]:
    """Yield what is judged of the flags raised after mending: the second draw, and the first's that stay."""
    yield from (row for row in judged("first") if row["still"] == "yes")
    yield from judged("second")


def counts(rows: Iterable[dict[str, str]]) -> dict[str, tuple[int, int]]:
    """Return by rule how many were true, of how many."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found[row["code"]][row["verdict"]] += 1
    return {code: (count["true"], count.total()) for code, count in found.items()}


def table() -> Iterator[str]:
    """Yield the lines of the table."""
    scores, before, now = measured().scores, counts(judged("first")), counts(after())
    yield "| rule | gold: right of told | interval | found | real: before | after mending |"
    yield "|---|---|---|---|---|---|"
    for code in CODES:
        score = scores.get(f"flag-{code}")
        if score is None or not score.given:
            continue
        low, high = wilson(score.right, score.given)
        shown = (f"{one[code][0]}/{one[code][1]}" if code in one else "" for one in (before, now))
        found = f"{score.recall:.2f} of {score.in_gold}"
        told = f"{score.right}/{score.given}"
        yield f"| {code} | {told} | [{low:.2f}, {high:.2f}] | {found} | " + " | ".join(shown) + " |"
    sums = [tuple(map(sum, zip(*one.values(), strict=True))) for one in (before, now)]
    yield "| all | | | | " + " | ".join(f"{right}/{all}" for right, all in sums) + " |"


if __name__ == "__main__":
    print("\n".join(table()))
