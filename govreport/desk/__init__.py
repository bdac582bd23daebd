"""The auditor's desk: roster, metadata, decisions and rules that are kept in files beside the reports."""

from __future__ import annotations

from govreport.desk.decisions import merged, print_of, read_decisions, settle
from govreport.desk.intake import Intake
from govreport.desk.standings import standings, usual_year

__all__ = [
    "Intake",
    "merged",
    "print_of",
    "read_decisions",
    "settle",
    "standings",
    "usual_year",
]
