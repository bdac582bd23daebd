"""Blocks that stand more than once in one report: pasted again whole, reworded, or with other figures.

>>> from govreport.read import from_text
>>> from govreport.normalize import normalize
>>> text = "组织妇女干部学习政策,走访慰问困难家庭和留守儿童,开展普法宣传活动。"
>>> [block.spans for block in find_duplicates(normalize(from_text(text + "另外。" + text)))]
[(Span(start=0, end=34), Span(start=37, end=71))]
"""

from __future__ import annotations

from govreport.model import DuplicateBlock, NormalizedText
from govreport.reuse.blocks import draw_blocks
from govreport.reuse.chains import chain
from govreport.reuse.condensed import condense
from govreport.reuse.seeds import find_seeds

__all__ = ["find_duplicates"]

MINIMUM_LENGTH = 30


def find_duplicates(
    text: NormalizedText, *, minimum_length: int = MINIMUM_LENGTH
) -> tuple[DuplicateBlock, ...]:
    """Return the maximal blocks of at least ``minimum_length`` characters that occur more than once.

    Time grows with the length of the text, times its logarithm.
    """
    condensed = condense(text.text)
    chains = chain(find_seeds(condensed.key), condensed)
    return draw_blocks(text, condensed, chains, minimum_length)
