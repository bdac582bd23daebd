"""What is compared between the headings of one report: how each would end, and how its body would begin.

>>> found = signs("夯实组织,抓好培训今年办班", 9)
>>> found.openings, found.closings, found.shape
(('今年', '今年办', '今年办班'), ('训', '培训'), (2, 0))
"""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["Signs", "signs"]

_OPENINGS = (2, 3, 4)
_CLOSES = (1, 2)
_MARKS = re.compile("[,、]")


class Signs(NamedTuple):
    """The first strings of a body, the last of a heading, its clauses; ``is_closed`` by a full stop.

    Two clauses that are alike in length to a character are one ``shape``, whatever their length.
    """

    openings: tuple[str, ...]
    closings: tuple[str, ...]
    clauses: int
    shape: tuple[int, int]
    is_closed: bool


def signs(run: str, offset: int) -> Signs:
    """Return the signs of a heading that ends at ``offset``."""
    heading = run[:offset]
    body = run[offset : offset + 40].lstrip(".。 ")
    lengths = [len(clause) for clause in _MARKS.split(heading)]
    return Signs(
        tuple(body[:n] for n in _OPENINGS),
        tuple(heading[-n:] for n in _CLOSES),
        min(3, len(lengths)),
        (len(lengths), lengths[-1] - lengths[-2] if len(lengths) == 2 else 0),
        run[offset : offset + 1] == "。",
    )
