"""What an auditor works with around the findings: roster, decisions, and how the audit was made."""

from __future__ import annotations

from govreport.workflow.desks import desk_of, submission_by
from govreport.workflow.facts import Compared, facts_of
from govreport.workflow.past import beside_history

__all__ = ["Compared", "beside_history", "desk_of", "facts_of", "submission_by"]
