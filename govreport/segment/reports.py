"""Where the reports begin in a file that holds several: 篇一：…, 【第二篇】, a cover line for each.

>>> find_reports("篇一:工作总结\\n一、抓宣传\\n篇二:工作总结\\n一、抓培训\\n")
[0, 14]
"""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["find_reports"]


@cache
def _cover() -> re.Pattern[str]:
    return re.compile(load_table("segment")["several"]["cover"], re.MULTILINE)


def find_reports(text: str) -> list[int]:
    """Return where the reports of a normalized text begin; only 0 where there are no covers.

    What stands before the first cover belongs to the first report: nothing is lost.
    """
    covers = [match.start() for match in _cover().finditer(text)]
    return [0, *covers[1:]]
