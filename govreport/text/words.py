"""Words with their parts of speech, by jieba's dictionary, loaded when first asked for.

Of all ways to cut a text into words of the dictionary the likeliest is taken; words that it does not have are
not guessed. That is what ``jieba.posseg.cut(text, HMM=False)`` does, in half its time (a test compares them).

>>> tagged("加强领导")
[('加强', 'v'), ('领导', 'n')]
"""

from __future__ import annotations

import re
from functools import cache
from math import log
from typing import Any, NamedTuple

from govreport.text.kept import kept

# So many characters of a clause are looked through for its verb.
_LONGEST = 500
# What jieba looks up in its dictionary; anything else is a word by itself.
_KNOWN = re.compile(r"([一-鿕a-zA-Z0-9+#&._]+)|\r\n|[\s\S]")
_ALPHANUMERIC = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")

_Words = tuple[tuple[str, str], ...]


class Dictionary(NamedTuple):
    """How often each word was seen, 0 where it only begins others; the logarithm of all; the words' tags."""

    counts: dict[str, int]
    total: float
    tags: dict[str, str]


@cache
def dictionary() -> Dictionary:
    """Return jieba's dictionary: read when first asked for, not to be changed."""
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    _load(jieba.dt)
    return Dictionary(jieba.dt.FREQ, log(jieba.dt.total), jieba.posseg.dt.word_tag_tab)


def _load(words: Any) -> None:
    """Read the words from jieba's own list.

    By itself it would keep them in the folder for temporary files, where others can write too.
    """
    if not words.initialized:
        words.FREQ, words.total = words.gen_pfdict(words.get_dict_file())
        words.initialized = True


@kept
def tagged(text: str) -> list[tuple[str, str]]:
    """Return the words of a Simplified text with the first letters of jieba's tags; not to be changed."""
    return [(word, tag[:1] or "x") for word, tag in _words(text)]


def verbs(text: str, start: int = 0) -> list[tuple[int, int]]:
    """Return where the verbs of a Simplified text stand, from ``start`` on; 活动 and 培训 are used as nouns.

    What is asked is the verb of a clause: in what runs on without a mark only the beginning is looked at.

    >>> verbs("逐户登记困难家庭"), verbs("村妇女活动中心")
    ([(2, 4)], [])
    >>> verbs("逐户登记困难家庭", 2)
    [(2, 4)]
    """
    if len(text) > _LONGEST:
        text = text[: start + _LONGEST]
    found, position = [], start
    for word, tag in _words(text, start):
        if tag.startswith("v") and tag != "vn":
            found.append((position, position + len(word)))
        position += len(word)
    return found


@kept
def _words(text: str, start: int = 0) -> _Words:
    """Return the words from ``start`` on: those of what is left of the text there."""
    found: list[tuple[str, str]] = []
    for match in _KNOWN.finditer(text):
        if match.end() <= start:
            continue
        if match.lastindex:
            found += _of_run(match.group(), max(0, start - match.start()))
        else:
            found.append((match.group(), "x"))
    return tuple(found)


@kept
def _of_run(text: str, at: int) -> _Words:
    """Return the words of the likeliest way; letters and digits that follow one another are one word."""
    tags, ends = dictionary().tags, _word_ends(text)
    found: list[tuple[str, str]] = []
    run = ""
    while at < len(text):
        word = text[at : ends[at]]
        if word in _ALPHANUMERIC:
            run += word
        else:
            if run:
                found.append((run, "eng"))
                run = ""
            found.append((word, tags.get(word, "x")))
        at = ends[at]
    if run:
        found.append((run, "eng"))
    return tuple(found)


@kept
def _word_ends(text: str) -> list[int]:
    """Return for each place where the word ends that the likeliest way from there begins with.

    What stands before a place does not count: the answer holds for all that begins in the text and ends with
    it. The longest of equally likely words is taken. The time is that of as many words as begin in the text.
    """
    known = dictionary()
    count_of, total, size = known.counts.get, known.total, len(text)
    likely, ends = [0.0] * (size + 1), [0] * size
    for at in range(size - 1, -1, -1):
        best, end, stop = None, at + 1, at + 1
        count = count_of(text[at])
        while count is not None:
            if count:
                chance = log(count) - total + likely[stop]
                if best is None or chance >= best:
                    best, end = chance, stop
            stop += 1
            if stop > size:
                break
            count = count_of(text[at:stop])
        # A character that no word begins with counts as if it was seen once.
        likely[at] = likely[end] - total if best is None else best
        ends[at] = end
    return ends
