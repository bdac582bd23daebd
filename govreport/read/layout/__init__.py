"""Lines that stand somewhere on pages, from a PDF or a scan, to paragraphs of running text.

In go pages of placed lines in reading order; out come, for each page, its paragraphs. Heads, feet and page
numbers are left out. A paragraph that runs over a page has no line end there.
"""

from __future__ import annotations

from govreport.read.layout.furniture import without_furniture
from govreport.read.layout.paragraphs import Paragraph, paragraphs
from govreport.read.layout.placed import ASIDE, PlacedLine, PlacedPage, lead_length

__all__ = ["ASIDE", "Paragraph", "PlacedLine", "PlacedPage", "lead_length", "paragraphs", "without_furniture"]
