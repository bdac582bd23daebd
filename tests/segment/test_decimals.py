"""Numbers of technical outlines, with line ends and without, and the figures that look like them."""

from __future__ import annotations

import pytest

from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment

LINES = """松溪县科普工作总结
一、总体工作
1.1工作背景
公民科学素质比例达到14.1%,比上年提高1.2个百分点。
1.2主要内容
参与人数达1.5亿人次,投入2.3亿元。
1.2.1宣传内容
PM2.5科普讲座3场,系统升级到2.1版。
1.2.2培训内容
5.12防灾减灾日办班2期。
二、重点工作
2.1人才队伍建设
培训3.5万人次。
2.2设施建设
建场馆12个。
"""
CHAPTERS = """松溪县红十字会救护工作总结
1 总则
1.1 编制目的
建立机制。
1.2 编制依据
依据上级要求。
2 组织体系
2.1 机构职责
成立小组。
2.2 分工协作
各司其职。
"""


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


def shape(text: str) -> str:
    """The markers with their levels, in one line."""
    return " ".join(f"{one.level}{one.marker.strip()}" for one in outline_of(text).sections)


@pytest.mark.parametrize("text", [LINES, LINES.replace("\n", "")])
def test_decimals_count_without_line_ends_too(text: str) -> None:
    """1.1 to 2.2 and 1.2.1 are sections; 1.2个百分点, 2.3亿元, PM2.5, 2.1版 and 5.12 are none."""
    assert shape(text) == "1一、 21.1 21.2 31.2.1 31.2.2 1二、 22.1 22.2"


@pytest.mark.parametrize("text", [CHAPTERS, CHAPTERS.replace("\n", "")])
def test_the_number_of_a_chapter_stands_above_its_sections(text: str) -> None:
    """1 总则 right before 1.1 is the chapter that holds it."""
    assert shape(text) == "11 21.1 21.2 12 22.1 22.2"


@pytest.mark.parametrize(
    "text",
    [
        "全年增长1.1个百分点,投入1.2亿元,建成1.3万平方米,同比增长1.4倍。",
        "出口比重由2.1提高到2.2左右,人均住房为2.3平方米。",
        "系统1.1版上线后,1.2版也已测试。5.12防灾减灾日和6.1儿童节都办了活动。",
        "比值为1.1的有三个村,为1.2的有两个村,为1.3的有一个村。",
    ],
)
def test_figures_are_no_sections(text: str) -> None:
    """What measures is a figure, however it counts."""
    assert not outline_of("松溪县统计工作总结\n" + text * 2).sections


def test_a_heading_may_stand_on_the_line_below_its_number() -> None:
    """A file may set 1.1 on one line and its heading on the next."""
    text = "松溪县社区建设汇报\n1.1\n适用范围\n全县。\n1.2\n总体目标\n建成。\n1.3\n发展原则\n稳步。\n"
    assert [one.number for one in outline_of(text).sections] == [1, 2, 3]


def test_a_number_at_a_line_start_behind_a_chapter_that_was_left_out() -> None:
    """3.1 does not go on from 1.2: that it begins a line where such numbers are in use shows what it is."""
    text = "1.抓宣传\n1.1 办讲座\n办5场。\n1.2 办展览\n办2次。\n3、抓人才\n3.1 评先进\n评10人。\n"
    found = segment(normalize(from_text("镇妇联工作总结\n今年任务重。\n" + text))).sections
    assert [one.marker.strip(" 、.") for one in found] == ["1", "1.1", "1.2", "3", "3.1"]
