"""Many files: each is read for itself, and what can't be read never stops the rest.

>>> audit(["no-such-folder"], progress=False).failures[0].code
'missing-file'
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import reduce
from itertools import count
from pathlib import Path

from govreport.audit import Audit
from govreport.check import Settings, read_settings, shipped
from govreport.comparing import Comparing
from govreport.desk import Intake, read_decisions
from govreport.engines import Engine, get_engine
from govreport.engines.isolated import Limits, default_jobs
from govreport.errors import UsageError
from govreport.export.progress import Progress, progress_of
from govreport.gather import Reading
from govreport.model import Failure, Outcome, Submission, Taxonomy
from govreport.report import Report
from govreport.text.taxonomies import as_taxonomy
from govreport.text.units import unit_key
from govreport.workflow import desk_of, facts_of

__all__ = ["Limits", "audit", "read_reports"]

PathLike = str | os.PathLike[str]


def audit(
    paths: PathLike | Iterable[PathLike],
    *,
    taxonomy: Taxonomy | PathLike | None = None,
    history: PathLike | None = None,
    reference: PathLike | Iterable[PathLike] = (),
    roster: PathLike | None = None,
    metadata: PathLike | None = None,
    year: int | None = None,
    rules: PathLike | None = None,
    decisions: PathLike | Iterable[PathLike] = (),
    engine: str = "embedded",
    memory: int | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    cache: PathLike | None = None,
    progress: bool | Progress = True,
) -> Audit:
    """Read files and folders (with all below them), compare them, and return what was found.

    ``history`` is the file of earlier submissions (made where it is not there; for ``spark`` it may be a
    Parquet table): the reports are compared with it, the units' earlier commitments are followed up, and then
    the reports are added to it. ``reference``
    are files or folders that anyone may take up: superiors' documents, templates, laws; what a report has in
    common with them is labelled and does not count as copied. A file's id is its path below the folder that
    was given, so that no two are alike; links are not followed.

    ``roster`` is a CSV file of the units that are expected to submit for ``year`` (that of most of the
    reports unless given), ``metadata`` one with a row for each file: its unit, year, date, and columns of
    your own that are joined to every table, ``decisions`` what was decided on flags of an earlier audit.
    ``rules`` is a TOML file that switches rules off and sets their thresholds.

    ``engine`` reads the files and searches for shared passages. ``embedded`` does so on this machine: what it
    computes takes about ``memory`` bytes (1 GB unless given) besides the texts, and what does not fit lies in
    the temporary folder while it runs. ``spark`` does so on the executors of a cluster, which takes paths of
    files that they can open, addresses (``s3a://…``), and Parquet tables with ``id`` and ``text`` or
    ``content``; ``govreport/engines/spark/README.md`` tells how.

    Files are read in ``jobs`` child processes (as many as there are processors), each within ``limits``; what
    hangs, grows or crashes is tried once more alone and then set aside. ``cache`` is a folder that keeps what
    was read: a batch that was killed goes on where it stopped, and a later one does only what is new.

    ``progress`` draws on a terminal; or it is called with a stage (``reading``, ``comparing``), how many
    files of it are done, and how many there are.

    Raises UsageError where no path is given at all, OutputError where the history or the cache can't be used.
    """
    working = get_engine(engine, memory)
    intake = Intake.read(roster, metadata)
    made = [read_decisions(file) for file in _listed(decisions)]
    settings = shipped() if rules is None else read_settings(rules)
    taxonomy = as_taxonomy(taxonomy)
    reading = _reading(jobs, limits, taxonomy, settings, cache, working)
    reports, outcomes = _read(paths, reading, progress)
    failures = tuple(one.failure for one in outcomes if one.status == "error")
    desk = desk_of(intake, reports, failures, year)
    references, missing = _references(_listed(reference), reading)
    comparing = Comparing(working, intake, settings, taxonomy, memory, progress)
    if history is None:
        marked, comparison, earlier = comparing.alone(reports, references)
    else:
        units = {key for one in desk.submitted if (key := unit_key(one.unit)) is not None}
        marked, comparison, earlier = comparing.beside(history, reports, references, units)
    outcomes += missing
    failures += tuple(one.failure for one in missing)
    given = {"roster": roster, "metadata": metadata, "rules": rules}
    desk = replace(desk, facts=facts_of(reports, failures, earlier, references, settings, taxonomy, given))
    found = Audit(marked, failures, comparison, tuple(outcomes), reading.costs, desk, settings)
    return reduce(Audit.decided, made, found.decided(()))


def read_reports(
    paths: PathLike | Iterable[PathLike],
    *,
    taxonomy: Taxonomy | PathLike | None = None,
    rules: Settings | None = None,
    progress: bool | Progress = True,
) -> tuple[list[Report], list[Failure]]:
    """Read and analyze files and folders, each report for itself; what can't be read is a failure.

    Raises UsageError where no path is given at all.
    """
    reading = _reading(None, None, as_taxonomy(taxonomy), rules or shipped(), None, get_engine("embedded"))
    reports, outcomes = _read(paths, reading, progress)
    return reports, [one.failure for one in outcomes if one.status == "error"]


def _reading(
    jobs: int | None,
    limits: Limits | None,
    taxonomy: Taxonomy | None,
    rules: Settings,
    cache: PathLike | None,
    engine: Engine,
) -> Reading:
    if jobs is not None and jobs < 1:
        raise UsageError("wrong-jobs", f"{jobs} jobs were asked for", hint="give 1 or more")
    folder = None if cache is None else Path(cache)
    return Reading(jobs or default_jobs(), limits or Limits(), taxonomy, rules, folder, engine)


def _read(
    paths: PathLike | Iterable[PathLike], reading: Reading, progress: bool | Progress
) -> tuple[list[Report], list[Outcome]]:
    """Read what there is: every file that was found is a report or has failed, and has one outcome."""
    given = _listed(paths)
    if not given:
        raise UsageError("no-paths", "no path was given", hint="give files or folders")
    inputs, outcomes = reading.inputs(given)
    reports: list[Report] = []
    with _reading_told(len(inputs), progress) as step:
        for report, outcome in reading.reports(inputs, step):
            outcomes.append(outcome)
            if report is not None:
                reports.append(report)
    return reports, sorted(outcomes, key=lambda one: (one.document_id, one.path))


def _listed(paths: PathLike | Iterable[PathLike]) -> list[PathLike]:
    return [paths] if isinstance(paths, str | os.PathLike) else list(paths)


def _references(paths: list[PathLike], reading: Reading) -> tuple[list[Submission], list[Outcome]]:
    """Read what is not audited but compared with; its ids tell that it is a reference."""
    inputs, outcomes = reading.inputs(paths)
    texts, missing = reading.texts(inputs)
    found = [Submission(f"reference:{id}", text, role="reference") for id, text in texts]
    return found, [one for one in (*outcomes, *missing) if one.status == "error"]


@contextmanager
def _reading_told(total: int, wanted: bool | Progress) -> Iterator[Callable[[], None]]:
    """Give what is to be called when one more file is done."""
    done = count(1)
    with progress_of(wanted) as told:
        yield lambda: told("reading", next(done), total)
