"""From the text as it was read to the view that the other stages work on.

>>> from govreport.read import from_text
>>> normalize(from_text("（一）總結(jié)婦聯工作")).text
'(一)总结妇联工作'
"""

from __future__ import annotations

from govreport.model import Document, NormalizedText, Span, TextMap
from govreport.normalize.glosses import without_glosses
from govreport.normalize.page_numbers import without_page_numbers
from govreport.normalize.shifted import unshifted
from govreport.normalize.wrapping import without_wraps
from govreport.text.characters import fold
from govreport.text.script import detect_script, to_simplified

__all__ = ["normalize"]


def normalize(document: Document) -> NormalizedText:
    """Return the normalized view: Simplified, half-width, without what can't be seen and what pages left.

    Pinyin glosses and page numbers are left out of it and kept in ``left_out``; so are line ends that only
    wrap the text at the width of a page.
    """
    raw = document.text
    kept = [(index, folded) for index, folded in enumerate(map(fold, raw)) if folded]
    kept, glosses = without_glosses(kept)
    kept, numbers = without_page_numbers(kept)
    kept, ends = unshifted(without_wraps(kept, raw))
    # A gloss belongs to its character: a span that ends with the one ends with the other.
    ends.update({start - 1: end for start, end in glosses})
    text = to_simplified("".join(character for _, character in kept))
    ranges = ((index, ends.get(index, index + 1)) for index, _ in kept)
    left_out = [(Span(*one), "gloss") for one in glosses] + [(Span(*one), "page-number") for one in numbers]
    return NormalizedText(
        document, text, TextMap.of_ranges(ranges, len(raw)), detect_script(raw), tuple(sorted(left_out))
    )
