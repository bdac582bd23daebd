"""The source of a web page without what makes a parser slow: comments, and tags of endless attributes.

>>> without_traps("<p>一、<!-- x -->加强<!-- 领导"), len(without_traps("<p " + "a='1' " * 9000 + ">领导"))
('<p>一、加强 领导', 5)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["without_traps"]

# The parser compares each attribute of a tag with all before it.
_ENDLESS = re.compile(r"(<[a-zA-Z][\w:-]{0,40})[^<>]{20000,}>")
_OPEN, _CLOSE = "<!--", "-->"


def without_traps(source: str) -> str:
    """Return the source; a comment that never ends hides nothing."""
    return _ENDLESS.sub(r"\1>", "".join(_outside_comments(source)))


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
