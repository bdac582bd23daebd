"""What a user holds of many reports: the reports, what could not be read, and the ways out.

>>> Audit((), (Failure("a.pdf", "unknown-format", "a.pdf: can't be read"),))
<Audit: 0 reports, 0 flags, 0 matches, 1 failures>
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from govreport.check import Settings
from govreport.desk import merged, print_of, read_decisions, settle
from govreport.errors import UsageError
from govreport.export.rows import Rows
from govreport.model import (
    SEVERITIES,
    Batch,
    Comparison,
    Decision,
    Desk,
    Failure,
    Findings,
    Flag,
    FollowUp,
    Group,
    Match,
    Outcome,
    Ratio,
    Revision,
)

if TYPE_CHECKING:
    import pandas

    from govreport.export.kwic import Hit
    from govreport.export.plots import AuditPlots
    from govreport.export.progress import Progress
    from govreport.export.tables import Table

__all__ = ["Audit"]

PathLike = str | os.PathLike[str]


@dataclass(frozen=True, repr=False)
class Audit:
    """Many reports with all that was found in them, in the order of their ids.

    ``reports`` are ``Report`` objects; a file that could not be read stands in ``failures``, and each file
    that was found in ``outcomes``. ``costs`` has what reading each document took: seconds of processor time,
    the most bytes of memory, and how often it was tried. They differ from run to run and stand in no table.
    """

    reports: tuple[Any, ...]
    failures: tuple[Failure, ...]
    comparison: Comparison = field(default_factory=Comparison)
    outcomes: tuple[Outcome, ...] = ()
    costs: Mapping[str, tuple[float, int, int]] = field(default_factory=dict)
    desk: Desk = field(default_factory=Desk)
    settings: Settings = field(default_factory=Settings)

    @property
    def matches(self) -> Rows[Match]:
        """The passages that two submissions share, in the order of the later text."""
        return self._rows("matches", self.comparison.matches)

    @property
    def groups(self) -> Rows[Group]:
        """Passages that several submissions share, the largest group first."""
        return self._rows("groups", self.comparison.groups)

    @property
    def ratios(self) -> Rows[Ratio]:
        """How much of each report stands in others, in the order of the reports."""
        return self._rows("ratios", self.comparison.ratios)

    @property
    def follow_ups(self) -> Rows[tuple[str, str, FollowUp]]:
        """What became of commitments, where the batch holds a unit's reports of two years."""
        return self._rows("follow_ups", self.comparison.follow_ups)

    @property
    def revisions(self) -> Rows[Revision]:
        """Reports that were handed in again: what was changed, and which flags are closed, open and new."""
        return self._rows("revisions", self.comparison.revisions)

    def _rows(self, name: str, items: tuple[Any, ...]) -> Rows[Any]:
        from govreport.export.audit_tables import comparison_table

        view = partial(_match_view, self) if name == "matches" else None
        return Rows(items, partial(comparison_table, self.comparison, name), view)

    @property
    def findings(self) -> tuple[Findings, ...]:
        """The findings of each report."""
        return tuple(report.findings for report in self.reports)

    @property
    def batch(self) -> Batch:
        """All that was found, as the ways out take it."""
        return Batch(self.findings, self.failures, self.comparison, self.outcomes, self.desk)

    @property
    def _without_paths(self) -> Batch:
        """The same as it may be passed on: it does not tell where the files lie."""
        failures = tuple(one.without_path for one in self.failures)
        return replace(
            self.batch, failures=failures, outcomes=tuple(one.without_path for one in self.outcomes)
        )

    @property
    def flags(self) -> Rows[Flag]:
        """The flags of all reports."""
        from govreport.export.audit_tables import flag_table

        found = chain.from_iterable(findings.flags for findings in self.findings)
        return Rows(found, partial(flag_table, self.findings), partial(_flag_view, self))

    @property
    def id(self) -> str | None:
        """The identifier of the audit: the same where the same went in, whenever and wherever."""
        return self.desk.facts.get("audit")

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """What was decided on flags, those included that are gone or open again."""
        return tuple(self.desk.decisions.values())

    def redacted(self, what: str = "persons") -> Audit:
        """Return the audit with the names of persons masked, as every export of it then is.

        Each name keeps its surname (王某某). Names are found by what stands beside them, and not all are:
        look the outcome through before it is passed on. Raises UsageError where ``what`` is not ``persons``.
        """
        from govreport.export.redact import redacted_batch, refuse_unknown

        refuse_unknown(what)
        masked, ids = redacted_batch(self.batch)
        return replace(
            self,
            reports=tuple(
                type(report)(one) for report, one in zip(self.reports, masked.findings, strict=True)
            ),
            failures=masked.failures,
            comparison=masked.comparison,
            outcomes=masked.outcomes,
            costs={ids.get(id, id): cost for id, cost in self.costs.items()},
            desk=masked.desk,
        )

    def decided(self, decisions: PathLike | Iterable[Decision]) -> Audit:
        """Return the audit with what was decided on its flags: the rows of a decisions.csv, or decisions.

        They go before those that it holds, unless they were made on an earlier day. A decision whose evidence
        or rule has changed is open again. Raises UsageError, with the line, where the file can't be used.
        """
        new = read_decisions(decisions) if isinstance(decisions, str | os.PathLike) else decisions
        # Hashes of what was found: masked names make no other finding.
        prints = self.desk.prints or dict(self._prints())
        known = merged(self.desk.decisions.values(), new)
        desk = replace(self.desk, decisions=settle(known, prints), prints=prints)
        return replace(self, desk=desk)

    def _prints(self) -> Iterator[tuple[str, str]]:
        """Yield what each flag rests on: its quotes wherever they stand, its values and its rule."""
        texts = self.batch.texts
        for flag in self.flags:
            quotes = [place.span.of(texts.get(place.document_id, "")) for place in flag.evidence]
            rule = self.settings.rule_print(flag.code)
            yield flag.id, print_of(flag.code, flag.severity, quotes, dict(flag.params), rule)

    @property
    def summary(self) -> dict[str, int]:
        """The audit in a few figures.

        ``listed`` files are reports, failures or skipped; ``settled`` flags need no more looking at.
        """
        from govreport.export.figures import batch_summary

        return batch_summary(self.batch)

    @property
    def untold(self) -> dict[str, tuple[str, ...]]:
        """The ids of the reports of which some rules could tell nothing, by the reason.

        ``alone``: nothing was there to compare with, so nothing is told of copied passages and foreign names;
        ``no-other-year``: no report of that unit on another year is known, so nothing is told of its earlier
        text and promises.
        """
        found: dict[str, tuple[str, ...]] = {}
        for id, reasons in self.comparison.untold.items():
            for reason in reasons:
                found[reason] = (*found.get(reason, ()), id)
        return found

    def untold_lines(self, lang: str) -> list[str]:
        """Return the same as sentences, with of how many reports each holds."""
        from govreport.export.untold import untold_of_all

        return untold_of_all(self.comparison, len(self.reports), lang)

    def kwic(self, *words: str, width: int = 20, pattern: bool = False) -> Rows[Hit]:
        """Return where words stand in all reports, as ``Report.kwic`` does in one."""
        from govreport.export.kwic import kwic

        return kwic(self.findings, words, width, pattern)

    @property
    def plot(self) -> AuditPlots:
        """The charts: ``.matrix()``, ``.histogram()``, ``.areas()`` and ``.timeline()``."""
        from govreport.export.plots import AuditPlots

        return AuditPlots(self.findings, self.comparison)

    def to_frame(self, name: str) -> pandas.DataFrame:
        """Return a table: one of a report's for all reports, or one of the audit's own.

        Those are ``reports``, ``documents`` (with the warnings of their readers), ``outcomes``, ``failures``,
        ``matches``, ``groups``, ``ratios``, ``follow_ups``, ``revisions``, ``decisions`` and
        ``submissions`` (who handed in what); with a roster also ``roster`` (one row for each expected unit)
        and ``regions`` (by level, parent and year). The columns of ``metadata`` and roster are joined to
        every table that names one document.
        """
        from govreport.export.audit_tables import audit_frame

        return audit_frame(self.batch, name)

    def save(
        self, folder: str | os.PathLike[str], *, lang: str | None = None, progress: bool | Progress = False
    ) -> None:
        """Write index.html, a page for each report, tables, reports.jsonl, manifest.json, and run.json.

        The last tells what reading cost.

        Decisions that stand in the folder's decisions.csv are kept. Each file appears whole or not at all.
        ``progress`` is that of ``govreport.audit``, its stage ``writing``. Raises OutputError where the
        folder can't be written.
        """
        from govreport.export.audit_files import save_audit, save_costs
        from govreport.export.manifest import write_manifest
        from govreport.export.progress import progress_of
        from govreport.export.redact import without_deciders

        kept = Path(folder, "decisions.csv")
        audit = self.decided(kept) if kept.exists() else self.decided(())
        if "redacted" in self.desk.facts:
            masked = dict(without_deciders(audit.desk.decisions))
            audit = replace(audit, desk=replace(audit.desk, decisions=masked))
        with progress_of(progress) as told:
            save_audit(audit._without_paths, folder, lang, told)
        save_costs(self.costs, folder)
        write_manifest(Path(folder), self.desk.facts)

    def exit_status(self, fail_on: str = "never") -> int:
        """Return the exit status of the command line; ``fail_on`` is a severity or ``"never"``."""
        if fail_on not in ("never", *SEVERITIES):
            raise UsageError("unknown-severity", f"no severity {fail_on!r}", hint="info, warning or serious")
        return max(self._statuses(fail_on))

    def _statuses(self, fail_on: str) -> Iterator[int]:
        yield 0
        if fail_on != "never" and any(
            SEVERITIES.index(flag.severity) >= SEVERITIES.index(fail_on)
            for flag in self.flags
            if not self.desk.settles(flag.id)
        ):
            yield 1
        if not self.reports:
            yield 2
        if self.failures and (self.reports or any(f.code not in _NOTHING_THERE for f in self.failures)):
            yield 3

    def _repr_html_(self) -> str:
        from govreport.export.notebook.audit_overview import audit_overview

        return audit_overview(self.batch)

    def __repr__(self) -> str:
        counts = ", ".join(
            f"{len(getattr(self, name))} {name}" for name in ("reports", "flags", "matches", "failures")
        )
        return f"<Audit: {counts}>"


def _flag_view(audit: Audit, flags: tuple[Flag, ...]) -> Table:
    from govreport.export.labels import language_of
    from govreport.export.notebook.views import flags_view

    return flags_view(audit.findings, language_of(audit.findings), flags)


def _match_view(audit: Audit, matches: tuple[Match, ...]) -> Table:
    from govreport.export.labels import language_of
    from govreport.export.notebook.views import match_view

    return match_view(audit.comparison, language_of(audit.findings), matches)


_NOTHING_THERE = ("missing-file", "no-reports")
