"""Frozen data types: what the stages take and give. They know each other and how a name is shown, no more."""

from govreport.model.area import Area, AreaScore, BorderRule, Taxonomy
from govreport.model.batch import Batch
from govreport.model.desk import STATES, Decision, Desk, Note, Standing, Submitted, Unit
from govreport.model.document import Document, HeadingLine, NormalizedText, Provenance, file_of
from govreport.model.findings import Findings
from govreport.model.flag import CODES, SEVERITIES, Evidence, Flag
from govreport.model.follow import OUTCOMES, ComparedFigure, FollowUp
from govreport.model.outcome import Failure, Outcome
from govreport.model.outline import PARTS, Alternative, Aside, Diagnostic, LeadIn, Outline, Part, Section
from govreport.model.reuse import (
    LABELS,
    RELATIONS,
    UNTOLD,
    Change,
    Comparison,
    Copies,
    DuplicateBlock,
    Group,
    Match,
    Place,
    Ratio,
    Run,
)
from govreport.model.revision import REVISED, RevisedFlag, RevisedText, Revision
from govreport.model.span import Span, trimmed
from govreport.model.statement import (
    CHANGES,
    COMPARATORS,
    KINDS,
    SLOTS,
    STATUSES,
    Checkable,
    CitedLaw,
    DateValue,
    Quantity,
    Slot,
    Statement,
)
from govreport.model.submission import Submission
from govreport.model.textmap import TextMap

__all__ = [
    "CHANGES",
    "CODES",
    "COMPARATORS",
    "KINDS",
    "LABELS",
    "OUTCOMES",
    "PARTS",
    "RELATIONS",
    "REVISED",
    "SEVERITIES",
    "SLOTS",
    "STATES",
    "STATUSES",
    "UNTOLD",
    "Alternative",
    "Area",
    "AreaScore",
    "Aside",
    "Batch",
    "BorderRule",
    "Change",
    "Checkable",
    "CitedLaw",
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
    "Failure",
    "Findings",
    "Flag",
    "FollowUp",
    "Group",
    "HeadingLine",
    "LeadIn",
    "Match",
    "NormalizedText",
    "Note",
    "Outcome",
    "Outline",
    "Part",
    "Place",
    "Provenance",
    "Quantity",
    "Ratio",
    "RevisedFlag",
    "RevisedText",
    "Revision",
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
    "file_of",
    "trimmed",
]
