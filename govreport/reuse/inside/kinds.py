"""What changed between an original and its copy: nothing, figures, names or wording.

>>> from govreport.reuse.inside.condensed import condense
>>> from govreport.reuse.inside.seeds import Seed
>>> kind_of(condense("培训妇女120人次以上共培训妇女135人次以上共"), Chain([Seed(0, 12, 12)]))
('figures-changed', 0.8333)
"""

from __future__ import annotations

import re

from govreport.reuse.inside.chains import Chain
from govreport.reuse.inside.condensed import Condensed

_LONGEST_NAME = 8
_PLACE = re.compile("[省市州区县旗乡镇村组社]|街道|学校")


def kind_of(condensed: Condensed, chain: Chain) -> tuple[str, float]:
    """Return the kind of a chain and the share of equal characters of its longer side."""
    equal = sum(_equal(condensed, seed.left, seed.right, seed.length) for seed in chain.seeds)
    size = max(chain.left[1] - chain.left[0], chain.right[1] - chain.right[0])
    gaps = _gaps(condensed, chain)
    if not gaps:
        kind = "exact" if equal == size else "figures-changed"
    else:
        kind = "names-changed" if all(_is_name(condensed, gap) for gap in gaps) else "near"
    return kind, round(equal / size, 4)


def _equal(condensed: Condensed, left: int, right: int, length: int) -> int:
    text = condensed.text
    return sum(text[left + i] == text[right + i] for i in range(length))


def _gaps(condensed: Condensed, chain: Chain) -> list[tuple[str, str, str]]:
    """Return what stands between the seeds on either side, and the character after it."""
    gaps = []
    for first, second in zip(chain.seeds, chain.seeds[1:], strict=False):
        left = condensed.text[first.left + first.length : second.left]
        right = condensed.text[first.right + first.length : second.right]
        gaps.append((left, right, condensed.text[second.left : second.left + 2]))
    return gaps


def _is_name(condensed: Condensed, gap: tuple[str, str, str]) -> bool:
    left, right, after = gap
    short = 0 < len(left) <= _LONGEST_NAME and 0 < len(right) <= _LONGEST_NAME
    return short and bool(_PLACE.match(after) or (_PLACE.search(left) and _PLACE.search(right)))
