"""What of a commitment tells: its words without the deadline, weighed, its figures and its areas.

Pairs of characters are weighed by how few reports use them at large and how few statements use them in the
later report; single characters by the latter alone.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from govreport.model import Quantity, Statement
from govreport.text.characters import ends_sentence
from govreport.text.common import common_shingles
from govreport.text.keys import full_key
from govreport.text.lexicon import load_table
from govreport.text.numerals import NUMERAL_CHARACTERS
from govreport.text.shingles import shingle_hashes

__all__ = [
    "Telling",
    "counted",
    "few_use",
    "figures",
    "pair_weights",
    "quantities",
    "sentence_of",
    "words_of",
]

_NUMERALS = np.array([ord(one) for one in NUMERAL_CHARACTERS], dtype=np.uint32)
_OF_NUMERALS = 3.0
_FARTHEST = 200


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell, as weights of pairs and of single characters, and figures and areas."""

    key: str
    pairs: Mapping[int, float]
    characters: Mapping[str, float]
    figures: Mapping[str, float]
    areas: frozenset[str]

    @classmethod
    def of(
        cls, promise: Statement, number: int, pairs_used: Mapping[int, int], used: Mapping[str, int]
    ) -> Telling:
        """Weigh the words of a commitment by how many of the ``number`` later statements use them."""
        text = promise.text
        for slot in promise.slots.get("deadline", ()):
            text = text.replace(slot.text, "") if slot.span else text
        key = words_of(text)
        pairs = {
            pair: weight * few_use(pairs_used.get(pair, 0), number)
            for pair, weight in pair_weights(text).items()
        }
        characters = {one: few_use(used.get(one, 0), number) for one in sorted(set(key))}
        areas = frozenset(area.area_id for area in promise.areas)
        return cls(key, pairs, characters, figures(promise), areas)


def few_use(users: int, number: int) -> float:
    """Return how much it tells that ``users`` of ``number`` statements use something: a logarithm."""
    return math.log((number + 1) / (users + 0.5 if users else 1))


def pair_weights(text: str) -> dict[int, float]:
    """Return the pairs of characters of a text, each with how much it tells at large.

    Pairs with a numeral (两癌, 一次) are in no table of what is usual at large: they count as middling.
    """
    codes = _words(text)
    found, first = np.unique(shingle_hashes(codes, 2), return_index=True)
    rarity = common_shingles().rarity(found)
    numeral = np.isin(codes, _NUMERALS)
    if len(found):
        rarity[(numeral[:-1] | numeral[1:])[first]] = _OF_NUMERALS
    return dict(zip(found.tolist(), rarity.tolist(), strict=True))


def words_of(text: str) -> str:
    """Return the characters of a text that may belong to a word, as a string."""
    return _words(text).tobytes().decode("utf-32-le")


def _words(text: str) -> NDArray[np.uint32]:
    """Return the code points of the full key, without figures in digits."""
    codes = full_key(text).codes
    return codes[codes > ord("9")]


def quantities(statement: Statement) -> Iterator[Quantity]:
    """Yield the figures of a statement in reading order."""
    for slot in statement.slots.get("quantity", ()):
        if isinstance(slot.value, Quantity):
            yield slot.value


def figures(statement: Statement) -> dict[str, float]:
    """Return the figure of each unit that a statement names, the last where there are several.

    Units that count the same things (人, 名) are one: the first of their group in data/follow.toml.
    """
    return {counted(value.unit): value.maximum for value in quantities(statement)}


def counted(unit: str) -> str:
    """Return the unit that stands for all that count the same things."""
    return _same_units().get(unit, unit)


@cache
def _same_units() -> dict[str, str]:
    return {unit: group[0] for group in load_table("follow")["same_units"] for unit in group}


def sentence_of(text: str, statement: Statement) -> str:
    """Return the sentence that a statement stands in, cut where it goes on for very long."""
    start, end = statement.span
    first, last = max(0, start - _FARTHEST), min(len(text), end + _FARTHEST)
    while start > first and not ends_sentence(text[start - 1]):
        start -= 1
    while end < last and not ends_sentence(text[end]):
        end += 1
    return text[start:end]
