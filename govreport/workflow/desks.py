"""What an auditor works with around the findings: who submitted what, how each expected unit stands.

In go the reports of a batch and the auditor's own files, out comes a ``Desk``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from govreport.desk import Intake, standings, usual_year
from govreport.model import Desk, Failure, Submission, Submitted
from govreport.report import Report

__all__ = ["desk_of", "submission_by"]

# A failure of one of these is no submission: nothing of that name was handed in.
_NOTHING_THERE = ("missing-file", "no-reports")


def submission_by(intake: Intake, report: Report) -> Submission:
    """Return what a report is compared by: its text, and unit, year and day as given or recognised."""
    known = _submitted(intake, report)
    return Submission(report.document.id, report.document.text, known.unit, known.year, known.date)


def desk_of(
    intake: Intake, reports: Sequence[Report], failures: Iterable[Failure], year: int | None = None
) -> Desk:
    """Return who submitted what, and how each expected unit stands.

    ``year`` is the year that reports are wanted for; unless given it is the one that most of them are on.
    """
    submitted = (*map(partial(_submitted, intake), reports), *_unread(intake, failures))
    wanted = year or usual_year(one for one in submitted if one.read)
    columns = {one.document_id: intake.columns_of(one) for one in submitted}
    return Desk(
        standings(intake.units, submitted, wanted),
        submitted,
        {id: row for id, row in columns.items() if row},
        notices=tuple(intake.metadata.unused(one.document_id for one in submitted)),
    )


def _submitted(intake: Intake, report: Report) -> Submitted:
    document: Any = report.document
    return intake.submitted(document.id, report.unit, report.year, document.text)


def _unread(intake: Intake, failures: Iterable[Failure]) -> Iterator[Submitted]:
    for failure in failures:
        if failure.code not in _NOTHING_THERE:
            yield intake.unread(failure.id)
