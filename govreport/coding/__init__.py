"""For an analyst's own coding: draw a sample, measure agreement, correct shares for the model's errors."""

from __future__ import annotations

from govreport.coding.agree import agreement
from govreport.coding.draw import CodingSheet, sample
from govreport.coding.shares import prevalence

__all__ = ["CodingSheet", "agreement", "prevalence", "sample"]
