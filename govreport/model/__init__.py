"""Frozen data types: what the stages take and give. They know nothing but each other."""

from govreport.model.area import Area, AreaScore, BorderRule, Taxonomy
from govreport.model.desk import STATES, Decision, Desk, Note, Standing, Submitted, Unit
from govreport.model.document import Document, HeadingLine, NormalizedText, Provenance
from govreport.model.findings import Findings
from govreport.model.flag import CODES, SEVERITIES, Evidence, Flag
from govreport.model.follow import OUTCOMES, ComparedFigure, FollowUp
from govreport.model.outline import PARTS, Alternative, Aside, Diagnostic, LeadIn, Outline, Part, Section
from govreport.model.reuse import (
    LABELS,
    RELATIONS,
    Change,
    Comparison,
    Copies,
    DuplicateBlock,
    Group,
    Match,
    Place,
    Ratio,
    Run,
    Submission,
)
from govreport.model.span import Span, trimmed
from govreport.model.statement import KINDS, SLOTS, STATUSES, Checkable, DateValue, Quantity, Slot, Statement
from govreport.model.textmap import TextMap

__all__ = [
    "CODES",
    "KINDS",
    "LABELS",
    "OUTCOMES",
    "PARTS",
    "RELATIONS",
    "SEVERITIES",
    "SLOTS",
    "STATES",
    "STATUSES",
    "Alternative",
    "Area",
    "AreaScore",
    "Aside",
    "BorderRule",
    "Change",
    "Checkable",
    "ComparedFigure",
    "Comparison",
    "Copies",
    "DateValue",
    "Decision",
    "Desk",
    "Diagnostic",
    "Document",
    "DuplicateBlock",
    "Evidence",
    "Findings",
    "Flag",
    "FollowUp",
    "Group",
    "HeadingLine",
    "LeadIn",
    "Match",
    "NormalizedText",
    "Note",
    "Outline",
    "Part",
    "Place",
    "Provenance",
    "Quantity",
    "Ratio",
    "Run",
    "Section",
    "Slot",
    "Span",
    "Standing",
    "Statement",
    "Submission",
    "Submitted",
    "Taxonomy",
    "TextMap",
    "Unit",
    "trimmed",
]
