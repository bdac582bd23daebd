"""Clean reports with all that may look like a trick and is none: emoji, rare characters, other scripts.

Sentences come from the packaged examples, in an order of their own; a third of the reports is Traditional.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from govreport.text.numerals import chinese_numeral
from govreport.text.script import to_simplified, to_traditional

__all__ = ["clean_reports"]

_EXAMPLES = Path(__file__).parents[2] / "corpus" / "examples"
# Joined and varied emoji, flags of several parts, keycaps, skin tones.
_EMOJI = ("😊", "❤️", "👩‍👩‍👧‍👦", "👩🏽‍🌾", "🇨🇳", "1️⃣", "✌️", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👍", "☀️", "🌹🌹🌹", "💪🏻")
# Names with characters beyond the common ones: extensions, unified ones of the compatibility block.
_RARE = (
    "𠮷田村",
    "龘家湾",
    "䶮秀英",
    "㐂梅",
    "神﨑",
    "𡈽桥",
    "王堃",
    "李喆",
    "張燚",
    "𪚥小红",
    "葛󠄀西",
    "〇八社区",
)
_OTHERS = (
    *(
        "ئايگۈل",
        "نۇرگۈل مەمەت",
        "می‌شود",
        "བོད་ལྗོངས",
        "ᠮᠣᠩᠭᠤᠯ",
        "Ольга",
        "Åsa Söderström",
        "UN Women",
        "β值",
        "Ⅱ期",
    ),
    *(
        "WPS Office",
        "e家亲",
        "№3",
        "㎡",
        "“她·时代”",
        "café",
        "한국",
        "さくら",
        "カラオケ",
        "±5℃",
        "O2O",
        "①②③",
    ),
)


@cache
def _sentences() -> tuple[str, ...]:
    texts = (file.read_text(encoding="utf-8") for file in sorted(_EXAMPLES.glob("*.txt")))
    found = (part.strip() for text in texts for part in re.split("[。\n]", text))
    return tuple(dict.fromkeys(to_simplified(part) for part in found if 12 <= len(part) <= 80))


def clean_reports(number: int, seed: int = 20260714) -> Iterator[str]:
    """Yield so many reports."""
    source = random.Random(seed)
    for count in range(number):
        text = _report(source, count)
        yield to_traditional(text) if count % 3 == 0 else text


def _report(source: random.Random, count: int) -> str:
    lines = [f"{source.choice('柳梅石桥沙云')}{source.choice('湾溪泉岭')}镇妇联{2015 + count % 10}年工作总结"]
    for place in range(1, source.randint(3, 8)):
        body = "。".join(
            _with_rarities(source, one) for one in source.sample(_sentences(), source.randint(2, 7))
        )
        lines += [
            f"{chinese_numeral(place)}、{source.choice(('抓好宣传', '做实服务', '夯实基层'))}",
            f"{body}。",
        ]
    return "\n".join(lines) + "\n"


def _with_rarities(source: random.Random, sentence: str) -> str:
    """Put something rare into one sentence of three: at a comma or at its end, as people do."""
    if source.random() > 1 / 3:
        return sentence
    kinds = source.choice((_EMOJI, _RARE, _OTHERS))
    place = source.choice([match.start() for match in re.finditer("[，、]", sentence)] + [len(sentence)])
    return sentence[:place] + source.choice(kinds) + sentence[place:]
