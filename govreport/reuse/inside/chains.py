"""Seeds that follow one another on both sides become one chain, across what was reworded between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from govreport.reuse.inside.condensed import Condensed
from govreport.reuse.inside.seeds import Seed

_WIDEST_GAP = 40
_LARGEST_SHIFT = 24
_LEAST_SIMILAR = 0.75


@dataclass(slots=True)
class Chain:
    """Seeds in reading order; what lies between them differs."""

    seeds: list[Seed] = field(default_factory=list)

    @property
    def left(self) -> tuple[int, int]:
        """Where the earlier text stands, in condensed offsets."""
        return self.seeds[0].left, self.seeds[-1].left + self.seeds[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """Where the later text stands."""
        return self.seeds[0].right, self.seeds[-1].right + self.seeds[-1].length

    @property
    def matched(self) -> int:
        """How many characters are equal."""
        return sum(seed.length for seed in self.seeds)


def chain(seeds: list[Seed], condensed: Condensed) -> list[Chain]:
    """Return chains of seeds; a gap is bridged while the whole stays similar."""
    chains: list[Chain] = []
    open_chains: list[Chain] = []
    for seed in seeds:
        open_chains = [c for c in open_chains if seed.right - c.right[1] <= _WIDEST_GAP][-16:]
        home = next((c for c in reversed(open_chains) if _continues(c, seed)), None)
        if home is None:
            home = Chain()
            chains.append(home)
            open_chains.append(home)
        home.seeds.append(seed)
    return [_filled(_without_overlap(c), condensed.key) for c in chains]


def _continues(chain: Chain, seed: Seed) -> bool:
    if seed.left + seed.length > chain.right[0]:
        return False  # the third paste of a block repeats the second; it does not go on from the first
    left_gap, right_gap = seed.left - chain.left[1], seed.right - chain.right[1]
    if min(left_gap, right_gap) < -7 or max(left_gap, right_gap) > _WIDEST_GAP:
        return False
    if abs(left_gap - right_gap) > _LARGEST_SHIFT:
        return False
    whole = max(seed.left + seed.length - chain.left[0], seed.right + seed.length - chain.right[0])
    return chain.matched + seed.length >= _LEAST_SIMILAR * whole


def _without_overlap(chain: Chain) -> Chain:
    """Seeds around an insertion may share characters; the later one gives way."""
    seeds = chain.seeds[:1]
    for seed in chain.seeds[1:]:
        last = seeds[-1]
        shared = max(last.left + last.length - seed.left, last.right + last.length - seed.right, 0)
        if shared < seed.length:
            seeds.append(Seed(seed.left + shared, seed.right + shared, seed.length - shared))
    return Chain(seeds)


def _filled(chain: Chain, key: str) -> Chain:
    """Join seeds between which the same text stands: its shingles had been linked to a nearer occurrence."""
    seeds = chain.seeds[:1]
    for seed in chain.seeds[1:]:
        last = seeds[-1]
        left = key[last.left + last.length : seed.left]
        if left == key[last.right + last.length : seed.right]:
            seeds[-1] = Seed(last.left, last.right, seed.left + seed.length - last.left)
        else:
            seeds.append(seed)
    return Chain(seeds)
