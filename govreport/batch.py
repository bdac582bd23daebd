"""Many files: each is read for itself, and what can't be read never stops the rest.

>>> audit(["no-such-folder"], progress=False).failures[0].code
'missing-file'
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial, reduce
from pathlib import Path

from govreport.audit import Audit, Failure
from govreport.check import Settings, read_settings, shipped
from govreport.desk import Intake, read_decisions
from govreport.engines import get_engine
from govreport.errors import GovreportError, InputError, UsageError
from govreport.history import History
from govreport.model import Desk, Submission, Taxonomy
from govreport.pipeline import analyze, compare
from govreport.read import SUFFIXES, from_text, is_archive, members, read
from govreport.report import Report
from govreport.text.units import unit_key
from govreport.workflow import desk_of, facts_of, submission_by

__all__ = ["audit", "read_reports"]

PathLike = str | os.PathLike[str]
# What a folder of submissions holds besides reports; everything else is tried, or told of.
_NO_REPORTS = (
    ".json",
    ".jsonl",
    ".csv",
    ".toml",
    ".md",
    ".xlsx",
    ".py",
    ".ipynb",
    ".duckdb",
    ".css",
)
# What the folder of an audit holds before its first page is there.
_AUDIT = {"flags.csv", "reports.jsonl"}


def audit(
    paths: PathLike | Iterable[PathLike],
    *,
    taxonomy: Taxonomy | None = None,
    history: PathLike | None = None,
    reference: PathLike | Iterable[PathLike] = (),
    roster: PathLike | None = None,
    metadata: PathLike | None = None,
    year: int | None = None,
    rules: PathLike | None = None,
    decisions: PathLike | Iterable[PathLike] = (),
    engine: str = "embedded",
    progress: bool = True,
) -> Audit:
    """Read files and folders (with all below them), compare them, and return what was found.

    ``history`` is the file of earlier submissions (made where it is not there): the reports are compared with
    it, the units' earlier commitments are followed up, and then the reports are added to it. ``reference``
    are files or folders that anyone may take up: superiors' documents, templates, laws; what a report has in
    common with them is labelled and does not count as copied. A file's id is its path below the folder that
    was given, so that no two are alike.

    ``roster`` is a CSV file of the units that are expected to submit for ``year`` (that of most of the
    reports unless given), ``metadata`` one with a row for each file: its unit, year, date, and columns of
    your own that are joined to every table, ``decisions`` what was decided on flags of an earlier audit.
    ``rules`` is a TOML file that switches rules off and sets their thresholds.

    Raises UsageError where no path is given at all, OutputError where the history can't be used.
    """
    searcher = get_engine(engine)
    intake = Intake.read(roster, metadata)
    made = [read_decisions(file) for file in _listed(decisions)]
    settings = shipped() if rules is None else read_settings(rules)
    reports, failures = read_reports(paths, taxonomy=taxonomy, rules=settings, progress=progress)
    desk = desk_of(intake, reports, failures, year)
    given = {"roster": roster, "metadata": metadata, "rules": rules}
    submit = partial(submission_by, intake)
    others = list(_references(_listed(reference), failures))
    if history is None:
        marked, comparison = compare(reports, others, submit=submit, settings=settings, find=searcher.find)
    else:
        with History.open(history) as opened:
            others += map(intake.known_as, _earlier(opened, reports))
            past = list(_past_reports(others, desk))
            marked, comparison = compare(
                reports, others, earlier=past, submit=submit, settings=settings, find=searcher.find
            )
            opened.add(map(submit, reports))
    facts = facts_of(reports, failures, others, settings, taxonomy, given)
    desk = replace(desk, facts=facts)
    found = Audit(marked, tuple(failures), comparison, desk, settings)
    return reduce(Audit.decided, made, found.decided(()))


def read_reports(
    paths: PathLike | Iterable[PathLike],
    *,
    taxonomy: Taxonomy | None = None,
    rules: Settings | None = None,
    progress: bool = True,
) -> tuple[list[Report], list[Failure]]:
    """Read and analyze files and folders, each report for itself; what can't be read is a failure.

    Raises UsageError where no path is given at all.
    """
    given = _listed(paths)
    if not given:
        raise UsageError("no-paths", "no path was given", hint="give files or folders")
    reports: list[Report] = []
    failures: list[Failure] = []
    files = list(_files(given, failures))
    for path, id in _with_progress(files, progress):
        found = _one(path, id, taxonomy, rules)
        if isinstance(found, Failure):
            failures.append(found)
        else:
            reports.append(found)
    return reports, failures


def _earlier(history: History, reports: Sequence[Report]) -> Iterator[Submission]:
    """Yield what the history holds besides these very files, each under a name of its own.

    A file is known by its text and its name, as far as both paths go: its folder may be given from higher up
    than last time. The same text under another name is another submission, and a whole copy.
    """
    batch = [(report.document.text, Path(report.document.id).parts) for report in reports]
    whole, ends = set(batch), {(text, end) for text, path in batch for end in _ends(path)}
    ids: set[str] = set()
    for one in history.submissions():
        path = Path(one.id).parts
        if (one.text, path) not in ends and all((one.text, end) not in whole for end in _ends(path)):
            yield replace(one, id=_unique(f"history:{one.id}", ids))


def _ends(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what a file may be called when its folder is given from further below."""
    return (path[first:] for first in range(len(path)))


