"""What ``govreport evaluate`` does with its options: measure, compare, hold against floors, print."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from govreport.errors import InputError, UsageError
from govreport.evaluate import Evaluation, evaluate
from govreport.evaluate.annotators import agreement_of, agreement_table, confusions
from govreport.evaluate.floors import below_floors, pin_floors, read_floors
from govreport.evaluate.fused import fused_borders
from govreport.evaluate.table import render_evaluation

__all__ = ["run_evaluation"]


def run_evaluation(
    folder: Path,
    *,
    split: str,
    reason: str | None,
    as_json: bool,
    against: Path | None,
    floors: Path | None,
    pin: bool,
    real: Path | None,
    second: Path | None,
) -> tuple[list[str], int]:
    """Return the lines to print and the exit status: 1 where a score lies below its floor."""
    if second is not None:
        return _agreement(folder, second), 0
    if pin and floors is None:
        raise UsageError("no-floors", "--pin needs a file", hint="give it as --floors FILE")
    evaluation = evaluate(folder, split=split, reason=reason, progress=True)
    lines = [evaluation.to_json() if as_json else render_evaluation(evaluation)]
    if against is not None:
        lines.extend(_compared(evaluation, against))
    if real is not None:
        lines.extend(["", *fused_borders(real)])
    falls = [] if floors is None or pin else below_floors(evaluation, read_floors(floors))
    if pin and floors is not None:
        pin_floors(evaluation, floors, reason)
    return [*lines, *falls], int(bool(falls))


def _agreement(first: Path, second: Path) -> list[str]:
    mixed = confusions(first, second)
    return [
        agreement_table(agreement_of(first, second)),
        "",
        "labels that are mixed up most",
        *(f"  {task}: {one} / {other}  {times}" for task, one, other, times in mixed),
    ]


def _compared(evaluation: Evaluation, path: Path) -> Iterator[str]:
    try:
        earlier = json.loads(path.read_text(encoding="utf-8"))
        mended, broken = evaluation.against(earlier)
    except (OSError, ValueError, KeyError, TypeError) as error:
        hint = "write one with --format json"
        raise InputError("wrong-record", "is no record of an evaluation", path=path, hint=hint) from error
    if earlier.get("corpus") != evaluation.corpus:
        yield f"note: that was corpus {earlier.get('corpus')}, this is {evaluation.corpus}"
    yield f"turned right: {len(mended)}"
    yield from (f"  + {key}" for key in mended)
    yield f"turned wrong: {len(broken)}"
    yield from (f"  - {key}" for key in broken)
