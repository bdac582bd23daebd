"""Blocks that stand more than once in one report: pasted again whole, reworded, or with other figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from govreport.model import DuplicateBlock, NormalizedText, Span, trimmed
from govreport.reuse.inside.blocks import draw_blocks
from govreport.reuse.inside.chains import chain
from govreport.reuse.inside.condensed import condense
from govreport.reuse.inside.in_other_words import in_other_words
from govreport.reuse.inside.seeds import find_seeds
from govreport.reuse.inside.whole_sentences import whole_sentences

__all__ = ["find_duplicates"]

MINIMUM_LENGTH = 30
# How much of what is said again may stand in copies that are known, and how many of these are looked at that
# begin before it: they hardly overlap one another.
_KNOWN, _BEFORE = 0.5, 16


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
    raw = text.document.text
    copies = sorted(span for block in blocks for span in block.spans[1:])
    for one, other, similarity in in_other_words(raw, copies):
        spans = tuple(trimmed(raw, *span) for span in whole_sentences(raw, one, other))
        known = sum(spans[1].overlap(copy) for copy in _near(copies, spans[1]))
        if spans[0].end <= spans[1].start and known <= _KNOWN * spans[1].length:
            yield DuplicateBlock(spans, spans[0].length, "near", similarity, ((),))


def _near(copies: Sequence[Span], span: Span) -> Sequence[Span]:
    """Return the copies that may overlap a span: those that begin in it, and a few before."""
    first, last = (bisect_left(copies, place, key=lambda copy: copy.start) for place in span)
    return copies[max(first - _BEFORE, 0) : last]
