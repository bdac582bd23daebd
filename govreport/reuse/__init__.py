"""Text that stands more than once: inside one report, and across submissions.

>>> from govreport.read import from_text
>>> from govreport.normalize import normalize
>>> text = "组织妇女干部学习政策,走访慰问困难家庭和留守儿童,开展普法宣传活动。"
>>> [block.spans for block in find_duplicates(normalize(from_text(text + "另外。" + text)))]
[(Span(start=0, end=34), Span(start=37, end=71))]
"""

from __future__ import annotations

from govreport.reuse.across.groups import find_groups
from govreport.reuse.across.quoted import without_doubles, without_references
from govreport.reuse.across.ratios import ratio_of, ratios_of
from govreport.reuse.across.search import find_matches
from govreport.reuse.across.versions import handed_in_again
from govreport.reuse.inside import find_duplicates

__all__ = [
    "find_duplicates",
    "find_groups",
    "find_matches",
    "handed_in_again",
    "ratio_of",
    "ratios_of",
    "without_doubles",
    "without_references",
]
