"""Pages that are written from top to bottom, lines from right to left: turned to read as others do.

>>> from govreport.read.pdf.glyphs import Glyph
>>> column = [Glyph(character, 80, 10 * n, 90, 10 * n + 10) for n, character in enumerate("妇联工作总结")]
>>> [(glyph.text, glyph.left, glyph.top) for glyph in set_level(PageGlyphs(100, 200, column)).glyphs][:2]
[('妇', 0, 10), ('联', 10, 10)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from govreport.read.pdf.glyphs import Glyph, PageGlyphs
from govreport.text.characters import is_cjk

__all__ = ["set_level"]

# Of two Chinese characters that follow each other, in characters: how far the second may stand beside the
# place right below the first. Where so many pairs do, the page is written downwards.
_BESIDE, _BELOW = 0.3, 1.6
_LEAST_PAIRS = 5
_SHARE = 0.6


def set_level(page: PageGlyphs) -> PageGlyphs:
    """Return the page as it is, or turned by a quarter against the clock where it is written downwards."""
    if not _is_downwards(page.glyphs):
        return page
    turned = [
        Glyph(one.text, one.top, page.width - one.right, one.bottom, page.width - one.left)
        for one in page.glyphs
    ]
    return replace(page, width=page.height, height=page.width, glyphs=turned)


def _is_downwards(glyphs: Sequence[Glyph]) -> bool:
    pairs = [(one, after) for one, after in pairwise(glyphs) if is_cjk(one.text) and is_cjk(after.text)]
    below = sum(_follows_below(one, after) for one, after in pairs)
    return len(pairs) >= _LEAST_PAIRS and below > _SHARE * len(pairs)


def _follows_below(one: Glyph, after: Glyph) -> bool:
    size = max(one.right - one.left, 0.1)
    step = after.top - one.top
    return abs(after.left - one.left) < _BESIDE * size and 0 < step < _BELOW * max(size, one.bottom - one.top)
