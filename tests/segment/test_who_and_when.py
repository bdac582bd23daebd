"""Words that look like a genre, years of meetings, names among other words, parts without any number."""

from __future__ import annotations

import pytest

from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


MEETING = "一、2021年工作回顾\n开展活动5场。\n二、2022年工作安排\n办班3期。\n"
BODY = "一、抓宣传\n开展活动5场。\n二、抓培训\n办班3期。\n"


def test_family_planning_is_no_plan() -> None:
    """计划 in 计划生育 names no kind of report, and who is called so plans nothing."""
    outline = outline_of("柳河镇计划生育工作总结\n全镇有12个村。\n" + BODY)
    assert (outline.title, outline.sections[0].part) == ("柳河镇计划生育工作总结", "retrospective")
    assert outline_of("2006年柳河区计划生育协会在区委领导下做了工作。\n" + BODY).title is None


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2022年柳河镇政府工作报告\n各位代表:\n" + MEETING, (2021, 2022)),
        ("2022年柳河镇政府工作报告\n2021年工作总结\n" + BODY + "三、今年打算\n办班。", (2021, 2022)),
        ("2021年柳河镇政府工作报告\n各位代表:\n" + MEETING, (2021, 2022)),
        ("柳河镇2022政府工作报告\n各位代表:\n" + BODY, (2022, None)),
    ],
)  # fmt: skip
def test_a_report_may_be_named_after_the_year_of_its_meeting(
    text: str, years: tuple[int, int | None]
) -> None:
    """What it looks back on is the year reported on."""
    outline = outline_of(text)
    assert (outline.year, outline.plan_year) == years


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("本站小编为你精心准备了乡镇妇联总结范文,欢迎收藏。\n石桥镇妇联今年做了工作。\n", "石桥镇妇联"),
        ("工作总结\n在上级主管部门的指导和镇党委领导下,石桥镇妇联做了工作。\n", "石桥镇妇联"),
        ("工作总结\n为贯彻群团工作会议和乡镇妇联建设会议精神,石桥镇妇联做了工作。\n", "石桥镇妇联"),
    ],
)
def test_a_unit_s_name_holds_no_other_words(text: str, unit: str) -> None:
    """What a site says, and words with 的 or 会议 in them, name no unit."""
    assert outline_of(text + BODY).unit == unit


def test_parts_of_a_report_without_numbers() -> None:
    """上半年工作回顾 and 下半年工作安排 on lines of their own part a report that has no number at all."""
    text = "柳河镇工作汇报\n各位代表:\n上半年工作回顾\n项目建设顺利。\n下半年工作安排\n继续抓好项目。\n"
    assert [part.name for part in outline_of(text).parts] == ["opening", "retrospective", "plan"]


def test_parts_above_the_first_number() -> None:
    """The headings of several parts before the first number are where these begin."""
    text = (
        "柳河县妇联调研报告\n我县地处山区。\n妇联工作开展情况\n我县有妇联15个,工作扎实。\n存在问题\n"
        "一是经费不足。二是人员老化。\n对策和建议\n一是增加投入。二是加强培训。\n"
    )
    assert [part.name for part in outline_of(text).parts] == ["opening", "retrospective", "problems", "plan"]


def test_a_scheme_is_for_the_year_in_which_it_is_signed() -> None:
    """A report that is signed in the first months is on the year before."""
    body = "\n一、目标\n讲座15场。\n二、要求\n各村报名。\n竹桥镇科协\n2019年3月2日"
    assert segment(normalize(from_text(f"竹桥镇科普下乡活动的实施方案{body}"))).plan_year == 2019
    assert segment(normalize(from_text(f"竹桥镇科协工作报告{body}"))).year == 2018


def test_the_plan_tells_the_year_where_nothing_else_does() -> None:
    """The first year that it names behind every one named before it."""
    text = "竹桥镇科协第三届委员会工作报告\n一、五年工作回顾\n2018年换届,讲座12场。\n二、今后工作任务\n{}"
    told = segment(normalize(from_text(text.format("到2027年讲座60场,2024年办班2期。"))))
    assert (told.year, told.plan_year) == (2023, 2024)
    assert segment(normalize(from_text(text.format("落实2016年规划,办班2期。")))).year is None
