"""Amounts as a report writes them: digits, Chinese numerals, both with scales, and vague ones.

>>> [amount(a) for a in ("1,200", "1.2万", "1亿3000万", "两百三", "七八", "几十", "十几", "九点五", "两")]
... # doctest: +NORMALIZE_WHITESPACE
[(1200.0, 1200.0), (12000.0, 12000.0), (130000000.0, 130000000.0), (230.0, 230.0), (7.0, 8.0),
 (20.0, 90.0), (11.0, 19.0), (9.5, 9.5), (2.0, 2.0)]
"""

from __future__ import annotations

import re

from govreport.text.numerals import NUMERAL_CHARACTERS, parse_numeral

__all__ = ["AMOUNT", "amount"]

# No amount has more characters; a run of them that ends with no unit would be tried from each anew.
_LONGEST = 24
# Thousands are set off by commas or, where no longer figure stands before them, by blanks.
_DIGITS = r"(?:(?<![0-9])[0-9]{1,3}(?: [0-9]{3}(?![0-9])){1,4}|[0-9]++(?:,[0-9]{3}){0,12})(?:\.[0-9]++)?"
_VAGUE = "(?:(?:上|好?几|(?<![总人户件例次个分少多指])数)(?=[十百千万亿]))?"
_CHINESE = rf"{_VAGUE}[{NUMERAL_CHARACTERS}半]{{1,{_LONGEST}}}+几?(?:点[{NUMERAL_CHARACTERS}]{{1,9}}+)?"
AMOUNT = rf"(?:{_DIGITS}(?:[百千万亿]{{1,2}}{_DIGITS}){{0,3}}(?:[百千万亿]{{1,2}})?|{_CHINESE})"
"""The pattern of an amount, no group in it."""

_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_SCALED = re.compile(rf"({_DIGITS})([百千万亿]*)")
# 七八户, 二三十人, 十七八个: two numerals that follow one another stand for either.
_EITHER = re.compile("(一二|二三|两三|三四|三五|四五|五六|六七|七八|八九)(?=[十百千万亿]|$)")
_SOME = re.compile("[几数](?=[十百千万亿]|$)")


def amount(words: str) -> tuple[float, float] | None:
    """Return the least and the most that an amount may be, None where it is none."""
    if words[:1].isascii() and words[:1].isdigit():
        parts = _SCALED.findall(words)
        if "".join("".join(part) for part in parts) != words:
            return None
        total = sum(float(re.sub("[, ]", "", number)) * _scale(scale) for number, scale in parts)
        return total, total
    return _chinese(words.removeprefix("上").removeprefix("好"))


def _chinese(words: str) -> tuple[float, float] | None:
    either = _EITHER.search(words)
    if either:
        # A year or a number is written digit by digit too: those have more digits.
        low, high = (words[: either.start()] + one + words[either.end() :] for one in either[1])
        return _both(low, high)
    if _SOME.search(words):
        # 十几 and 几十: not one of ten and not all of ten.
        low = "一" if words[:1] in "十二三四五六七八九" else "二"
        return _both(_SOME.sub(low, words, count=1), _SOME.sub("九", words, count=1))
    return _both(words, words)


def _both(low: str, high: str) -> tuple[float, float] | None:
    least, most = _number(low), _number(high)
    return None if least is None or most is None else (least, most)


def _number(words: str) -> float | None:
    whole, point, part = words.partition("点")
    if point:
        last = re.search("[百千万亿]*$", part)
        scale = last[0] if last else ""
        digits = [parse_numeral(character) for character in part.removesuffix(scale)]
        if None in digits or not digits:
            return None
        return float(f"{parse_numeral(whole) or 0}.{''.join(map(str, digits))}") * _scale(scale)
    if words[:1] == "半":
        return 0.5 * _scale(words[1:]) if all(c in _SCALES for c in words[1:]) else None
    if words[-1:] == "半":
        number = parse_numeral(words[:-1])
        return None if number is None else number + 0.5
    number = parse_numeral(words)
    return None if number is None else float(number)


def _scale(characters: str) -> int:
    product = 1
    for character in characters:
        product *= _SCALES[character]
    return product
