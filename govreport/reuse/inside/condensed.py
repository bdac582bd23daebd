"""The characters that count when texts are compared: no white space, no punctuation, figures made alike.

>>> condense("一、举办 3场。").key
'一举办0场'
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Condensed:
    """``text`` are the kept characters, ``key`` the same with digits as 0, ``positions`` where they stood."""

    text: str
    key: str
    positions: list[int]


def condense(text: str) -> Condensed:
    """Keep letters, characters and digits of a normalized text."""
    kept = [(position, character) for position, character in enumerate(text) if character.isalnum()]
    plain = "".join(character for _, character in kept)
    key = "".join("0" if "0" <= character <= "9" else character for character in plain)
    return Condensed(plain, key, [position for position, _ in kept])
