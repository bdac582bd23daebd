"""Words with their parts of speech, from jieba, loaded when first asked for.

>>> tagged("加强领导")
[('加强', 'v'), ('领导', 'n')]
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

# So many characters of a clause are looked through for its verb.
_LONGEST = 500


@cache
def _tagger() -> Any:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    _load(jieba.dt)
    return jieba.posseg.dt


def _load(words: Any) -> None:
    """Read the words from jieba's own list.

    By itself it would keep them in the folder for temporary files, where others can write too.
    """
    if not words.initialized:
        words.FREQ, words.total = words.gen_pfdict(words.get_dict_file())
        words.initialized = True


def lexicon() -> tuple[Mapping[str, int], Mapping[str, str]]:
    """Return how often each word of jieba's list occurs, and its tag."""
    tagger = _tagger()
    return tagger.tokenizer.FREQ, tagger.word_tag_tab


def tagged(text: str) -> list[tuple[str, str]]:
    """Return the words of a Simplified text with jieba's tags, cut to their first letter."""
    return list(_tagged(text))


# The words of a statement are asked for once for its kind and once for its slots.
@lru_cache(maxsize=64)
def _tagged(text: str) -> tuple[tuple[str, str], ...]:
    return tuple((word, tag[:1] or "x") for word, tag in _tagger().cut(text, HMM=False))


def verbs(text: str) -> list[tuple[int, int]]:
    """Return where the verbs of a Simplified text stand; verbs used as nouns (活动, 培训) are left out.

    What is asked is the verb of a clause: in what runs on without a mark only the beginning is looked at.

    >>> verbs("逐户登记困难家庭"), verbs("村妇女活动中心")
    ([(2, 4)], [])
    """
    found, position = [], 0
    for word, tag in _tagger().cut(text[:_LONGEST], HMM=False):
        if tag.startswith("v") and tag != "vn":
            found.append((position, position + len(word)))
        position += len(word)
    return found
