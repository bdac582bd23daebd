"""Numbers that run on, that were lost, and those of regulations, where line ends were lost."""

from __future__ import annotations

import pytest

from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


def shape(text: str) -> str:
    """The markers with their levels, in one line."""
    return " ".join(f"{one.level}{one.marker.strip()}" for one in outline_of(text).sections)


def test_digits_that_run_on_through_sections_stay_below_them() -> None:
    """4. behind 三、 goes on counting 3. of the section before and is no fourth of 一、, 二、, 三、."""
    text = (
        "镇科协工作要点\n一、抓科普\n1.办讲座\n办5场。\n2.办展览\n办2次。\n二、抓学会\n3.建学会\n建3个。\n"
        "三、抓人才\n4.评先进\n评10人。\n5.办沙龙\n办6次。\n"
    )
    assert shape(text) == "1一、 21. 22. 1二、 23. 1三、 24. 25."


def test_mixed_numbers_of_one_list_are_still_one_list() -> None:
    """一、 and then 2、 where no 1、 has come go on counting."""
    text = "镇科协工作总结\n一、抓科普\n办讲座5场。\n2、抓学会\n建学会3个。\n三、抓人才\n评先进10人。\n"
    assert shape(text) == "1一、 12、 1三、"


@pytest.mark.parametrize("end", ["\n", ""])
def test_articles_and_chapters_behind_a_blank(end: str) -> None:
    """第四条 right behind the name of a chapter opens a section; 第三条规定 in a sentence opens none."""
    text = end.join(
        [
            "松溪县巾帼示范基地管理办法", "第一章 总则", "第一条 为规范管理,制定本办法。",
            "第二条 依照条例第三条规定管理。", "第二章 申报", "第三条 分级管理。", "第四条 申报按年进行。",
        ]
    )  # fmt: skip
    assert shape(text).replace(" ", "") == "1第一章2第一条2第二条1第二章2第三条2第四条"


def test_a_list_whose_first_number_was_lost() -> None:
    """二、 and 三、 behind full stops are believed though 一、 is missing."""
    text = "矿山标准工作方案总体要求要有前瞻性。二、编制原则统筹规划,统一部署。三、主要内容标准分四类。"
    assert [one.number for one in outline_of(text).sections] == [2, 3]


def test_a_lost_bracket_takes_one_number_with_it() -> None:
    """(四) follows (二) where 三) lost its bracket, behind no mark too."""
    text = (
        "镇医保工作总结一、主要做法(一)抓好参保。参保率98%。(二)抓好监管。检查3次。三)夯实数据。核对台账,确保信息安全"
        "(四)做好宣传。宣讲5场。二、下步打算继续努力。"
    )
    assert shape(text) == "1一、 2(一) 2(二) 2(四) 1二、"


def test_looking_back_early_closes_nothing() -> None:
    """回顾过去一年… before the sections tells what was done; behind them it closes."""
    line = "回顾过去一年,走过的路很不寻常,成绩来之不易。\n"
    body = "一、抓宣传\n办班3期。\n二、2022年工作打算\n继续抓好培训。\n"
    early = outline_of("松溪县政府工作报告\n各位代表:\n" + line + body)
    late = outline_of("松溪县政府工作报告\n各位代表:\n" + body + line)
    assert [part.name for part in early.parts] == ["opening", "retrospective", "plan"]
    assert [part.name for part in late.parts] == ["opening", "retrospective", "plan", "closing"]


def test_letters_of_the_last_section_stay_below_it() -> None:
    """A. and B. lie below 2、 also where no 3、 shows that the list goes on."""
    assert (
        shape("镇妇联工作总结\n1、抓宣传\n办会。\n2、抓培训\nA.办班3期。\nB.办会2次。\n")
        == "11、 12、 2A. 2B."
    )


@pytest.mark.parametrize(
    ("text", "markers"),
    [
        ("一、抓宣传提升服务水平第一,办好讲座。第二,办好展览。二、抓培训。", "1一、 2第一, 2第二, 1二、"),
        ("一、抓宣传。风险有三:(a)误差。(b)偏见。(c)失真。二、抓培训。", "1一、 2(a) 2(b) 2(c) 1二、"),
        ("第一部分 回顾办班3期第二部分 打算继续办班第三部分 保障加强领导", "1第一部分 1第二部分 1第三部分"),
        ("一、抓宣传。产量居全省第一,质量居全国第二,效益很好。二、抓培训。", "1一、 1二、"),
    ],
)  # fmt: skip
def test_numbers_right_behind_words(text: str, markers: str) -> None:
    """第一, behind a heading, (a) in mid-sentence and 第二部分 behind no mark are numbers; a rank is none."""
    found = outline_of("镇妇联工作总结\n今年任务重。" + text).sections
    assert " ".join(f"{one.level}{one.marker.strip()}" for one in found) == markers
