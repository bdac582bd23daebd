"""Whether a pattern that a user wrote stays quick: tried on texts made of its own literals.

>>> is_bounded("建[立设].{0,8}?[站点]"), is_bounded("(建+)+设")
(True, False)
"""

from __future__ import annotations

import re

__all__ = ["is_bounded"]

# Characters of a text that is tried, and seconds that are allowed for it: thousands of times what is needed.
_LENGTH = 2000
_SECONDS = 0.5
_MOST_LITERALS = 24
# What is no literal: classes, groups with their options, counts and other signs.
_SYNTAX = re.compile(r"\\.|\(\?[a-zA-Z:=!<]{0,4}|\{[0-9,]{0,9}\}|[\[\](){}|*+?^$.\\-]")


def is_bounded(pattern: str) -> bool:
    """Return whether a pattern is through with each text in time; raises re.error where it is none."""
    import regex

    try:
        tried = regex.compile(pattern)
    except regex.error as error:
        raise re.error(str(error)) from error
    literals = [piece for piece in _SYNTAX.split(pattern) if piece]
    units = dict.fromkeys([*literals, *"".join(literals)])
    behind = "!" + "".join(literals)
    try:
        for unit in list(units)[:_MOST_LITERALS]:
            tried.search(unit * (_LENGTH // len(unit)) + behind, timeout=_SECONDS)
    except TimeoutError:
        return False
    return True
