"""Blocks that stand more than once in one report: pasted again whole, reworded, or with other figures."""

from __future__ import annotations

from govreport.model import DuplicateBlock, NormalizedText
from govreport.reuse.inside.blocks import draw_blocks
from govreport.reuse.inside.chains import chain
from govreport.reuse.inside.condensed import condense
from govreport.reuse.inside.seeds import find_seeds

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
