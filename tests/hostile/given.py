"""The hostile files that nobody submits: each given where its like belongs, and everywhere else as well.

A history goes to ``--history``, settings to ``--rules`` and ``--taxonomy``. Models can't be given at all: no
option takes one, and ``govreport train`` reads texts alone. So each of them is tried with every option that
takes a file. What must happen is one line with status 2 (wrong use) or 4 (the history), the file untouched.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import chdir
from pathlib import Path
from typing import Any

import govreport as gr
from govreport.errors import GovreportError

__all__ = ["OPTIONS", "problems_of_given"]

# Options that take a file, with the status that a wrong one gives.
OPTIONS = {"history": 4, "taxonomy": 2, "rules": 2, "roster": 2, "metadata": 2, "decisions": 2}
# Where an empty file is sound: it changes no rule.
_MAY_BE_EMPTY = ("rules",)
# What the message of a history says, by what is wrong with it in the words of the manifest. A SQLite file of
# any version is none: a history is a DuckDB file.
_SAID = ("no DuckDB file", "no history of govreport", "is empty")


def problems_of_given(folder: Path, listed: list[dict[str, Any]], report: Path) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that is not refused as it should be, and what happened instead."""
    with chdir(report.parent):
        for file in listed:
            path = folder / file["path"]
            before = path.read_bytes()
            for option, status in OPTIONS.items():
                if not before and option in _MAY_BE_EMPTY:
                    continue
                happened = _refusal(path, option, status, report)
                if happened:
                    yield file["path"], f"--{option}: {happened}"
            if path.read_bytes() != before:
                yield file["path"], "was changed"
            if os.path.exists(str(file["checks"].get("canary_absent", "")) or "no-canary"):
                yield file["path"], "was run"


def _refusal(path: Path, option: str, status: int, report: Path) -> str | None:
    """Return None where the file is refused in one line that names it."""
    try:
        gr.audit(report, progress=False, jobs=1, **{option: path})  # type: ignore[arg-type]
    except GovreportError as error:
        message = str(error)
        if error.exit_status != status or path.name not in message or len(message.splitlines()) != 1:
            return f"{error.exit_status} {message}"
        said = option != "history" or any(word in message for word in _SAID)
        return None if said else message
    except Exception as error:
        return f"raised {error!r}"
    return "was taken"
