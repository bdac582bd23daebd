"""What a user holds of one report: everything that was found in it, and the ways out.

In goes the ``Findings`` of the pipeline; out come values, tables, JSON and pages. Every method is one
line that calls ``export`` when it is used.

>>> from govreport.model import Document, NormalizedText, Outline, Provenance, TextMap
>>> document = Document("a.txt", "加強領導", (), (), Provenance())
>>> text = NormalizedText(document, "加强领导", TextMap.of_ranges([(i, i + 1) for i in range(4)], 4), "Hant")
>>> Report(Findings(document, text, Outline((), title="工作總結", year=2019), (), (), ()))
<Report a.txt: 工作總結 · 2019 · 4 characters · 0 sections · 0 statements · 0 duplicates · 0 flags>
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from govreport.export.rows import Maker, Rows
from govreport.export.tables import table
from govreport.model import (
    Document,
    DuplicateBlock,
    Findings,
    Flag,
    NormalizedText,
    Outline,
    Section,
    Statement,
)

if TYPE_CHECKING:
    import altair
    import pandas

    from govreport.export.kwic import Hit
    from govreport.export.tables import Table

__all__ = ["Report", "Statements"]


class Statements(Rows[Statement]):
    """Statements in reading order, with one attribute for each kind."""

    @property
    def commitments(self) -> Rows[Statement]:
        """What is promised."""
        return self._of_kind("commitment")

    @property
    def measures(self) -> Rows[Statement]:
        """What was or is being done."""
        return self._of_kind("measure")

    @property
    def achievements(self) -> Rows[Statement]:
        """What was reached."""
        return self._of_kind("achievement")

    @property
    def targets(self) -> Rows[Statement]:
        """Values to be reached."""
        return self._of_kind("target")

    @property
    def problems(self) -> Rows[Statement]:
        """What is said to be lacking."""
        return self._of_kind("problem")

    def _of_kind(self, kind: str) -> Rows[Statement]:
        kept = (statement for statement in self if statement.kind == kind)
        return Rows(kept, self._table_of, self._view_of)


def _view(name: str, findings: Findings, items: tuple[Any, ...]) -> Table:
    from govreport.export.notebook import views

    made: Table = getattr(views, name)(findings, items)
    return made


class Report:
    """One report with all that was found in it."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings

    @property
    def document(self) -> Document:
        """The document as it was read."""
        return self.findings.document

    @property
    def text(self) -> NormalizedText:
        """The normalized view that the findings were made on."""
        return self.findings.text

    @property
    def outline(self) -> Outline:
        """The tree of sections, with parts and diagnostics."""
        from govreport.export.notebook.outline_html import shown_outline

        return shown_outline(self.findings.outline)

    @property
    def title(self) -> str | None:
        """The title as it stands in the text."""
        return self.findings.outline.title

    @property
    def year(self) -> int | None:
        """The year that is reported on."""
        return self.findings.outline.year

    @property
    def plan_year(self) -> int | None:
        """The year that is planned for."""
        return self.findings.outline.plan_year

    @property
    def unit(self) -> str | None:
        """The unit that reports."""
        return self.findings.outline.unit

    @property
    def script(self) -> str | None:
        """``"Hant"`` or ``"Hans"``."""
        return self.findings.outline.script or self.text.script

    @property
    def sections(self) -> Rows[Section]:
        """Every numbered section in reading order."""
        return Rows(self.findings.outline.sections, *self._tables("sections", "section_view"))

    @property
    def duplicates(self) -> Rows[DuplicateBlock]:
        """Blocks that occur more than once in this report."""
        return Rows(self.findings.duplicates, *self._tables("duplicates", "duplicate_view"))

    @property
    def statements(self) -> Statements:
        """Commitments, measures, achievements, targets and problems in reading order."""
        return Statements(self.findings.statements, *self._tables("statements", "statement_view"))

    @property
    def flags(self) -> Rows[Flag]:
        """What an auditor should look at."""
        return Rows(self.findings.flags, *self._tables("flags", "flag_view"))

    @property
    def commitments(self) -> Rows[Statement]:
        """What is promised."""
        return self.statements.commitments

    @property
    def measures(self) -> Rows[Statement]:
        """What was or is being done."""
        return self.statements.measures

    @property
    def achievements(self) -> Rows[Statement]:
        """What was reached."""
        return self.statements.achievements

    @property
    def targets(self) -> Rows[Statement]:
        """Values to be reached."""
        return self.statements.targets

    @property
    def problems(self) -> Rows[Statement]:
        """What is said to be lacking."""
        return self.statements.problems

    def _tables(self, name: str, view: str) -> tuple[Maker, Maker]:
        """Return what makes the frame of some findings, and what makes the table that a notebook shows."""
        return partial(table, self.findings, name), partial(_view, view, self.findings)

    def kwic(self, *words: str, width: int = 20, pattern: bool = False) -> Rows[Hit]:
        """Return where words stand, with ``width`` characters around; ``pattern``: regular expressions.

        Either script finds both. Raises UsageError where no word is given.
        """
        from govreport.export.kwic import kwic

        return kwic([self.findings], words, width, pattern)

    def plot(self, lang: str | None = None) -> altair.Chart:
        """Return a chart of the text: parts, sections, statements, repeats and flags where they stand.

        Needs the ``[notebook]`` extra; UsageError says so where it is missing.
        """
        from govreport.export.plots.report_plot import report_plot

        chart: altair.Chart = report_plot(self.findings, lang)
        return chart

    @property
    def summary(self) -> dict[str, Any]:
        """The report in a few figures."""
        from govreport.export.figures import summary

        return summary(self.findings)

    def redacted(self, what: str = "persons") -> Report:
        """Return the report with the names of persons masked: each keeps its surname (王某某).

        Names are found by what stands beside them, and not all are: look the outcome through before it is
        passed on. Raises UsageError where ``what`` is not ``persons``.
        """
        from govreport.export.redact import Masks, masked_ids, redacted_findings, refuse_unknown

        refuse_unknown(what)
        masks = Masks([self.document.text, self.document.id])
        return Report(redacted_findings(self.findings, masks, masked_ids([self.document.id], masks)))

    def to_frame(self, name: str) -> pandas.DataFrame:
        """Return a table: sections, duplicates, statements, slots, areas, flags or parts."""
        from govreport.export.frames import to_frame

        return to_frame(self.findings, name)

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data, of the schema that ``govreport schema`` prints."""
        from govreport.export.records import to_record

        return to_record(self.findings)

    def to_json(self, indent: int | None = None) -> str:
        """Return everything as JSON."""
        from govreport.export.records import to_json

        return to_json(self.findings, indent)

    def to_outline_text(self) -> str:
        """Return the text with every heading on a line of its own; nothing but line ends is added."""
        from govreport.export.outline_text import to_outline_text

        return to_outline_text(self.findings)

    def to_html(self, lang: str | None = None, area_names: Mapping[str, str] | None = None) -> str:
        """Return a page that stands alone; ``lang`` is zh-Hant, zh-Hans or en, else the report's own."""
        from govreport.export.report_html import to_html

        return to_html(self.findings, lang=lang, area_names=area_names)

    def _repr_html_(self) -> str:
        from govreport.export.report_html import to_fragment

        return to_fragment(self.findings)

    def __repr__(self) -> str:
        counts = Counter(
            {name: len(getattr(self, name)) for name in ("sections", "statements", "duplicates", "flags")}
        )
        known = [str(value) for value in (self.title, self.unit, self.year) if value is not None]
        sizes = [f"{len(self.document.text)} characters", *(f"{n} {name}" for name, n in counts.items())]
        return f"<Report {self.document.id}: {' · '.join(known + sizes)}>"
