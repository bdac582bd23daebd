"""Where numbering may stand: every place in the text that looks like a marker, before the runs are judged.

>>> [(m.number, m.style) for m in find_candidates("一、加强领导\\n(一)健全机制。1.落实责任;2.抓好一、二季度")]
[(1, 'cjk'), (1, 'bracketed-cjk'), (1, 'digit'), (2, 'digit')]
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from govreport.segment.decimals import find_decimals
from govreport.segment.marker import Marker, before
from govreport.text.lexicon import load_table
from govreport.text.numerals import parse_numeral

# The last four are what scans make of 二, 三 and 八; 参 is 叁 in another script.
_NUMERALS = "[一二三四五六七八九十百廿卅壹贰叁参肆伍陆柒捌玖拾ニミ≡ハ]"
# 壹、 is a style of its own: it stands above 一、.
_CAPITALS = "壹贰叁参肆伍陆柒捌玖拾"
_LINE_START = re.compile("^ *(?=[^ \\n])", re.MULTILINE)
_BRACKETED = ("bracketed-cjk", "bracketed-digit")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
# So much behind a number shows a year: 1、2023年3月底前.
_BEHIND = 6
_MISREAD = str.maketrans("ニミ≡ハ参ーー―—–-", "二三三八叁一一一一一一")


@dataclass(frozen=True, slots=True)
class Style:
    """One row of data/numbering.toml, compiled."""

    id: str
    rank: int
    inline: bool
    anchor: str
    pattern: re.Pattern[str]
    doubtful: bool


@cache
def styles() -> tuple[Style, ...]:
    """Return the numbering styles of the data file."""
    return tuple(
        Style(
            row["id"],
            row["rank"],
            row.get("inline", False),
            row["anchor"],
            _compiled(row["pattern"]),
            row.get("doubtful", False),
        )
        for row in load_table("numbering")["style"]
    )


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"N(?![a-z])", _NUMERALS, pattern).replace("D", "[0-9]"))


@cache
def _false_friends() -> dict[str, re.Pattern[str]]:
    return {name: _compiled(pattern) for name, pattern in load_table("numbering")["false_friends"].items()}


def find_candidates(text: str) -> list[Marker]:
    """Return all places that look like markers, in reading order, none overlapping another."""
    starts = [match.end() for match in _LINE_START.finditer(text)]
    found = [marker for style in styles() for marker in _of_style(text, style, starts)]
    found += find_decimals(text)
    found.sort(key=lambda marker: (marker.start, not marker.sure, -marker.end))
    kept: list[Marker] = []
    for marker in found:
        if not kept or marker.start >= kept[-1].end:
            kept.append(marker)
    return kept


def _of_style(text: str, style: Style, starts: list[int]) -> list[Marker]:
    """Return the markers of a style; what may stand at line starts alone is looked for there alone."""
    markers = []
    matches: Iterable[re.Match[str] | None] = (
        map(style.pattern.match, repeat(text), starts)
        if style.anchor == "line"
        else style.pattern.finditer(text)
    )
    for match in matches:
        if match is None:
            continue
        anchor = before(text, match.start())
        if _allowed(style, anchor) and not _is_false_friend(text, match, style, anchor):
            markers.append(_marker(match, style, anchor, style.doubtful or _may_be_none(text, match, style)))
    return markers


_REACH = {
    "line": ("line",),
    "sentence": ("line", "sentence"),
    "sentence-or-comma": ("line", "sentence", "comma"),
    "clause": ("line", "sentence", "comma", "character"),
    "any": ("line", "sentence", "comma", "character"),
}


def _allowed(style: Style, anchor: str) -> bool:
    return anchor in _REACH[style.anchor]


def _may_be_none(text: str, match: re.Match[str], style: Style) -> bool:
    """Whether it is two numbers in one breath, or a month behind another, unless the numbers go on."""
    rules = _false_friends()
    if style.id == "digit" and rules["a_month"].match(text, match.start()):
        return True
    return rules["in_one_breath"].match(text, match.start()) is not None


def _is_false_friend(text: str, match: re.Match[str], style: Style, anchor: str) -> bool:
    rules = _false_friends()
    if style.id in _BRACKETED and anchor != "line" and text[match.end() : match.end() + 1] == "\n":
        # A number in brackets with which a line ends belongs to what stands before it: 工作总结(一).
        return True
    if style.id == "cjk":
        is_day = rules["days"].match(text, match.start()) is not None
        return is_day or rules["after_cjk"].match(text, match.end()) is not None
    if style.id == "bracketed-cjk":
        return rules["after_bracket"].match(text, match.end()) is not None
    if style.id == "digit":
        return rules["after_digit"].match(text[match.start() : match.end() + _BEHIND]) is not None
    if style.id == "inline-is":
        return rules["before_inline"].search(text[max(0, match.start() - 1) : match.start()]) is not None
    return False


def _marker(match: re.Match[str], style: Style, anchor: str, doubtful: bool) -> Marker:
    numeral = match.group("number")
    number = _letter(numeral) if style.id.endswith("letter") else _number(numeral)
    is_capital = style.id == "cjk" and not numeral.strip(_CAPITALS)
    name, rank = ("capital", 0) if is_capital else (style.id, style.rank)
    return Marker(
        match.start(), match.end(), number, name, rank, style.inline, anchor == "line",
        anchor in ("line", "sentence"), doubtful,
    )  # fmt: skip


def _number(numeral: str) -> int | None:
    numeral = re.sub(r"\s", "", numeral.translate(_MISREAD))
    words = _words()
    if numeral in words:
        return words[numeral]
    if numeral == "最后":
        return 0
    value = parse_numeral(numeral)
    return next((v for v in (value, _sign(numeral), _stem(numeral)) if v is not None), _roman(numeral))


@cache
def _words() -> dict[str, int]:
    table = load_table("numbering")
    return {**table["sequence"], **table["misread"]}


def _letter(letter: str) -> int:
    """Return the place of a Latin letter in the alphabet."""
    return ord(letter.upper()) - ord("A") + 1


def _stem(numeral: str) -> int | None:
    """Return the place of one of the ten stems."""
    place = _STEMS.find(numeral)
    return place + 1 if place >= 0 else None


def _roman(numeral: str) -> int | None:
    """Return the value of a small Roman numeral in Latin letters."""
    values = [{"I": 1, "V": 5, "X": 10}.get(letter, 0) for letter in numeral]
    if not all(values):
        return None
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def _sign(character: str) -> int | None:
    """Return the number that a single sign such as ㈠ or ❷ stands for."""
    if len(character) != 1 or unicodedata.numeric(character, None) is None:
        return None
    return int(unicodedata.numeric(character))
