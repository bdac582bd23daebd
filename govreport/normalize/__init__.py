"""From the text as it was read to the view that the other stages work on.

>>> from govreport.read import from_text
>>> normalize(from_text("（一）總結(jié)婦聯工作")).text
'(一)总结妇联工作'
"""

from __future__ import annotations

from govreport.model import Document, NormalizedText, TextMap
from govreport.normalize.glosses import without_glosses
from govreport.text.characters import fold
from govreport.text.script import detect_script, to_simplified

__all__ = ["normalize"]


def normalize(document: Document) -> NormalizedText:
    """Return the normalized view: Simplified, half-width, without invisible characters and pinyin glosses."""
    raw = document.text
    kept = [(index, folded) for index, folded in enumerate(map(fold, raw)) if folded]
    kept = without_glosses(kept)
    text = to_simplified("".join(character for _, character in kept))
    ranges = ((index, index + 1) for index, _ in kept)
    return NormalizedText(document, text, TextMap.of_ranges(ranges, len(raw)), detect_script(raw))
