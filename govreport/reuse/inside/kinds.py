"""What changed between an original and its copy: nothing, figures, names or wording.

>>> from govreport.reuse.inside.condensed import condense
>>> from govreport.reuse.inside.seeds import Seed
>>> kind_of(condense("培训妇女120人次以上共培训妇女135人次以上共"), Chain([Seed(0, 12, 12)]))
('figures-changed', 0.8333)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from govreport.reuse.alike.changes import kind_of_change
from govreport.reuse.inside.chains import Chain
from govreport.reuse.inside.condensed import Condensed

# A word or two beside changed names leave it a text with other names.
_SLIGHT = 0.05
# So much is looked at before and behind a change.
_BESIDE, _BEHIND = 4, 8


def kind_of(condensed: Condensed, chain: Chain) -> tuple[str, float]:
    """Return the kind of a chain and the share of equal characters of its longer side."""
    equal = sum(_equal(condensed, seed.left, seed.right, seed.length) for seed in chain.seeds)
    size = max(chain.left[1] - chain.left[0], chain.right[1] - chain.right[0])
    return _kind(condensed, chain, size), round(equal / size, 4)


def _kind(condensed: Condensed, chain: Chain, size: int) -> str:
    changes = list(_changes(condensed, chain))
    kinds = {kind for kind, _ in changes}
    if not kinds:
        return "exact"
    other_words = sum(length for kind, length in changes if kind == "wording")
    if kinds == {"wording"} or other_words > _SLIGHT * size:
        return "near"
    return "names-changed" if "name" in kinds else "figures-changed"


def _equal(condensed: Condensed, left: int, right: int, length: int) -> int:
    text = condensed.text
    return sum(text[left + i] == text[right + i] for i in range(length))


def _changes(condensed: Condensed, chain: Chain) -> Iterator[tuple[str, int]]:
    """Yield the kind and the length of what differs between the seeds, and of figures within them."""
    text = condensed.text
    for seed in chain.seeds:
        equal = _equal(condensed, seed.left, seed.right, seed.length)
        if equal < seed.length:
            yield "figure", seed.length - equal
    for first, second in pairwise(chain.seeds):
        ends = first.left + first.length, first.right + first.length
        old, new = text[ends[0] : second.left], text[ends[1] : second.right]
        before = text[max(ends[0] - _BESIDE, 0) : ends[0]]
        behind = tuple(text[place : place + _BEHIND] for place in (second.left, second.right))
        kind = kind_of_change(old, new, before, (behind[0], behind[1]))
        if kind is not None and old != new:
            yield kind, max(len(old), len(new))
