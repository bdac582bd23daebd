"""What an auditor works with around the findings: roster, decisions, and how the audit was made."""

from __future__ import annotations

from govreport.workflow.desks import desk_of, submission_by
from govreport.workflow.facts import facts_of

__all__ = ["desk_of", "facts_of", "submission_by"]
