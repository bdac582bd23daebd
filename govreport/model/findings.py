"""All that was found in one report: what the pipeline hands to the report and its exports."""

from __future__ import annotations

from dataclasses import dataclass

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
