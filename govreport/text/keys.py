"""What of a text counts when texts are compared: its Chinese characters, in one form, and where they stood.

Script, width, radicals and look-alikes are folded; figures, Latin letters, punctuation, blanks and what can't
be seen are left out. It reads the raw text, so positions are those of the submitted file. The full key keeps
figures and Latin letters: what it lacks no reader would miss.

>>> key = comparison_key("（一）舉辦 120場培訓,惠及⼥性⼯人\\u200b！")
>>> key.text, key.positions.tolist()[:3]
('举办场培训惠及女性工人', [3, 4, 9])
>>> full_key("（一）舉辦 １20場").text
'一举办120场'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from govreport.text.characters import fold, is_cjk
from govreport.text.lexicon import load_table
from govreport.text.numerals import NUMERAL_CHARACTERS
from govreport.text.script import to_simplified

__all__ = [
    "Key",
    "comparison_codes",
    "comparison_key",
    "comparison_marks",
    "full_key",
    "full_places",
    "full_size",
    "full_text",
    "key_version",
]

_BLOCKS = (
    range(0x30, 0x7B),
    range(0x2E80, 0x2FE0),
    range(0x3005, 0x3008),
    range(0x3040, 0x3100),
    range(0x3400, 0x4DC0),
    range(0x4E00, 0xA000),
    range(0xF900, 0xFB00),
    range(0xFF10, 0xFF5B),
    range(0x20000, 0x2FA20),
)
# Unified ideographs: folding leaves them as they are. To ask each of these 70,000 took a third of a second.
_PLAIN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000), range(0x20000, 0x2F800))
_SIZE = 0x2FA20
_FIRST_CHINESE = 0x3007
# Words recur, and what they count as is kept.
_WORD = 8
# From so many characters on arrays are faster.
_LONG = 200


@dataclass(frozen=True)
class Key:
    """``codes`` are code points (uint32), ``positions`` where each stood in the raw text (int32)."""

    codes: NDArray[np.uint32]
    positions: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.codes)

    def at(self, raw: Sequence[int]) -> NDArray[np.int32]:
        """Return which character of the key stands at places of the raw text, or next behind them."""
        found = np.searchsorted(self.positions, np.array(raw, dtype=np.int32))
        return found.astype(np.int32)

    @cached_property
    def text(self) -> str:
        """The kept characters as a string."""
        return self.codes.tobytes().decode("utf-32-le")


@cache
def _table() -> NDArray[np.uint32]:
    """Return what each code point counts as; 0 where it does not count."""
    table = _full_table().copy()
    numerals = [ord(numeral) for numeral in NUMERAL_CHARACTERS]
    table[(table < _FIRST_CHINESE) & (table != ord("〇")) | np.isin(table, numerals)] = 0
    return table


@cache
def _full_table() -> NDArray[np.uint32]:
    codes = np.concatenate([np.arange(block.start, block.stop, dtype=np.uint32) for block in _BLOCKS])
    plain = np.any([(codes >= block.start) & (codes < block.stop) for block in _PLAIN], axis=0)
    folded = codes.copy()
    folded[~plain] = [ord(fold(chr(code)) or " ") for code in codes[~plain].tolist()]
    # Apart from each other, so that no two neighbours of the table are converted as one word.
    spaced = np.full(2 * len(codes), ord(" "), dtype="<u4")
    spaced[::2] = folded
    simplified = np.frombuffer(to_simplified(spaced.tobytes().decode("utf-32-le")).encode("utf-32-le"), "<u4")
    kept = simplified[::2].copy()
    for first, *others in load_table("look_alikes")["groups"]:
        kept[np.isin(kept, [ord(other) for other in others])] = ord(first)
    for place in np.flatnonzero(~plain).tolist():
        character = chr(kept[place])
        if not (
            is_cjk(character) or character >= "\U00020000" or (character.isascii() and character.isalnum())
        ):
            kept[place] = 0
    # One more than there are: what lies beyond is looked up there, and counts nothing.
    table = np.zeros(_SIZE + 1, dtype=np.uint32)
    table[codes] = kept
    return table


def comparison_key(text: str) -> Key:
    """Return the key of a raw text; time is linear in its length."""
    return _key(text, _table())


def comparison_codes(texts: Sequence[str]) -> tuple[NDArray[np.uint32], NDArray[np.int64]]:
    """Return the codes of the comparison keys of texts, one behind the other, and the length of each key.

    Many short texts at once take a third of the time that they take one by one.
    """
    counted = _counted("".join(texts), _table())
    kept = counted != 0
    ends = np.cumsum([len(text) for text in texts])
    before = np.concatenate(([0], np.cumsum(kept)))
    return counted[kept], np.diff(before[ends], prepend=0)


def comparison_marks(
    raw: NDArray[np.uint32], texts: Sequence[str]
) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Return how many characters of the key stand before each one of texts joined by one character.

    And where each text begins; ``raw`` are the code points of all.
    """
    before = np.zeros(len(raw) + 1, dtype=np.int32)
    np.cumsum(_kept().take(raw, mode="clip"), out=before[1:])
    sizes = np.array([len(text) + 1 for text in texts], dtype=np.int64)
    return before, np.cumsum(sizes) - sizes


@cache
def _kept() -> NDArray[np.bool_]:
    """Return which code points the key has."""
    found: NDArray[np.bool_] = _table() != 0
    return found


def full_key(text: str) -> Key:
    """Return the key with figures and Latin letters."""
    return _key(text, _full_table())


@cache
def key_version() -> str:
    """Return what tells one set of rules by which texts are compared from another."""
    return sha256(_table().tobytes()).hexdigest()[:16]


class _Letters(dict[int, str]):
    """What single characters count as in the full key, looked up once each."""

    def __missing__(self, code: int) -> str:
        kept = int(_full_table()[min(code, _SIZE)])
        self[code] = chr(kept) if kept else ""
        return self[code]


_letters = _Letters()


def full_text(text: str) -> str:
    """Return the text of the full key: for short texts faster than the key."""
    return _shortest(text) if len(text) <= _WORD else text.translate(_letters)


@lru_cache(maxsize=1 << 16)
def _shortest(text: str) -> str:
    return text.translate(_letters)


def full_size(text: str) -> int:
    """Return how many characters the full key of a text has.

    >>> full_size("（一）舉辦 １20場")
    7
    """
    if len(text) < _LONG:
        return len(full_text(text))
    return int(np.count_nonzero(_counted(text, _full_table())))


def full_places(text: str) -> list[int]:
    """Return where the characters of the full key stand in a short text."""
    return [place for place, character in enumerate(text) if _letters[ord(character)]]


def _counted(text: str, table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    raw = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
    return table.take(raw, mode="clip")


def _key(text: str, table: NDArray[np.uint32]) -> Key:
    counted = _counted(text, table)
    positions = np.flatnonzero(counted)
    return Key(counted[positions], positions.astype(np.int32))
