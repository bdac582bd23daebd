"""The cues of data/extract.toml, compiled once."""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table


@cache
def cue(*keys: str) -> re.Pattern[str]:
    """Return the pattern that stands under these keys."""
    table = load_table("extract")
    for key in keys[:-1]:
        table = table[key]
    return re.compile(table[keys[-1]])


@cache
def words_of(key: str) -> re.Pattern[str]:
    """Return a pattern that matches any word of a list, longest first."""
    words: list[str] = load_table("extract")[key]
    return re.compile("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))))


@cache
def leading(key: str) -> re.Pattern[str]:
    """Return a pattern that matches any number of words of a list."""
    return re.compile(f"(?:{words_of(key).pattern})+")
