"""Titles among what sites and letters write above them, fused with what follows, and in two lines."""

from __future__ import annotations

import pytest

from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


BODY = "一年来,我们做了大量工作,各项任务都有进展。\n一、抓宣传\n开展活动5场。\n二、抓培训\n办班3期。\n"


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("团委半年总结\n团县委2023年上半年工作总结及下半年思路\n", "团县委2023年上半年工作总结及下半年思路"),
        ("松溪妇联2019年工作总结和2020年打算\n2019年工作总结\n", "松溪妇联2019年工作总结和2020年打算"),
        ("柳河街道2020年工作总结 2021-04-02\n", "柳河街道2020年工作总结"),
        ("松溪县科普工作总结.docxVIP\n", "松溪县科普工作总结"),
        ("最新工会工作总结【实用6篇】\n工会工作总结\n", "工会工作总结"),
        ("2020-01-13 12:05:01工作报告手机版\n柳河镇清理用房自查自纠报告\n", "柳河镇清理用房自查自纠报告"),
        ("松溪县妇女发展规划(2021—2030年)\n", "松溪县妇女发展规划(2021—2030年)"),
        ("关于印发《松溪县科协工作要点》的通知\n松溪县科协2025年工作要点\n", "松溪县科协2025年工作要点"),
        ("各位代表:\n我受松溪县妇联执行委员会的委托,向大会作工作报告。\n", None),
        ("总结是对一段时间工作的回顾,写得好不容易。\n", None),
        ("7月25日,2019年工作总结和下半年工作部署会议在县里召开。\n", None),
        ("会上,分管领导总结了上半年的业务。\n", None),
    ],
)  # fmt: skip
def test_the_title_is_the_report_s_own(above: str, title: str | None) -> None:
    """What a site, a letter or a sentence says of a report is not its title; its fuller line is."""
    assert outline_of(above + BODY).title == title


@pytest.mark.parametrize(
    "title",
    [
        "明湖市科协2022年工作总结、科学素质行动推进情况和2023年工作计划",
        "柳河街道2018年上半年工作情况及下步打算的汇报",
        "松溪县人民政府工作报告(摘要)",
        "工会上半年工作总结下半年工作计划",
    ],
)
def test_a_fused_title_ends_with_all_that_it_names(title: str) -> None:
    """Without a line end a title of several matters is as long as with one."""
    assert outline_of(title + "柳河街道位于城西,辖9个社区,常住人口7.8万人。" + BODY).title == title


def test_a_year_behind_the_title_begins_the_next_line() -> None:
    """The heading of the first part is none of the title where their line ends are lost."""
    text = "科协2005年工作小结和2006年工作思路2005年工作小结一、办会开会5次。二、办刊出刊4期。"
    assert outline_of(text).title == "科协2005年工作小结和2006年工作思路"


def test_a_part_s_heading_is_found_without_line_ends() -> None:
    """2006年工作思路 right before 一、 opens the plan though nothing parts it from the sentence before."""
    text = (
        "科协2005年工作小结和2006年工作思路\n2005年工作小结一、办会\n开会5次。二、办刊\n出刊4期。"
        "2006年工作思路一、继续办会。二、继续办刊。"
    )
    assert [one.part for one in outline_of(text).sections] == ["retrospective"] * 2 + ["plan"] * 2


@pytest.mark.parametrize(
    ("lead", "part"),
    [
        ("近期,我们对村妇联作用进行了调研,具体分析如下:", "retrospective"),
        ("近期要抓好以下工作:", "plan"),
        ("松溪县团委2023年上半年工作总结及下半年工作思路", "retrospective"),
    ],
)
def test_what_was_done_lately_is_no_plan(lead: str, part: str) -> None:
    """近期 with what was done looks back, and a title that also names a plan opens none."""
    text = f"松溪县妇联工作汇报\n今年任务重。\n{lead}\n一、抓宣传\n开展活动5场。\n二、抓培训\n办班3期。"
    assert outline_of(text).sections[0].part == part


def test_who_drew_up_a_plan_has_done_it() -> None:
    """根据…制订出工作计划 tells what was done, and 结语 closes."""
    text = (
        "松溪县妇联工作汇报\n一、根据考核方案,制订出镇妇联的工作计划\n下发3份。\n"
        "二、抓培训\n办班3期。\n三、结语\n感谢大家。"
    )
    assert [one.part for one in outline_of(text).sections] == ["retrospective", "retrospective", "closing"]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("上半年松溪县总工会工作总结\n", "松溪县总工会"),
        ("个人述职报告\n本人按照松溪县妇联的任务,做了工作。\n", "松溪县妇联"),
        ("上半年工作小结\n我们按照松溪县妇联年初的任务做了工作。\n", "松溪县妇联"),
    ],
)
def test_what_stands_before_a_unit_is_none_of_it(text: str, unit: str) -> None:
    """按照, 本人 and 上半年 are no part of a name."""
    assert outline_of(text + BODY).unit == unit


@pytest.mark.parametrize(("year", "number"), [("二OO四", 2004), ("二0一八", 2018), ("二〇一八", 2018)])
def test_a_letter_or_a_digit_for_the_zero_of_a_year(year: str, number: int) -> None:
    """二OO四年 is 2004, and 二0一八年 2018."""
    assert outline_of(f"镇妇联工作总结\n{year}年,镇妇联做了工作。\n" + BODY).year == number


def test_the_day_of_a_meeting_in_chinese_numerals() -> None:
    """What is said in January 2022 tells of 2021."""
    text = "政府工作报告\n——二〇二二年一月十八日在柳河镇第十九届人民代表大会第一次会议上\n各位代表:\n" + BODY
    assert outline_of(text).year == 2021
