"""Words with their parts of speech, from jieba, loaded when first asked for.

>>> tagged("加强领导")
[('加强', 'v'), ('领导', 'n')]
"""

from __future__ import annotations

from functools import cache
from typing import Any


@cache
def _tagger() -> Any:
    import logging

    import jieba
    import jieba.posseg

    jieba.setLogLevel(logging.WARNING)
    return jieba.posseg.dt


def tagged(text: str) -> list[tuple[str, str]]:
    """Return the words of a Simplified text with jieba's tags, cut to their first letter."""
    return [(word, tag[:1] or "x") for word, tag in _tagger().cut(text)]