def _past_reports(others: Iterable[Submission], desk: Desk) -> Iterator[Report]:
    """Analyze the earlier reports of the units of this batch: their commitments are followed up."""
    units = {unit_key(one.unit) for one in desk.submitted} - {None}
    for one in others:
        if one.role == "history" and unit_key(one.unit) in units:
            yield analyze(from_text(one.text, id=one.id))


def _listed(paths: PathLike | Iterable[PathLike]) -> list[PathLike]:
    return [paths] if isinstance(paths, str | os.PathLike) else list(paths)


def _references(paths: list[PathLike], failures: list[Failure]) -> Iterator[Submission]:
    """Read what is not audited but compared with; its ids tell that it is a reference."""
    for path, id in _files(paths, failures):
        try:
            yield Submission(f"reference:{id}", read(path).text, role="reference")
        except GovreportError as error:
            failures.append(Failure(os.fspath(path), error.code, str(error)))


def _files(paths: Iterable[PathLike], failures: list[Failure]) -> Iterator[tuple[Path, str]]:
    """Yield every file once, with its id; what holds no report is a failure."""
    seen: set[Path] = set()
    ids: set[str] = set()
    for path in map(Path, paths):
        found = [path] if not path.is_dir() else sorted(_below(path))
        if not found:
            message = f"{path}: holds no report; wanted files that end in {' '.join(SUFFIXES)}"
            failures.append(Failure(os.fspath(path), "no-reports", message))
        for file in _within(found, failures):
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield file, _unique(os.fspath(file.relative_to(path if path.is_dir() else path.parent)), ids)


def _within(files: Iterable[Path], failures: list[Failure]) -> Iterator[Path]:
    """Yield the files, and in place of an archive what it holds: ids like ``batch.zip/a.txt``."""
    for file in files:
        if not is_archive(file):
            yield file
            continue
        try:
            held = [member for member in members(file) if _is_wanted(member.name)]
        except InputError as error:
            failures.append(Failure(os.fspath(file), error.code, str(error)))
            continue
        yield from held
        if not held:
            message = f"{file}: holds no report; wanted files that end in {' '.join(SUFFIXES)}"
            failures.append(Failure(os.fspath(file), "no-reports", message))


def _below(folder: Path) -> Iterator[Path]:
    """Yield what may be a report; pages of an earlier audit are none, though they end in .html."""
    for at, folders, names in os.walk(folder):
        if _AUDIT.issubset(names):
            folders.clear()
        else:
            yield from filter(_may_be_report, (Path(at, name) for name in names))


def _may_be_report(file: Path) -> bool:
    return file.is_file() and _is_wanted(file.name)


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", "~$")) and Path(name).suffix.lower() not in _NO_REPORTS


def _unique(id: str, ids: set[str]) -> str:
    number, unique = 1, id
    while unique in ids:
        number += 1
        unique = f"{id} ({number})"
    ids.add(unique)
    return unique


def _one(path: Path, id: str, taxonomy: Taxonomy | None, rules: Settings | None) -> Report | Failure:
    try:
        return analyze(replace(read(path), id=id), taxonomy=taxonomy, rules=rules)
    except GovreportError as error:
        return Failure(os.fspath(path), error.code, str(error), id)
    except Exception as error:  # A bug met on one file must not cost the auditor the others.
        kind = type(error).__name__
        message = f"{path}: govreport failed on it ({kind}: {error}); please report this with the file"
        return Failure(os.fspath(path), "internal-error", message, id)


def _with_progress(files: list[tuple[Path, str]], wanted: bool) -> Iterable[tuple[Path, str]]:
    if not wanted or len(files) < 2 or not sys.stderr.isatty():
        return files
    from rich.console import Console
    from rich.progress import track

    return track(files, description="govreport", console=Console(stderr=True), transient=True)
