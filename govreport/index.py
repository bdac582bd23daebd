"""What ``govreport index`` does: add submissions to a history, list and remove them, check the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from govreport.batch import read_reports
from govreport.desk import Intake
from govreport.errors import UsageError
from govreport.history import History
from govreport.workflow import submission_by

__all__ = ["run_index"]


def run_index(
    action: str,
    file: Path,
    what: Sequence[str],
    *,
    roster: Path | None = None,
    metadata: Path | None = None,
) -> tuple[list[str], int]:
    """Return the lines to print and the exit status.

    ``roster`` and ``metadata`` are CSV files that tell unit, year and day of what is added.

    Raises OutputError where the file can't be used as a history, UsageError where there is nothing to do.
    """
    if action in ("add", "remove") and not what:
        wanted = (
            "files or folders" if action == "add" else "ids or hashes, as govreport index list prints them"
        )
        raise UsageError("nothing-given", f"nothing to {action} was given", hint=f"give {wanted}")
    if action == "add":
        return _add(file, what, Intake.read(roster, metadata))
    with History.open(file, read_only=action != "remove") as history:
        if action == "remove":
            return [f"{file}: {history.remove(what)} removed, {len(history)} remain"], 0
        if action == "list":
            return list(_listed(history)), 0
        damaged = history.damaged()
        lines = [f"{file}: the text of {id} is not the one that was added" for id in damaged]
        lines.append(f"{file}: {len(history)} submissions, {len(damaged)} damaged")
        if not history.is_found():
            lines.append(f"{file}: what texts are found by is damaged; add the submissions to a new file")
            return lines, 4
        return lines, 4 if damaged else 0


def _add(file: Path, paths: Sequence[str], intake: Intake) -> tuple[list[str], int]:
    with History.open(file) as history:
        reports, failures = read_reports(paths)
        added = history.add(map(partial(submission_by, intake), reports))
        lines = [f"{file}: {failure.message}" for failure in failures]
        lines += intake.metadata.unused(report.document.id for report in reports)
        lines.append(f"{file}: {added} added, {len(reports) - added} known before, {len(history)} in all")
        return lines, 3 if failures else 0


def _listed(history: History) -> Iterator[str]:
    for one in history.entries():
        fields = (one.sha256[:12], one.year, one.unit, one.date, one.characters, one.id)
        yield "\t".join("-" if field is None else str(field) for field in fields)
