"""Numbers written out in the styles that Word has for them; web pages have most of them too.

>>> [written(21, style) for style in ("decimal", "chineseCounting", "lowerLetter", "upperRoman")]
['21', '二十一', 'u', 'XXI']
>>> [written(12, style) for style in ("ideographDigital", "chineseLegalSimplified", "chineseCounting")]
['一二', '壹拾贰', '十二']
"""

from __future__ import annotations

from govreport.text.numerals import chinese_numeral

__all__ = ["written"]

_CHINESE = (
    *("chineseCounting", "chineseCountingThousand", "japaneseCounting"),
    *("taiwaneseCounting", "taiwaneseCountingThousand", "koreanCounting"),
)
# 一二 and not 十二.
_DIGIT_BY_DIGIT = ("ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital", "koreanDigital")
# What contracts count with.
_LEGAL = {
    "chineseLegalSimplified": "零壹贰叁肆伍陆柒捌玖拾佰仟万",
    "ideographLegalTraditional": "零壹貳參肆伍陸柒捌玖拾佰仟萬",
    "japaneseLegal": "零壱弐参四伍六七八九拾百阡萬",
}
_PLAIN = "零一二三四五六七八九十百千万"
_CIRCLED = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese")
_STEMS = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
}
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def written(number: int, style: str) -> str:
    """Return a number in one of Word's styles; styles that are not known are written in digits."""
    if style in _CHINESE:
        return _counted(number, style)
    if style in _DIGIT_BY_DIGIT:
        return str(number).translate({ord(str(d)): "〇一二三四五六七八九"[d] for d in range(10)})
    if style in _LEGAL:
        plain = ("一" if 10 <= number < 20 else "") + chinese_numeral(number)
        return plain.translate(str.maketrans(_PLAIN, _LEGAL[style]))
    if style == "numberInDash":
        return f"- {number} -"
    if style in _CIRCLED:
        return chr(0x2460 + number - 1) if 1 <= number <= 20 else f"({number})"
    if style in _STEMS and 1 <= number <= len(_STEMS[style]):
        return _STEMS[style][number - 1]
    if style in ("lowerLetter", "upperLetter") and number > 0:
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if style == "lowerLetter" else letter.upper()
    if style in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        return _roman(number) if style == "upperRoman" else _roman(number).lower()
    if style == "decimalZero":
        return f"{number:02d}"
    if style in ("decimalFullWidth", "decimalFullWidth2"):
        return str(number).translate({ord(str(d)): 0xFF10 + d for d in range(10)})
    return str(number)


def _counted(number: int, style: str) -> str:
    """Count as people do; from a hundred on, where the style has no word for it, digit by digit."""
    if number >= 100 and style in ("chineseCounting", "taiwaneseCounting"):
        return written(number, "ideographDigital")
    return chinese_numeral(number)


def _roman(number: int) -> str:
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found
