"""Numbering of every kind, and what only looks like it: forms that reports use, taken from no report."""

from __future__ import annotations

import pytest

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from govreport.text.numerals import chinese_numeral

BODY = "各单位按照要求组织开展了多项活动，走访了困难家庭，群众反映良好。"


def numbers(text: str) -> list[int | None]:
    """Return the numbers of the sections found."""
    return [section.number for section in segment(normalize(from_text(text))).sections]


def listed(*markers: str) -> str:
    """Return a report of items, each with a heading on its own line."""
    return "\n".join(f"{marker}加强学习\n{BODY}" for marker in markers)


@pytest.mark.parametrize(
    "markers",
    [
        ("Ⅰ、", "Ⅱ、", "Ⅲ、"),
        ("I. ", "II. ", "III. "),
        ("壹、", "貳、", "參、"),
        ("【一】", "【二】", "【三】"),
        ("（ 一 ）", "（ 二 ）", "（ 三 ）"),
        ("1。", "2。", "3。"),
        ("l.", "2.", "3."),
        ("丨、", "二、", "三、"),
        ("1.1 ", "1.2 ", "1.3 "),
        ("1.1.1", "1.1.2", "1.1.3"),
        ("甲、", "乙、", "丙、"),
        ("（甲）", "（乙）", "（丙）"),
        ("A、", "B、", "C、"),
        ("a. ", "b. ", "c. "),
        ("（Ａ）", "（Ｂ）", "（Ｃ）"),
        ("(a)", "(b)", "(c)"),
        ("（Ⅰ）", "（Ⅱ）", "（Ⅲ）"),
        ("Ⅰ ", "Ⅱ ", "Ⅲ "),
        ("第一条　", "第二条　", "第三条　"),
        ("第一条", "第二条", "第三条"),
        ("1 ", "2 ", "3 "),
        ("01 ", "02 ", "03 "),
        ("1：", "2：", "3："),
        ("[1]", "[2]", "[3]"),
        ("【1】", "【2】", "【3】"),
        ("ⅰ.", "ⅱ.", "ⅲ."),
        ("一丶", "二丶", "三丶"),
        ("一‘", "二‘", "三、"),
        ("1丶", "2丶", "3丶"),
        ("I.", "2.", "3."),
        ("〈一〉", "〈二〉", "〈三〉"),
        ("一、", "二。", "三、"),
        ("（一\n）", "（二\n）", "（三）"),
    ],
)
def test_every_style_counts(markers: tuple[str, ...]) -> None:
    """A list in any style of the field is a list of three."""
    assert numbers(listed(*markers)) == [1, 2, 3]


def test_a_scan_that_takes_one_numeral_for_another_sign() -> None:
    """The numbers before it say that 口 is 四 and 人 is 八."""
    found = numbers(listed("一、", "二、", "三、", "口、", "五、", "六、", "七、", "人、", "九、"))
    assert found == list(range(1, 10))
    assert numbers(f"人、财、物都到了位。\n口、手、脚都要勤。{BODY}") == []


def test_a_number_that_a_line_end_cuts_in_two() -> None:
    """二 and on the next line 十一、 are twenty-one."""
    numerals = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    tens = [*numerals, *(f"十{one}" for one in numerals[:9]), "二十", "二\n十一", "二十二"]
    assert numbers(listed(*(f"{numeral}、" for numeral in tens))) == list(range(1, 23))


def test_a_number_on_a_line_of_its_own() -> None:
    """The heading stands on the line below the number."""
    outline = segment(normalize(from_text(f"一、\n加强学习\n{BODY}\n二、\n走访慰问\n{BODY}")))
    assert [section.heading for section in outline.sections] == ["加强学习", "走访慰问"]


@pytest.mark.parametrize("form", ["{}、", "{}．", "（{}）"])
def test_numbers_go_on_beyond_ninety_nine(form: str) -> None:
    """A list of a hundred and two items is one list."""
    assert numbers(listed(*(form.format(number) for number in range(1, 103)))) == list(range(1, 103))


def test_chinese_numbers_go_on_beyond_ninety_nine() -> None:
    """一百、 and 一百零一、 follow 九十九、."""
    below = [chinese_numeral(number) for number in range(1, 100)]
    found = numbers(listed(*(f"{numeral}、" for numeral in [*below, "一百", "一百零一"])))
    assert found == list(range(1, 102))


OUTER = [
    ("壹、", "贰、"),
    ("第一部分　", "第二部分　"),
    ("甲、", "乙、"),
    ("A. ", "B. "),
    ("1、", "2、"),
    ("（1）", "（2）"),
]
INNER = [("一、", "二、"), ("（一）", "（二）"), ("①", "②"), ("a.", "b."), ("第一条　", "第二条　")]


@pytest.mark.parametrize("outer", OUTER)
@pytest.mark.parametrize("inner", INNER)
def test_levels_are_those_of_the_report(outer: tuple[str, str], inner: tuple[str, str]) -> None:
    """Whatever style comes first holds the style that begins again below each of its numbers."""
    text = "".join(f"{one}加强学习\n" + "".join(f"{two}走访慰问\n{BODY}\n" for two in inner) for one in outer)
    levels = [section.level for section in segment(normalize(from_text(text))).sections]
    assert levels == [1, 2, 2, 1, 2, 2]


