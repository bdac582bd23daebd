"""Chinese numerals as numbers.

>>> [parse_numeral(n) for n in ("十一", "二十", "廿三", "一百零五", "两千三百万", "二〇一九", "之")]
[11, 20, 23, 105, 23000000, 2019, None]
"""

from __future__ import annotations

from functools import cache

from govreport.text.lexicon import load_table

# What has more digits is no number that a report could mean, and Python refuses thousands of them.
_LONGEST = 40
NUMERAL_CHARACTERS = "〇零○一二三四五六七八九两壹贰叁肆伍陆柒捌玖廿卅十拾百佰千仟万亿"


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, int], dict[str, int]]:
    table = load_table("numerals")
    digits = {**table["cjk_digit"], **table["cjk_capital"]}
    return digits, table["cjk_tens"], table["cjk_small_unit"], table["cjk_large_unit"]


def parse_numeral(numeral: str) -> int | None:
    """Return the value of an integer in Arabic or Chinese digits, None where it is neither.

    >>> parse_numeral("一百二十"), parse_numeral("12"), parse_numeral("9" * 5000)
    (120, 12, None)
    """
    if len(numeral) > _LONGEST:
        return None
    if numeral.isascii() and numeral.isdigit():
        return int(numeral)
    digits, tens, small, large = _tables()
    if len(numeral) > 1 and all(character in digits for character in numeral):
        return int("".join(str(digits[character]) for character in numeral))
    return _with_units(numeral, digits, tens, small, large)


def _with_units(
    numeral: str,
    digits: dict[str, int],
    tens: dict[str, int],
    small: dict[str, int],
    large: dict[str, int],
) -> int | None:
    total, section, digit = 0, 0, None
    for character in numeral:
        if character in digits:
            digit = digits[character]
        elif character in tens:
            section, digit = section + tens[character], None
        elif character in small:
            section, digit = section + (1 if digit is None else digit) * small[character], None
        elif character in large:
            total, section, digit = (total + section + (digit or 0)) * large[character], 0, None
        else:
            return None
    return total + section + (digit or 0) if numeral else None


def chinese_numeral(number: int) -> str:
    """Write a whole number in Chinese characters.

    >>> [chinese_numeral(n) for n in (3, 10, 11, 20, 105, 1234, 20007)]
    ['三', '十', '十一', '二十', '一百零五', '一千二百三十四', '二万零七']
    """
    if number < 0 or number >= 10**8:
        return str(number)
    if number >= 10**4:
        rest = number % 10**4
        gap = "零" if 0 < rest < 1000 else ""
        return chinese_numeral(number // 10**4) + "万" + (gap + _below_10000(rest) if rest else "")
    written = _below_10000(number)
    return written.removeprefix("一") if written.startswith("一十") else written


def _below_10000(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    unit, name = next((u, n) for u, n in ((1000, "千"), (100, "百"), (10, "十")) if number >= u)
    rest = number % unit
    gap = "零" if rest and rest < unit // 10 else ""
    return digits[number // unit] + name + (gap + _below_10000(rest) if rest else "")
