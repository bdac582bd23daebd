"""Numbers of sections that a lost byte has shifted: 。ㄒ唬 for （一）, 。ㄋ模 for （四）.

Most shifted numbers look like nothing else. Those that look like ordinary marks (。 for （六）) are believed
at a line start alone, between the numbers before and after them.

>>> repaired, ends = unshifted(list(enumerate("。ㄒ唬加强领导\\n。ǘ健全制度")))
>>> "".join(character for _, character in repaired), ends
('㈠加强领导\\n㈡健全制度', {0: 3, 8: 10})
"""

from __future__ import annotations

import re
from functools import cache

from govreport.text.lexicon import load_table

__all__ = ["unshifted"]

Kept = list[tuple[int, str]]


@cache
def _pattern() -> re.Pattern[str]:
    whole = sorted(load_table("normalize")["shifted"], key=len, reverse=True)
    unsure = "".join(load_table("normalize")["shifted_by_order"])
    return re.compile("|".join(map(re.escape, whole)) + rf"|(?:^|(?<=\n))[{unsure}](?=[\u4e00-\u9fff])")


def unshifted(kept: Kept) -> tuple[Kept, dict[int, int]]:
    """Return the pairs with each shifted number as one sign, and where in the raw text each sign ends.

    A sign stands at its first raw index, which is its key in the second value.
    """
    text = "".join(character for _, character in kept)
    table: dict[str, dict[str, str]] = load_table("normalize")
    found = list(_pattern().finditer(text))
    if not any(match.group() in table["shifted"] for match in found):
        return kept, {}
    signs = [table["shifted"].get(m.group()) or table["shifted_by_order"][m.group()] for m in found]
    sure = [match.group() in table["shifted"] for match in found]
    repaired, ends, position = [], {}, 0
    for index, (match, sign) in enumerate(zip(found, signs, strict=True)):
        if not (sure[index] or _goes_on(signs, index)):
            continue
        repaired += kept[position : match.start()]
        start = kept[match.start()][0]
        repaired.append((start, sign))
        ends[start] = kept[match.end() - 1][0] + 1
        position = match.end()
    return repaired + kept[position:], ends


def _goes_on(signs: list[str], index: int) -> bool:
    """Tell whether a sign comes right after its predecessor in the list of numbers."""
    return index > 0 and ord(signs[index]) == ord(signs[index - 1]) + 1