@pytest.mark.parametrize(
    "text",
    [
        "甲、乙两村联办活动。",
        "A、B两级都参加了。",
        "A组和B组各有十人。\nB组先到。",
        "第一条街和第二条街都已改造。",
        "第一条产业链投产。\n第二条产业链开工。",
        "1 柳湾村 23 户\n2 白石村 31 户\n3 云溪村 12 户",
        "3 月走访。\n4 月慰问。",
        "1 人参加。\n2 人请假。",
        "100.5万元已经到位。",
        "8:30集合出发。",
    ],
)
def test_what_only_looks_like_the_rarer_styles(text: str) -> None:
    """Names, rows of a table, clock times and figures open no list."""
    assert numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "三、五年内建成综合服务中心。",
        "二、三十人参加了培训。",
        "九、十两月开展了走访。",
        "五一、十一假期开展了走访。",
        "十一、国庆期间开展了走访。",
        "一、二审案件都已办结。",
        "（一）班和（二）班的学生参加了活动。",
        "1.5亿元已经到位。\n1.6亿元正在筹措。",
        "3.8节开展了走访。\n3.9日作了总结。",
        "V. 字形的标志立在门前。",
    ],
)
def test_what_only_looks_like_numbering(text: str) -> None:
    """At a line start, behind a sentence and within one: no marker."""
    for before in ("", "工作顺利开展。", "全年"):
        assert numbers(before + text) == []


def test_an_item_about_a_span_of_years_goes_on_counting() -> None:
    """三、五年规划 is the third item where two stand before it."""
    assert numbers(listed("一、", "二、") + f"\n三、五年规划实施情况\n{BODY}") == [1, 2, 3]


def levels(text: str) -> list[tuple[str, int]]:
    """Return marker and level of the sections found."""
    return [
        (section.marker.strip(), section.level) for section in segment(normalize(from_text(text))).sections
    ]


@pytest.mark.parametrize("end", ["\n", " "])
def test_chapters_hold_sections(end: str) -> None:
    """第一节 lies within 第一章, and 一、 within it, on lines or without them."""
    first = f"一、换届{end}{BODY}{end}二、培训{end}{BODY}{end}第二节 阵地{end}{BODY}"
    second = f"第一节 帮扶{end}{BODY}{end}第二节 维权{end}{BODY}"
    text = end.join(["第一章 组织建设", "第一节 班子", first, "第二章 为民服务", second])
    found = levels("工作总结\n" + text)
    assert found[:5] == [("第一章", 1), ("第一节", 2), ("一、", 3), ("二、", 3), ("第二节", 2)]
    assert found[5:] == [("第二章", 1), ("第一节", 2), ("第二节", 2)]


def test_roman_numerals_without_line_ends() -> None:
    """Ⅰ、 counts in the middle of a line too, and 一、 lies within it."""
    first, second = f"一、换届。{BODY} 二、培训。{BODY}", f"一、帮扶。{BODY} 二、维权。{BODY}"
    text = f"工作总结 Ⅰ、组织建设 {first} Ⅱ、为民服务 {second}"
    assert [level for _, level in levels(text)] == [1, 2, 2, 1, 2, 2]


def test_a_scan_that_takes_nought_for_a_letter() -> None:
    """1O、 is ten where nine stands before it."""
    markers = [f"{number}、" for number in range(1, 10)] + ["1O、", "11、"]
    assert numbers(listed(*markers)) == list(range(1, 12))


def test_whoever_is_counted_has_no_decimals() -> None:
    """3.12个村 is item 3 about twelve villages; 3.8万人 and 3.5公里 are figures."""
    text = f"1.宣传发动。{BODY}\n2.入户走访。{BODY}\n3.12个村都成立了议事会。\n4.8公里的步道已经建成。"
    assert numbers(text)[:3] == [1, 2, 3]
    assert numbers(f"1.宣传发动。{BODY}\n2.入户走访。{BODY}\n3.8万人受益。") == [1, 2]


def test_one_is_one_and_two_is_two() -> None:
    """一是一、二是二 is a saying and no list."""
    assert numbers(f"一、核实数据。上报时一是一、二是二，绝不虚报。\n二、公开数据。{BODY}") == [1, 2]


def test_one_alone_begins_a_list_that_nobody_went_on_with() -> None:
    """一是 behind the end of a sentence is an item though no 二是 follows; within a sentence it is none."""
    text = f"一、普法宣传。一是结合维权周摆放展板20块，发放资料1500份。\n二、调解工作。{BODY}"
    assert numbers(text) == [1, 1, 2]
    assert numbers(f"一、普法宣传。今年的重点之一是反家暴，宣讲9场。\n二、调解工作。{BODY}") == [1, 2]


@pytest.mark.parametrize(
    "sentence",
    [
        "一、三团支部获评先进。",
        "一、二车间合并开班。",
        "第（一）、（二）项工作继续推进。",
        "（一）、（二）项工作继续推进。",
    ],
)
def test_numbers_of_what_is_named_count_no_list(sentence: str) -> None:
    """一、三团支部 and （一）、（二）项 name two things and begin no list."""
    assert numbers(f"一、强化阵地\n{BODY}\n二、强化队伍\n{sentence}{BODY}") == [1, 2]


def test_two_and_three_count_where_one_was_forgotten() -> None:
    """二是…三是… are items though 一是 was left out."""
    assert numbers(f"一、维权帮扶。二是慰问困难职工38户。三是追回欠薪16万元。\n二、培训。{BODY}") == [
        1,
        2,
        3,
        2,
    ]
