"""How the reports of a batch are compared: with each other, with references, and with a history.

>>> from govreport.check import shipped
>>> from govreport.engines import get_engine
>>> comparing = Comparing(get_engine("embedded"), Intake.read(None, None), shipped(), progress=False)
>>> comparing.alone([], [])[0]
()
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from govreport.check import Settings
from govreport.desk import Intake
from govreport.engines import Engine
from govreport.engines.sources import is_source
from govreport.export.progress import Progress, progress_of
from govreport.model import Comparison, Match, Submission, Taxonomy
from govreport.pipeline import analyze, compare
from govreport.read import from_text
from govreport.report import Report
from govreport.text.units import unit_key
from govreport.workflow import Compared, beside_history, submission_by

__all__ = ["Comparing"]

Search = Callable[[Sequence[Submission], Collection[str] | None], tuple[Match, ...]]
# The reports with what was found beside others, the comparison, and what of a history was compared.
Found = tuple[tuple[Report, ...], Comparison, Iterable[Compared]]


class Comparing(NamedTuple):
    """How the reports of a batch are compared; ``memory`` is the engine's, in bytes."""

    engine: Engine
    intake: Intake
    settings: Settings
    taxonomy: Taxonomy | None = None
    memory: int | None = None
    progress: bool | Progress = True

    def alone(self, reports: Sequence[Report], references: Sequence[Submission]) -> Found:
        """Compare them with each other and with references."""
        return *self._compare(reports, references, self.engine.find), ()

    def beside(
        self,
        history: str | os.PathLike[str],
        reports: Sequence[Report],
        references: Sequence[Submission],
        units: Collection[str],
    ) -> Found:
        """Compare them with a history as well, then add them to it; ``units`` are those that report."""
        # A table at an address is searched where it lies, however short it is.
        lies_elsewhere = is_source(history)
        with self.engine.history(history) as opened:
            asks = self.engine.is_here or lies_elsewhere
            by_index = partial(opened.ask, memory=self.memory) if asks else None
            batch = [self._submit(report) for report in reports]
            asked_from = 0 if lies_elsewhere else None
            past = beside_history(
                opened, batch, references, self.intake, units, self.engine.find, by_index, asked_from
            )
            marked, comparison = self._compare(
                reports,
                [*references, *past.earlier],
                past.find,
                earlier=[self._read(one) for one in past.earlier if unit_key(one.unit) in units],
                unread=past.unread,
            )
            opened.add(batch)
        return marked, comparison, past.compared

    def _compare(
        self, reports: Sequence[Report], others: Sequence[Submission], find: Search, **given: Any
    ) -> tuple[tuple[Report, ...], Comparison]:
        told = _telling(find, self.progress)
        return compare(reports, others, submit=self._submit, settings=self.settings, find=told, **given)

    def _submit(self, report: Report) -> Submission:
        return submission_by(self.intake, report)

    def _read(self, earlier: Submission) -> Report:
        document = from_text(earlier.text, id=earlier.id)
        return analyze(document, taxonomy=self.taxonomy, rules=self.settings)


def _telling(find: Search, wanted: bool | Progress) -> Search:
    """Return the search of an engine that tells when it begins and ends."""

    def told_search(
        submissions: Sequence[Submission], asked: Collection[str] | None = None
    ) -> tuple[Match, ...]:
        total = len(submissions)
        with progress_of(wanted) as told:
            told("comparing", 0, total)
            found = find(submissions, asked)
            told("comparing", total, total)
        return found

    return told_search
