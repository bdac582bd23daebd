"""Stretches of a text that say themselves that they are another's words: quoted, or laid down in a law.

>>> text = "《反家庭暴力法》第二条规定，家庭暴力是指殴打等行为。他说：“今年要办好老百姓最关心的十件事。”"
>>> [text[start:end] for start, end in quotations(text)]
['《反家庭暴力法》第二条规定，家庭暴力是指殴打等行为', '“今年要办好老百姓最关心的十件事。”']
"""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["quotations"]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(load_table("reuse")["quotation"].values()))


def quotations(text: str) -> list[tuple[int, int]]:
    """Return where the quotations of a raw text stand, in reading order."""
    return [match.span() for match in _pattern().finditer(text)]
