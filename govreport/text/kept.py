"""What was found in the last short texts, kept: a clause is asked the same by rules, models and slots.

>>> @kept
... def length(text: str) -> int:
...     print("counted")
...     return len(text)
>>> length("加强"), length("加强")
counted
(2, 2)
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

__all__ = ["kept"]

_Function = TypeVar("_Function", bound=Callable[..., Any])

# So many answers are kept, of texts of at most so many characters: a few megabytes.
_MOST, _LONGEST = 4096, 200


def kept(function: _Function) -> _Function:
    """Let a function of a text keep its last answers; they are shared, so none may be changed."""
    answers = lru_cache(_MOST)(function)

    @wraps(function)
    def asked(text: str, *rest: Any) -> Any:
        # A long text is asked about once, and would take the room of many.
        return (answers if len(text) <= _LONGEST else function)(text, *rest)

    return cast(_Function, asked)
