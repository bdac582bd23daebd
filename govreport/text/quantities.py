"""Figures with their units, how exact they are and which change they tell.

>>> [(q.text, *q.value[:3], q.value.comparator) for q in quantities(
...     "培训120余人次,占8%左右,发放3-5万元,不少于十场,增长三成")]  # doctest: +NORMALIZE_WHITESPACE
[('120余人次', 120.0, 120.0, '人次', 'more-than'), ('8%左右', 8.0, 8.0, '%', 'about'),
 ('3-5万元', 30000.0, 50000.0, '元', 'equal'), ('不少于十场', 10.0, 10.0, '场', 'at-least'),
 ('三成', 30.0, 30.0, '%', 'equal')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from govreport.model import Quantity
from govreport.text.amounts import AMOUNT, amount
from govreport.text.guarded import guarded
from govreport.text.kept import kept
from govreport.text.lexicon import load_table
from govreport.text.needed import needed

# What stands before a figure and tells of which change it is, is looked for in so many characters.
_REACH = 12
# No figure has more characters; what claims to be a longer one is not kept.
_LONGEST_KEPT = 60
# The groups of the pattern by their names.
_Told = Mapping[str, Any]
_ENDS = ("", *",。;、:!?)”」\n")
_SHARES = {"百": (1.0, "%"), "千": (1.0, "‰"), "万": (1.0, "‱"), "十": (10.0, "%")}


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """One figure in the text: normalized offsets, its words and its value."""

    start: int
    end: int
    text: str
    value: Quantity


def _no_ordinal() -> str:
    """Return a pattern of not standing within an ordinal: 第三十三次 does not tell of ten and three."""
    return "".join(f"(?<!第[一二三四五六七八九十百零]{{{number}}})" for number in (1, 2, 3, 4))


@cache
def _pattern() -> re.Pattern[str]:
    return guarded(_written())


@cache
def _digits() -> re.Pattern[str]:
    """Return the pattern of what no figure can do without."""
    return needed(_written())


def _written() -> str:
    table = load_table("quantities")
    units = "|".join(sorted(map(re.escape, table["units"]), key=len, reverse=True))
    before = "|".join(word for words in table["before"].values() for word in words)
    after = "|".join(word for words in table["after"].values() for word in words)
    to = "(?:-|~|—|–|至|到)"
    return (
        rf"(?<![0-9.·×第〔“]){_no_ordinal()}(?P<before>(?<![签预])(?:{before})(?:达|为)?)?(?:"
        rf"(?P<base>{AMOUNT}|百|千|万)分之(?P<of>{AMOUNT})(?:{to}(?P<of2>{AMOUNT}))?(?P<of_more>多|强|弱)?"
        rf"|(?P<per>[0-9]++(?:\.[0-9]++)?)(?P<per_unit>/(?:1?0?万|千|百))"
        rf"|(?<=[占达近约过的到])(?P<top>[1-9][0-9]?)/(?P<bottom>[1-9][0-9]?)(?=以上|左右|[,。;、的多强]|$)"
        rf"|(?P<tenths>{table['tenths']})"
        rf"|(?P<half>{table['half']})"
        rf"|翻(?:了|上)?(?P<fold>{AMOUNT}|几)番"
        rf"|(?P<zero>{table['zero']})"
        rf"|(?P<first>{AMOUNT})(?:(?P<first_unit>{units})?{to}(?P<second>{AMOUNT}))?(?P<more>[余多几]|(?<=[十百千万])来)?"
        rf"(?P<scale>[百千万亿]{{0,2}})(?P<more2>[余多])?(?P<unit>{units})(?P<and_half>半(?![年月天日个小点径]))?"
        rf"|(?P<bare>[0-9]++(?:\.[0-9]++)?[万亿]){table['no_unit']}"
        rf")(?P<after>{after})?"
    )


@cache
def _none() -> dict[str, re.Pattern[str]]:
    table = load_table("quantities")
    return {name: re.compile(table[name]) for name in ("not_a_quantity", "not_here", "one_at_the_end")}


@cache
def _at_the_end() -> frozenset[str]:
    return frozenset(load_table("quantities")["only_at_the_end"])


@cache
def _comparators() -> dict[str, str]:
    table = load_table("quantities")
    return {w: name for place in ("before", "after") for name, words in table[place].items() for w in words}


@cache
def _changes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    table: dict[str, str] = load_table("quantities")["change"]
    return tuple((name, re.compile(f"(?:{words})$")) for name, words in table.items())


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundQuantity]:
    """Yield the figures with units in ``[start, end)``.

    Indefinite ones (一个, 一批) are left out unless they close a clause (器材一套).
    """
    yield from _of_a_text(text) if start == 0 and end is None else _found(text, start, end)


@kept
def _of_a_text(text: str) -> tuple[FoundQuantity, ...]:
    return tuple(_found(text, 0, None))


def _found(text: str, start: int, end: int | None) -> Iterator[FoundQuantity]:
    if not _digits().search(text, start, len(text) if end is None else end):
        return
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        is_none = _none()["not_a_quantity"].match(match[0]) and not _closes(text, match, start)
        value = None if is_none or _is_a_word(text, match) else _value(text, match, start)
        if value is not None:
            yield FoundQuantity(match.start(), match.end(), match.group(), value)


def _is_a_word(text: str, match: re.Match[str]) -> bool:
    if match["unit"] in _at_the_end() and text[match.end() : match.end() + 1] not in _ENDS:
        return True
    return _none()["not_here"].match(text, match.start()) is not None


def _closes(text: str, match: re.Match[str], start: int) -> bool:
    return match.start() > start and _none()["one_at_the_end"].match(text, match.start()) is not None


def _value(text: str, match: re.Match[str], start: int) -> Quantity | None:
    is_short = match.end() - match.start() <= _LONGEST_KEPT
    read = (_measured if is_short else _measured.__wrapped__)(match.groups())
    if read is None:
        return None
    minimum, maximum, unit, about, comparator = read
    change = _change(text[max(start, match.start() - _REACH) : match.start()])
    return Quantity(minimum, maximum, unit, about or comparator != "equal", comparator, change)


@lru_cache(4096)
def _measured(groups: tuple[str | None, ...]) -> tuple[float, float, str, bool, str] | None:
    """Return the least and the most, the unit, whether the words are vague, and the comparator.

    One figure is asked about many times: by the clause, by the statement, by each rule that compares figures.
    """
    told = dict(zip(_pattern().groupindex, groups, strict=True))
    read = _read(told)
    return None if read is None else (*read, _comparator(told, read[0] < read[1]))


def _comparator(told: _Told, is_range: bool) -> str:
    for group in ("before", "after"):
        words = told[group]
        if words:
            return _comparators().get(words) or _comparators().get(words[:-1], "about")
    if told["half"] and told["half"].startswith(("过", "超")):
        return "more-than"
    if told["more"] in ("余", "多", "几") or told["more2"] or told["of_more"] in ("多", "强"):
        return "more-than"
    if told["of_more"]:
        return "less-than"
    if told["more"] == "来" or (told["half"] or "").startswith(("近", "将")):
        return "about"
    return "equal" if not told["first"] or not told["first"].startswith("上") or is_range else "at-least"


@lru_cache(4096)
def _change(before: str) -> str:
    return next((name for name, pattern in _changes() if pattern.search(before)), "")


def _read(told: _Told) -> tuple[float, float, str, bool] | None:
    """Return the least and the most, the unit, and whether the words themselves are vague."""
    if told["base"]:
        return _share(told)
    if told["per"]:
        return float(told["per"]), float(told["per"]), told["per_unit"], False
    if told["tenths"]:
        return _tenths(*told["tenths"].split("成"))
    if told["top"]:
        share = 100 * int(told["top"]) / int(told["bottom"])
        return share, share, "%", False
    if told["half"]:
        return 50.0, 50.0, "%", False
    if told["fold"]:
        fold = amount(told["fold"])
        return (fold[0], fold[1], "番", False) if fold else None
    if told["bare"]:
        bare = amount(told["bare"])
        return (*bare, "", False) if bare else None
    if told["zero"]:
        return 0.0, 0.0, "", False
    return _counted(told)


def _tenths(whole: str, rest: str) -> tuple[float, float, str, bool]:
    """七成, 七成半, 九成五, 七八成."""
    tenths = amount(whole) or (0.0, 0.0)
    more = 5.0 if rest == "半" else (amount(rest) or (0.0,))[0] if rest else 0.0
    value = 10 * tenths[0] + more
    return value, 10 * tenths[1] if tenths[1] > tenths[0] else value, "%", False


def _share(told: _Told) -> tuple[float, float, str, bool] | None:
    first, second = amount(told["of"]), amount(told["of2"] or told["of"])
    if first is None or second is None:
        return None
    if told["base"] in _SHARES:
        times, unit = _SHARES[told["base"]]
    else:
        base = amount(told["base"])
        if base is None or not base[0]:
            return None
        times, unit = 100 / base[0], "%"
    return first[0] * times, second[1] * times, unit, first[0] < first[1]


def _counted(told: _Told) -> tuple[float, float, str, bool] | None:
    # 3-5万元: the scale behind both is that of both.
    scale = told["scale"]
    second = amount(told["second"] + scale) if told["second"] else None
    own = told["first_unit"] is None and told["second"] is not None and told["first"][-1:] not in "百千万亿"
    shared = scale + (re.search("[万亿]*$", told["second"])[0] if own else "")  # type: ignore[index]
    first = amount(told["first"] + (shared if own or not told["second"] else ""))
    if first is None or (told["second"] and second is None):
        return None
    half = 0.5 if told["and_half"] else 0.0
    least, most = first[0] + half, (second or first)[1] + half
    unit = told["unit"]
    if unit.startswith("个半"):
        least, most, unit = least + 0.5, most + 0.5, "个月" if unit == "个半月" else unit[2:]
    vague = first[0] < first[1] or (second is not None and second[0] < second[1])
    return least, most, unit, vague
