"""Seeds that follow one another on both sides become one chain, across what was reworded between them."""

from __future__ import annotations

from dataclasses import dataclass, field

from govreport.reuse.inside.condensed import Condensed
from govreport.reuse.inside.seeds import Seed

_WIDEST_GAP = 40
_LARGEST_SHIFT = 24
_LEAST_SIMILAR = 0.75
# More chains than any report has, and how long one of them has to be then.
_MANY = 10_000
_LEAST_KEPT = 15


@dataclass(slots=True, eq=False)
class Chain:
    """Seeds in reading order; what lies between them differs."""

    seeds: list[Seed] = field(default_factory=list)
    matched: int = 0
    """How many characters are equal, while it is drawn."""
    end: int = 0
    """Where the later text ends, while it is drawn."""

    def add(self, seed: Seed) -> None:
        """Let it go on with a seed."""
        self.seeds.append(seed)
        self.matched += seed.length
        self.end = seed.right + seed.length

    @property
    def left(self) -> tuple[int, int]:
        """Where the earlier text stands, in condensed offsets."""
        return self.seeds[0].left, self.seeds[-1].left + self.seeds[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """Where the later text stands."""
        return self.seeds[0].right, self.seeds[-1].right + self.seeds[-1].length


def chain(seeds: list[Seed], condensed: Condensed) -> list[Chain]:
    """Return chains of seeds; a gap is bridged while the whole stays similar."""
    chains: list[Chain] = []
    open_chains: list[Chain] = []
    most = 2 * _MANY
    for seed in seeds:
        nearest = seed.right - _WIDEST_GAP
        open_chains = [c for c in open_chains if c.end >= nearest][-16:]
        home = next((c for c in reversed(open_chains) if _continues(c, seed)), None)
        if home is None:
            home = Chain()
            chains.append(home)
            open_chains.append(home)
        home.add(seed)
        if len(chains) == most:
            # A text made of chance repetitions: what is hardly longer than a seed makes no block.
            chains = [c for c in chains if c.end - c.seeds[0].right >= _LEAST_KEPT or c in open_chains]
            most = 2 * max(_MANY, len(chains))
    return [_filled(_without_overlap(c), condensed.key) for c in chains]


def _continues(chain: Chain, seed: Seed) -> bool:
    last = chain.seeds[-1]
    left_gap, right_gap = seed.left - last.left - last.length, seed.right - chain.end
    # Asked of every open chain for every seed: the gap on the left parts most of them.
    if not -7 <= left_gap <= _WIDEST_GAP or not -7 <= right_gap <= _WIDEST_GAP:
        return False
    if abs(left_gap - right_gap) > _LARGEST_SHIFT:
        return False
    first = chain.seeds[0]
    if seed.left + seed.length > first.right:
        return False  # the third paste of a block repeats the second; it does not go on from the first
    whole = max(seed.left + seed.length - first.left, seed.right + seed.length - first.right)
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
