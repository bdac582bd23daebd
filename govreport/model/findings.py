"""All that was found in one report: what the pipeline hands to the report and its exports."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from govreport.model.document import Document, NormalizedText
from govreport.model.flag import Flag
from govreport.model.outline import Outline
from govreport.model.reuse import DuplicateBlock
from govreport.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything in reading order; ids are indexes into these tuples."""

    document: Document
    text: NormalizedText
    outline: Outline
    duplicates: tuple[DuplicateBlock, ...]
    statements: tuple[Statement, ...]
    flags: tuple[Flag, ...]

    def flagged(self, flags: Iterable[Flag]) -> Findings:
        """Return them with more flags, each at the place of its evidence."""
        merged = sorted((*self.flags, *flags), key=lambda flag: (flag.evidence[0].span, flag.code))
        return replace(self, flags=tuple(merged))
