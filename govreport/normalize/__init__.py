"""From the text as it was read to the view that the other stages work on.

>>> from govreport.read import from_text
>>> normalize(from_text("（一）總結(jié)婦聯工作")).text
'(一)总结妇联工作'
"""

from __future__ import annotations

from govreport.model import Document, NormalizedText, Span, TextMap
from govreport.normalize.depth import within_depth
from govreport.normalize.glosses import without_glosses
from govreport.normalize.page_numbers import without_page_numbers
from govreport.normalize.reach import reach_of
from govreport.normalize.shifted import unshifted
from govreport.normalize.wrapping import without_wraps
from govreport.text.characters import fold
from govreport.text.script import detect_script, to_simplified

__all__ = ["NOT_ANALYZED", "normalize"]

# The warning of a document whose rest is left out, and what that rest is called.
NOT_ANALYZED = "not-analyzed"


def normalize(document: Document, *, whole: bool = False) -> NormalizedText:
    """Return the normalized view: Simplified, half-width, without what can't be seen and what pages left.

    What lies beyond the size of any report is left out of it unless the ``whole`` is asked for; its document
    then has a warning, and ``left_out`` tells where the rest stands. So it has where headings lie deeper than
    a hundred levels. Pinyin glosses and page numbers are left out and kept in ``left_out`` too; line ends
    that only wrap the text at the width of a page are left out.
    """
    document = within_depth(document)
    raw = document.text
    reach = len(raw) if whole else reach_of(raw)
    kept = [(index, folded) for index, folded in enumerate(map(fold, raw[:reach])) if folded]
    kept, glosses = without_glosses(kept)
    kept, numbers = without_page_numbers(kept)
    kept, ends = unshifted(without_wraps(kept, raw))
    # A gloss belongs to its character: a span that ends with the one ends with the other.
    ends.update({start - 1: end for start, end in glosses})
    text = to_simplified("".join(character for _, character in kept))
    ranges = ((index, ends.get(index, index + 1)) for index, _ in kept)
    left_out = [(Span(*one), "gloss") for one in glosses] + [(Span(*one), "page-number") for one in numbers]
    if reach < len(raw):
        left_out.append((Span(reach, len(raw)), NOT_ANALYZED))
        document = document.warned(NOT_ANALYZED)
    script = detect_script(raw[:reach])
    return NormalizedText(
        document, text, TextMap.of_ranges(ranges, len(raw)), script, tuple(sorted(left_out))
    )
