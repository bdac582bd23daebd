"""The cues of data/extract.toml, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from govreport.text.guarded import guarded
from govreport.text.lexicon import load_table
from govreport.text.needed import needed
from govreport.text.word_pattern import any_of, filled


@cache
def cue(*keys: str) -> re.Pattern[str]:
    """Return the pattern that stands under these keys; {word} in it stands for a row of [word]."""
    return guarded(_written(*keys))


def _written(*keys: str) -> str:
    table = load_table("extract")
    words: dict[str, str] = table["word"]
    for key in keys[:-1]:
        table = table[key]
    return filled(table[keys[-1]], words)


@cache
def _needed(*keys: str) -> re.Pattern[str]:
    return needed(_written(*keys))


def may_stand(text: str, start: int, end: int, *keys: str) -> bool:
    """Whether a range holds what no match of the pattern under these keys can do without: most hold none."""
    return _needed(*keys).search(text, start, end) is not None


def matches_of(text: str, start: int, end: int, *keys: str) -> Iterator[re.Match[str]]:
    """Return the matches of the pattern under these keys in a range.

    >>> [match["value"] for match in matches_of("联合县司法局开展宣传", 0, 10, "slot", "partner")]
    ['县司法局']
    """
    return cue(*keys).finditer(text, start, end) if may_stand(text, start, end, *keys) else iter(())


@cache
def words_of(key: str) -> re.Pattern[str]:
    """Return a pattern that matches any word of a list, longest first."""
    return guarded(_any_word(key))


@cache
def leading(key: str) -> re.Pattern[str]:
    """Return a pattern that matches any number of words of a list."""
    return guarded(f"(?:{_any_word(key)})+")


def _any_word(key: str) -> str:
    words: list[str] = load_table("extract")[key]
    return any_of(words)
