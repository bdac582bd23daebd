"""Pinyin in brackets after a character, left behind by a crawler that 'explained' rare words: 總結(jié).

A gloss is recognized by a tone mark; untoned ones are taken out only where the text has toned ones too,
so that an honest (app) or (xx) stays.

>>> kept, glosses = without_glosses(list(enumerate("总结(jié)工作(xx)")))
>>> "".join(c for _, c in kept), glosses
('总结工作(xx)', [(2, 7)])
"""

from __future__ import annotations

import re

_TONED = re.compile(r"(?<=[\u3400-\u9fff])\([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5}\)")
_UNTONED = re.compile(r"(?<=[\u3400-\u9fff])\((?=[a-zü]*[aeiouü])[a-zü]{1,6}\)")


def without_glosses(kept: list[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[tuple[int, int]]]:
    """Return the ``(raw index, folded character)`` pairs without glosses, and the raw spans of these."""
    text = "".join(character for _, character in kept)
    if not _TONED.search(text):
        return kept, []
    glosses = sorted({match.span() for one in (_TONED, _UNTONED) for match in one.finditer(text)})
    drop = {index for start, end in glosses for index in range(start, end)}
    raw = [(kept[start][0], kept[end - 1][0] + 1) for start, end in glosses]
    return [pair for index, pair in enumerate(kept) if index not in drop], raw
