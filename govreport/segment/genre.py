"""What kind of report a title names: the words for it, and whether it is a plan and nothing else.

>>> is_plan_only("云溪县妇联2022年工作要点"), is_plan_only("2021年工作总结及2022年工作计划")
(True, False)
"""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["ends_with_genre", "genre_of", "is_plan_only", "looks_back_and_ahead"]


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("segment")["title"]
    return {name: re.compile(table[name]) for name in ("genre", "plan_only")}


def genre_of(text: str) -> re.Match[str] | None:
    """Return the first words in a line that name a kind of report."""
    return _patterns()["genre"].search(text)


def ends_with_genre(text: str) -> bool:
    """Tell whether words end with the name of a kind of report."""
    return any(match.end() == len(text) for match in _patterns()["genre"].finditer(text))


def is_plan_only(title: str) -> bool:
    """Tell whether a title announces a plan and no retrospective."""
    genres = [match.group() for match in _patterns()["genre"].finditer(title)]
    return bool(genres) and all(_patterns()["plan_only"].search(genre) for genre in genres)


def looks_back_and_ahead(line: str) -> bool:
    """Tell whether a line names a retrospective among what it names: it is a title, and opens no plan.

    >>> looks_back_and_ahead("上半年工作总结及下半年工作思路"), looks_back_and_ahead("下半年工作思路")
    (True, False)
    """
    return genre_of(line) is not None and not is_plan_only(line)
