"""Charts by altair: of one report, and of an audit. altair is imported when a chart is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govreport.export.labels import language_of
from govreport.model import Comparison, Findings

if TYPE_CHECKING:
    import altair

__all__ = ["AuditPlots"]


class AuditPlots:
    """The charts of an audit, by altair, in the script of most reports unless ``lang`` is given.

    All need the ``[notebook]`` extra; UsageError says so where it is missing.
    """

    def __init__(self, findings: Sequence[Findings], comparison: Comparison) -> None:
        self._findings, self._comparison = findings, comparison

    def matrix(self, lang: str | None = None, most: int = 40) -> altair.Chart:
        """How much of each report stands in which other document; the ``most`` with the greatest shares."""
        from govreport.export.plots.matrix import matrix

        chart: altair.Chart = matrix(self._comparison, language_of(self._findings, lang), most)
        return chart

    def histogram(self, lang: str | None = None) -> altair.Chart:
        """How many reports have how much in common with others, in steps of 5 % of their characters."""
        from govreport.export.plots.histogram import histogram

        chart: altair.Chart = histogram(self._comparison, language_of(self._findings, lang))
        return chart

    def areas(self, by: str = "kind", lang: str | None = None) -> altair.Chart:
        """How many statements each area has, by ``kind``, ``unit`` or ``year``; copies are not counted."""
        from govreport.export.plots.areas import areas

        chart: altair.Chart = areas(self._findings, by, language_of(self._findings, lang))
        return chart

    def timeline(self, lang: str | None = None) -> altair.VConcatChart:
        """Year by year, on average for a report: statements by kind, and what stands in other documents."""
        from govreport.export.plots.timeline import timeline

        spoken = language_of(self._findings, lang)
        chart: altair.VConcatChart = timeline(self._findings, self._comparison, spoken)
        return chart
