"""Figures with their units.

>>> [(q.text, q.value.minimum, q.value.maximum, q.value.unit, q.value.approximate) for q in quantities(
...     "培训120余人次,占8%左右,发放3-5万元,百分之八,十余场")]  # doctest: +NORMALIZE_WHITESPACE
[('120余人次', 120.0, 120.0, '人次', True), ('8%左右', 8.0, 8.0, '%', True),
 ('3-5万元', 30000.0, 50000.0, '元', False), ('百分之八', 8.0, 8.0, '%', False),
 ('十余场', 10.0, 10.0, '场', True)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from govreport.model import Quantity
from govreport.text.lexicon import load_table
from govreport.text.numerals import NUMERAL_CHARACTERS, parse_numeral

# No figure has more characters; a run of them that ends with no unit would be tried from each anew.
_LONGEST = 24
_MULTIPLES = {"": 1, "十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """One figure in the text: normalized offsets, its words and its value."""

    start: int
    end: int
    text: str
    value: Quantity


@cache
def _pattern() -> re.Pattern[str]:
    table = load_table("quantities")
    units = "|".join(sorted(map(re.escape, table["units"]), key=len, reverse=True))
    digits = r"[0-9]++(?:,[0-9]{3}){0,12}(?:\.[0-9]++)?"
    plain = f"[{NUMERAL_CHARACTERS}]{{1,{_LONGEST}}}+"
    chinese = f"[{NUMERAL_CHARACTERS}半]{{1,{_LONGEST}}}+"
    number = f"(?:{digits}|{chinese})"
    return re.compile(
        rf"(?<![0-9.第〔])(?P<before>{table['approximate_before']})?"
        rf"(?:(?P<percent>百分之)(?P<of>{digits}|{plain}(?:点{plain})?)"
        rf"|(?P<first>{number})(?P<scale1>[百千万亿]?)(?:(?:-|~|至|到)(?P<second>{number}))?"
        rf"(?P<more>[余多几])?(?P<scale>[百千万亿]{{0,2}})(?P<more2>[余多])?(?P<unit>{units}))"
        rf"(?P<after>{table['approximate_after']})?"
    )


@cache
def _not_a_quantity() -> re.Pattern[str]:
    return re.compile(load_table("quantities")["not_a_quantity"])


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundQuantity]:
    """Yield the figures with units in ``[start, end)``; indefinite ones (一个, 一批) are left out."""
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        if _not_a_quantity().match(match.group()):
            continue
        value = _value(match)
        if value is not None:
            yield FoundQuantity(match.start(), match.end(), match.group(), value)


def _value(match: re.Match[str]) -> Quantity | None:
    approximate = any(match[group] for group in ("before", "after", "more", "more2"))
    if match["percent"]:
        share = _number(match["of"])
        return None if share is None else Quantity(share, share, "%", approximate)
    scale = _scale(match["scale"])
    first, second = _number(match["first"]), _number(match["second"] or match["first"])
    if first is None or second is None:
        return None
    if match["scale1"]:
        first *= _scale(match["scale1"])
        second *= 1 if match["second"] else _scale(match["scale1"])
    return Quantity(first * scale, second * scale, match["unit"], approximate)


def _scale(characters: str) -> int:
    product = 1
    for character in characters:
        product *= _MULTIPLES[character]
    return product


def _number(numeral: str) -> float | None:
    digits = numeral.replace(",", "")
    if digits.replace(".", "", 1).isdigit() and digits.isascii():
        return float(digits)
    if "点" in numeral:
        whole, part = numeral.split("点", 1)
        decimals = "".join(str(parse_numeral(character)) for character in part)
        return float(f"{parse_numeral(whole) or 0}.{decimals}")
    if numeral.startswith("半") or numeral.endswith("半"):
        rest = parse_numeral(numeral.strip("半")) if numeral.strip("半") else 0
        return None if rest is None else rest + 0.5
    number = parse_numeral(numeral)
    return None if number is None else float(number)
