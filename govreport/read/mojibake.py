"""Texts that a wrong decoding went over before they were saved: undone where that gives running Chinese.

>>> undone("¸¾Áª¹¤×÷×Ü½á£¬È«Äê¿ªÕ¹»î¶¯").text
'妇联工作总结，全年开展活动'
>>> undone("妇联工作总结，全年开展活动") is None
True
"""

from __future__ import annotations

from typing import NamedTuple

from govreport.read.encodings import frequent_share
from govreport.text.lexicon import load_table

__all__ = ["Undone", "is_destroyed", "undone"]

_SAMPLE = 20_000
# Running Chinese has a third of frequent characters; what was taken for something else has next to none.
_RUNNING = 0.2
_MUCH_MORE = 2.5
_FIRST_FOREIGN = "\x80"


class Undone(NamedTuple):
    """The text as it was meant, the way back, and how many of its characters were lost."""

    text: str
    encoding: str
    lost: int


def undone(text: str) -> Undone | None:
    """Return the text as it was meant, None where it is right as it is, or nothing is better."""
    sample = text[:_SAMPLE]
    if not any(character >= _FIRST_FOREIGN for character in sample):
        return None
    least = max(_RUNNING, _MUCH_MORE * frequent_share(sample))
    ways = [(way["taken"], way["meant"]) for way in load_table("read")["taken_for"]]
    best = max(ways, key=lambda way: frequent_share(_anew(sample, *way)))
    if frequent_share(_anew(sample, *best)) < least:
        return None
    whole = _anew(text, *best)
    return Undone(whole, f"{best[1]}, taken for {best[0]}", whole.count("\ufffd"))


def is_destroyed(text: str) -> bool:
    """Return whether a decoding left marks in a text that can't be undone."""
    return any(mark in text for mark in load_table("read")["destroyed"])


def _anew(text: str, taken: str, meant: str) -> str:
    """Read the bytes that a text came from in the encoding that was meant."""
    return _bytes_of(text, taken).decode(meant, "replace")


def _bytes_of(text: str, taken: str) -> bytes:
    """Return the bytes; those that cp1252 doesn't know were kept as control characters."""
    if taken != "cp1252":
        return text.encode(taken, "replace")
    return b"".join(
        bytes([ord(character)]) if character < "\u0100" else character.encode(taken, "replace")
        for character in text
    )
