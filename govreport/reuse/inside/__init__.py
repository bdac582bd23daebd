"""Blocks that stand more than once in one report: pasted again whole, reworded, or with other figures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govreport.model import Copies, DuplicateBlock, NormalizedText
from govreport.reuse.inside.blocks import draw_blocks
from govreport.reuse.inside.chains import chain
from govreport.reuse.inside.condensed import condense
from govreport.reuse.inside.in_other_words import in_other_words
from govreport.reuse.inside.seeds import find_seeds
from govreport.reuse.inside.whole_sentences import whole_sentences

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
    blocks = draw_blocks(text, condensed, chains, minimum_length)
    return tuple(sorted([*blocks, *_reworded(text, blocks)], key=lambda block: block.spans))


def _reworded(text: NormalizedText, blocks: Iterable[DuplicateBlock]) -> Iterator[DuplicateBlock]:
    """Yield what is said again in other words, where no block tells so already."""
    copies = Copies(blocks)
    raw = text.document.text
    for one, other, similarity in in_other_words(raw):
        spans = whole_sentences(raw, one, other)
        if copies.original_of(spans[1]) is None and spans[0].end <= spans[1].start:
            yield DuplicateBlock(spans, spans[0].length, "near", similarity, ((),))
