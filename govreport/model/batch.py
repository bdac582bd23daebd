"""All that was found in many reports: what an audit holds, and what goes to the ways out.

>>> Batch().findings
()
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from govreport.model.desk import Desk
from govreport.model.findings import Findings
from govreport.model.outcome import Failure, Outcome
from govreport.model.reuse import Comparison, Ratio

__all__ = ["Batch"]


@dataclass(frozen=True)
class Batch:
    """The findings of each report in the order of the ids, what could not be read, and what they share.

    ``outcomes`` tells what became of each file that was found, ``desk`` what stands beside the reports.
    """

    findings: tuple[Findings, ...] = ()
    failures: tuple[Failure, ...] = ()
    comparison: Comparison = field(default_factory=Comparison)
    outcomes: tuple[Outcome, ...] = ()
    desk: Desk = field(default_factory=Desk)

    @cached_property
    def ratios(self) -> Mapping[str, Ratio]:
        """How much of each report stands in others, by its document's id."""
        return {ratio.document_id: ratio for ratio in self.comparison.ratios}

    @cached_property
    def texts(self) -> Mapping[str, str]:
        """The text of each document that something points at, by its id."""
        held = {id: one.text for id, one in self.comparison.submissions.items()}
        return held | {one.document.id: one.document.text for one in self.findings}
