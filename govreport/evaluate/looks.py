"""The seal of the test split: every look at its scores is written down."""

from __future__ import annotations

import csv
import os
import subprocess
from datetime import date
from pathlib import Path

from govreport.errors import UsageError

__all__ = ["log_look"]

_FIELDS = ("date", "commit", "reason")


def log_look(corpus: str | os.PathLike[str], reason: str | None) -> None:
    """Write date, commit and reason to ``looks.csv`` beside the folder; UsageError without a reason."""
    if not (reason and reason.strip()):
        raise UsageError(
            "sealed-split",
            "the test split is sealed, so that it can tell whether dev was honest",
            hint="measure on dev, or give a reason for this look (--reason); it is kept in looks.csv",
        )
    folder = Path(corpus).resolve()
    log = (folder if folder.is_dir() else folder.parent).parent / "looks.csv"
    is_new = not log.exists()
    with log.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        if is_new:
            writer.writerow(_FIELDS)
        writer.writerow((date.today().isoformat(), _commit(folder), reason.strip()))


def _commit(folder: Path) -> str:
    where = folder if folder.is_dir() else folder.parent
    try:
        found = subprocess.run(
            ["git", "-C", os.fspath(where), "rev-parse", "--short", "HEAD"],
            capture_output=True,
            text=True,
            check=False,
            timeout=10,
        )
    except OSError:
        return "unknown"
    return found.stdout.strip() or "unknown"
