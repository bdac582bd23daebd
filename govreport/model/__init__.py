"""Frozen data types: what the stages take and give. They know nothing but each other."""

from govreport.model.area import Area, AreaScore, BorderRule, Taxonomy
from govreport.model.document import Document, NormalizedText, Provenance
from govreport.model.findings import Findings
from govreport.model.flag import CODES, SEVERITIES, Evidence, Flag
from govreport.model.outline import PARTS, Alternative, Aside, Diagnostic, LeadIn, Outline, Part, Section
from govreport.model.reuse import Copies, DuplicateBlock, Run
from govreport.model.span import Span, trimmed
from govreport.model.statement import KINDS, SLOTS, STATUSES, Checkable, DateValue, Quantity, Slot, Statement
from govreport.model.textmap import TextMap

__all__ = [
    "CODES",
    "KINDS",
    "PARTS",
    "SEVERITIES",
    "SLOTS",
    "STATUSES",
    "Alternative",
    "Area",
    "AreaScore",
    "Aside",
    "BorderRule",
    "Checkable",
    "Copies",
    "DateValue",
    "Diagnostic",
    "Document",
    "DuplicateBlock",
    "Evidence",
    "Findings",
    "Flag",
    "LeadIn",
    "NormalizedText",
    "Outline",
    "Part",
    "Provenance",
    "Quantity",
    "Run",
    "Section",
    "Slot",
    "Span",
    "Statement",
    "Taxonomy",
    "TextMap",
    "trimmed",
]
