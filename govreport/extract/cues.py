"""The cues of data/extract.toml, compiled once."""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table


@cache
def cue(*keys: str) -> re.Pattern[str]:
    """Return the pattern that stands under these keys; {word} in it stands for a row of [word]."""
    table = load_table("extract")
    words: dict[str, str] = table["word"]
    for key in keys[:-1]:
        table = table[key]
    pattern: str = table[keys[-1]]
    for word, row in words.items():
        pattern = pattern.replace(f"{{{word}}}", row)
    return re.compile(pattern)


@cache
def words_of(key: str) -> re.Pattern[str]:
    """Return a pattern that matches any word of a list, longest first."""
    words: list[str] = load_table("extract")[key]
    return re.compile("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))))


@cache
def leading(key: str) -> re.Pattern[str]:
    """Return a pattern that matches any number of words of a list."""
    return re.compile(f"(?:{words_of(key).pattern})+")
