"""Floors: scores that were reached stay reached, or somebody says why not.

A file of floors holds the corpus hash, the F1 of each task, and the reasons for which floors were lowered.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from govreport.errors import UsageError
from govreport.evaluate.evaluation import Evaluation

__all__ = ["below_floors", "pin_floors", "read_floors"]

# Scores are rounded down to this, so that a floor is never above what was measured.
_STEP = 1000


def read_floors(path: str | Path) -> dict[str, Any]:
    """Return the floors of a file."""
    return dict(json.loads(Path(path).read_text(encoding="utf-8")))


def below_floors(evaluation: Evaluation, floors: dict[str, Any]) -> list[str]:
    """Return a sentence for each task below its floor, and one where the corpus is another."""
    found = []
    if floors["corpus"] != evaluation.corpus:
        found.append(f"the corpus is {evaluation.corpus}, the floors were pinned on {floors['corpus']}")
    for task, floor in floors["f1"].items():
        now = evaluation.scores[task].f1 if task in evaluation.scores else 0.0
        if now < floor:
            found.append(f"{task}: {now:.3f} is below the floor of {floor:.3f}")
    return found


def pin_floors(evaluation: Evaluation, path: str | Path, reason: str | None = None) -> None:
    """Write the scores as floors. They only rise; lowering one, or another corpus, needs a ``reason``."""
    file = Path(path)
    earlier = read_floors(file) if file.exists() else None
    falls = below_floors(evaluation, earlier) if earlier else []
    if falls and not (reason and reason.strip()):
        raise UsageError("floors-fall", "; ".join(falls), path=file, hint="mend it, or give a reason")
    kept = list(earlier["lowered"]) if earlier else []
    if falls:
        kept.append({"date": date.today().isoformat(), "reason": reason, "what": falls})
    scores = {task: int(score.f1 * _STEP) / _STEP for task, score in sorted(evaluation.scores.items())}
    record = {"corpus": evaluation.corpus, "documents": evaluation.documents, "f1": scores, "lowered": kept}
    file.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
