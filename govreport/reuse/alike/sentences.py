"""The sentences of a text, and how much each pair of characters and each figure of them tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

import numpy as np

from govreport.reuse.alike.figures import figures
from govreport.reuse.alike.telling import Telling
from govreport.text.characters import ends_sentence
from govreport.text.common import common_shingles
from govreport.text.keys import Key
from govreport.text.shingles import shingle_hashes

__all__ = ["Sentences"]

# What a figure tells that both have.
_FIGURE = 24.0
# So many sentences are weighed at once, with so many characters beside them.
_TOGETHER = 8
_BESIDE = 64
# Below this a character belongs to a set phrase.
_TELLING = 0.25


@cache
def _ends() -> re.Pattern[str]:
    # No Chinese character ends a sentence: marks stand before and behind them.
    marks = map(chr, (*range(0x3100), *range(0xFE00, 0xFFF0)))
    return re.compile("[" + "".join(map(re.escape, filter(ends_sentence, marks))) + "]")


@dataclass(frozen=True)
class Sentences:
    """A submission cut into sentences; ``borders`` are offsets in its key, from 0 to its length."""

    text: str
    key: Key
    telling: Telling

    @cached_property
    def borders(self) -> list[int]:
        """Where sentences begin in the key, and its length."""
        places = self.key.at([match.end() for match in _ends().finditer(self.text)])
        return sorted({0, len(self.key), *places.tolist()})

    def sentence(self, place: int) -> int:
        """Return the number of the sentence that a place of the key lies in."""
        # What stands at the very end of the key is of the last one.
        return min(bisect_right(self.borders, place) - 1, len(self.borders) - 2)

    @cached_property
    def figures(self) -> defaultdict[int, list[int]]:
        """The figures of each sentence."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        known = figures([self.text])
        for value, place in zip(known.hashes.tolist(), known.place.tolist(), strict=True):
            found[self.sentence(place)].append(value)
        return found

    @cached_property
    def known(self) -> dict[tuple[int, int], tuple[dict[int, float], float]]:
        """The weights that have been asked for."""
        return {}

    def weights(self, first: int, last: int) -> tuple[dict[int, float], float]:
        """Return the weight of each pair and figure of sentences ``first`` to ``last``, and the sum."""
        found = self.known.get((first, last))
        if found is None:
            weights: dict[int, float] = {}
            for number in range(first, last + 1):
                weights.update(self._own(number))
            found = self.known[first, last] = weights, sum(weights.values())
        return found

    @cached_property
    def _weighed(self) -> dict[int, list[dict[int, float]]]:
        """The weights of the sentences that have been asked for, some neighbours at once."""
        return {}

    def _own(self, number: int) -> dict[int, float]:
        """The weights of a sentence: the fewer submitters use a pair of characters, the more it tells."""
        part, place = divmod(number, _TOGETHER)
        found = self._weighed.get(part)
        if found is None:
            found = self._weighed[part] = self._part(part * _TOGETHER)
        return found[place]

    def _part(self, number: int) -> list[dict[int, float]]:
        """Weigh the pairs that begin in some sentences, from that of a number on."""
        borders = self.borders[number : number + _TOGETHER + 1]
        # What stands beside them tells how telling they are.
        start, end = max(borders[0] - _BESIDE, 0), min(borders[-1] + _BESIDE, len(self.key))
        telling = self.telling.characters(self.key, start, end) >= _TELLING
        told = np.flatnonzero(telling[:-1] & telling[1:])
        edges = np.searchsorted(told + start, borders)
        told = told[edges[0] : edges[-1]]
        pairs = shingle_hashes(self.key.codes[start:end], 2)[told]
        values, weights = pairs.tolist(), common_shingles().rarity(pairs).tolist()
        found = []
        for sentence, (first, last) in enumerate(pairwise((edges - edges[0]).tolist()), number):
            own = dict(zip(values[first:last], weights[first:last], strict=True))
            own.update(dict.fromkeys(self.figures.get(sentence, ()), _FIGURE))
            found.append(own)
        return found
