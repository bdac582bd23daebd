"""Pinyin in brackets after a character, left behind by a crawler that 'explained' rare words: 總結(jié).

A gloss is recognized by a tone mark; untoned ones are taken out only where the text has toned ones too,
so that an honest (app) or (xx) stays.

>>> "".join(c for _, c in without_glosses(list(enumerate("总结(jié)工作(xx)"))))
'总结工作(xx)'
"""

from __future__ import annotations

import re

_TONED = re.compile(r"(?<=[\u3400-\u9fff])\([a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,5}\)")
_UNTONED = re.compile(r"(?<=[\u3400-\u9fff])\((?=[a-zü]*[aeiouü])[a-zü]{1,6}\)")


def without_glosses(kept: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the ``(raw index, folded character)`` pairs without those of a gloss."""
    text = "".join(character for _, character in kept)
    glosses = list(_TONED.finditer(text))
    if not glosses:
        return kept
    drop = {i for match in (*glosses, *_UNTONED.finditer(text)) for i in range(match.start(), match.end())}
    return [pair for index, pair in enumerate(kept) if index not in drop]
