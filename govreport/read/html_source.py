"""The source of a web page without what makes a parser slow: comments, and tags of endless attributes.

>>> without_traps("<p>一、<!-- x -->加强<!-- 领导"), len(without_traps("<p " + "a='1' " * 9000 + ">领导"))
('<p>一、加强 领导', 5)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["left_open", "without_traps"]

# The parser compares each attribute of a tag with all before it.
_ENDLESS = re.compile(r"(<[a-zA-Z][\w:-]{0,40})[^<>]{20000,}>")
# What a browser nests the deeper, the more of them are never closed.
_FORMATTING = re.compile(r"<(/?)(?:b|i|u|s|a|em|tt|big|code|font|span|small|strong)[\s>]", re.I)
_OPEN, _CLOSE = "<!--", "-->"


def without_traps(source: str) -> str:
    """Return the source; a comment that never ends hides nothing."""
    return _ENDLESS.sub(r"\1>", "".join(_outside_comments(source)))


def left_open(source: str) -> int:
    """Return how many tags that format words are opened and never closed.

    >>> left_open("<b><p><b><p>领导</b>")
    1
    """
    found = _FORMATTING.findall(source)
    return len(found) - 2 * found.count("/")


def _outside_comments(source: str) -> Iterator[str]:
    start = 0
    while (begun := source.find(_OPEN, start)) >= 0:
        ended = source.find(_CLOSE, begun + len(_OPEN))
        yield source[start:begun]
        if ended < 0:
            yield source[begun:].replace(_OPEN, "")
            return
        start = ended + len(_CLOSE)
    yield source[start:]
