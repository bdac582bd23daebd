"""Contents in any shape, pages that cut sentences, what sites add, and several reports in a file."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from govreport.segment.reports import find_reports

LONG = "今年以来镇妇联在镇党委的领导下和各有关部门的大力支持下组织妇女学文化学技术比成绩比贡献，" * 7


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


def markers_of(text: str) -> str:
    """The markers of the sections, in one line."""
    return " ".join(one.marker.strip() for one in outline_of(text).sections)


BODY = "前  言\n妇女工作很重要。\n一、总体目标\n坚持方向。\n二、工作措施\n做好落实。\n"


@pytest.mark.parametrize(
    "contents",
    [
        "目  录\n\n前  言 5\n\n一、总体目标 7\n\n二、工作措施 9\n\n",
        "前  言·········5\n\n一、总体目标·········7\n\n二、工作措施·········9\n\n",
        "2022年11月\n目录\n前  言.......5\n一、总体目标.......7\n二、工作措施.......9\n",
        "目录前  言.......5一、总体目标.......7二、工作措施.......9",
    ],
)
def test_entries_of_contents_are_no_sections(contents: str) -> None:
    """With blank lines or without line ends, with 目录 or without: contents are an aside."""
    text = "松溪县妇联工作计划\n" + contents + BODY
    assert markers_of(text) == "一、 二、"
    assert "contents" in [aside.kind for aside in outline_of(text).asides]


def test_a_number_alone_between_two_halves_of_a_sentence_is_a_page_s() -> None:
    """Even one that is the only one; the sentence goes on."""
    text = f"镇妇联工作总结\n{LONG}身心健\n\n1\n\n康成长。\n一、抓宣传\n办班3期。"
    assert "身心健康成长" in normalize(from_text(text)).text


def test_a_number_alone_below_a_heading_or_a_sentence_stays() -> None:
    """A column of figures is no row of page numbers."""
    text = "镇妇联工作总结\n宣传活动场次\n12\n培训班期数\n3\n全年工作顺利完成。\n4\n村妇联"
    assert normalize(from_text(text)).text == text


def test_pages_before_whose_first_no_title_stands() -> None:
    """1、, 2、 and 3、 that cut sentences are pages, whatever the first of them begins with."""
    text = f"1、各位委员:{LONG}组织\n2、妇女学习,{LONG}开展\n3、活动。一、抓宣传。办班3期。二、抓培训。"
    assert markers_of(text) == "一、 二、"


def test_the_head_of_a_disclosure_page_is_the_site_s() -> None:
    """索引号, 发文机关 and the like are no bullets of the report."""
    text = (
        "政府信息公开\n• 索 引 号: FZ00100-1000-2022-00027\n• 主题分类:\n• 发文机关: 松溪县人民政府\n"
        "• 成文日期: 2022-05-12\n• 有 效 性: 有效\n松溪县妇联2021年工作总结\n"
        "一、抓宣传\n办班3期。\n二、抓培训\n2期。"
    )
    assert markers_of(text) == "一、 二、"
    assert outline_of(text).title == "松溪县妇联2021年工作总结"


def test_numbered_tips_of_a_site_are_no_sections() -> None:
    """温馨提示 and its numbers stand beside the body, and so do the titles that a site offers below it."""
    text = (
        "温馨提示:\n1. 查看预览时可能会显示错乱,请放心下载。\n2. 本文档由用户上传,版权归用户。\n"
        "网站客服:3074\n"
        "镇妇联工作总结\n一、抓宣传\n办班3期。\n二、抓培训\n办班2期。\n"
        "相关自查报告: 学校自查报告、街道自查报告、关于卫生院自查报告的文章"
    )
    assert markers_of(text) == "一、 二、"
    assert [aside.kind for aside in outline_of(text).asides][-1] == "advert"


@pytest.mark.parametrize(
    "heads",
    [
        ("第1篇:村妇联工作总结\n", "第2篇:镇妇联工作总结\n"),
        ("20xx共青团工作总结(一)\n", "20xx共青团工作总结(二)\n"),
        ("农村妇联工作总结1半年来,", "农村妇联工作总结2一年来,"),
    ],
)
def test_reports_that_are_counted_in_other_ways(heads: tuple[str, str]) -> None:
    """第1篇, 总结(一) and 总结1 without its line end each begin a report."""
    text = "".join(head + "我们做了工作。\n一、抓宣传\n办班3期。\n二、抓培训\n2期。\n" for head in heads)
    assert find_reports(normalize(from_text(text)).text) == [0, text.index(heads[1])]


def test_a_number_in_brackets_with_which_a_line_ends_opens_nothing() -> None:
    """工作总结(一) is a title, and 见附表(二) a mention."""
    text = "共青团工作总结(一)\n今年任务重。\n一、抓宣传\n办班3期。\n二、抓培训\n2期,详见附表(二)\n"
    assert markers_of(text) == "一、 二、"


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("首先,要抓学习。其次,要抓宣传。第三,要抓培训。第四,要抓阵地。最后,要抓落实。", [1, 2, 3, 4, 5]),
        ("首先,要抓学习。第二,要抓宣传。第三,要抓培训。", [1, 2, 3]),
        ("第一,要抓学习。首先是党课。其次是自学。第二,要抓宣传。", [1, 1, 2, 2]),
    ],
)
def test_words_and_ordinals_count_together(words: str, numbers: list[int]) -> None:
    """首先, 其次 may go on with 第三; where both count for themselves they still do."""
    found = gr.analyze(gr.from_text(f"镇妇联工作总结\n一、抓工作\n{words}\n二、抓培训\n办班3期。")).sections
    assert [one.number for one in found if one.inline] == numbers


def test_lists_of_one_right_behind_a_heading_without_line_ends() -> None:
    """一、 and a long heading before （一）, （二）, and a single （一） behind a short heading."""
    text = (
        "镇残联工作要点今年任务重。一、抓好制度设计,把残疾人小康纳入全镇实现小康社会的大局(一)落实意见。细化任务。"
        "(二)用好成果。做好规划。二、加强团的建设(一)抓好换届。五月完成。"
    )
    assert markers_of(text) == "一、 (一) (二) 二、 (一)"


def test_pages_of_a_library_with_blank_lines_between() -> None:
    """Below 资源描述 the first page may stand far down, and 2、 goes on behind a blank line."""
    text = (
        "收藏 分享(赏)\n\n镇政府工作报告.docx\n\n上传人:某某 文档编号:517352\n\n资源描述\n\n"
        f"1、镇政府工作报告各位代表:{LONG}总值达\n\n2、7.1亿元。一、工作回顾(一)抓产业。办厂3个。(二)抓民生。"
        "修路2条。二、工作打算继续努力。"
    )
    assert markers_of(text) == "一、 (一) (二) 二、"
    assert "总值达7.1亿元" in normalize(from_text(text)).text


FIRST = (
    "东乡镇妇联2023年工作总结\n镇妇联认真开展工作。\n一、抓宣传\n发放资料900份。\n二、抓维权\n接访12件。\n"
)
SECOND = "西乡镇残联2023年工作总结\n镇残联扎实工作。\n一、抓康复\n适配辅具60件。\n二、抓就业\n新增就业8人。\n"


def test_titles_with_a_unit_and_a_year_begin_reports() -> None:
    """Reports that stand one behind the other without covers are told by their titles."""
    assert find_reports(FIRST + SECOND) == [0, len(FIRST)]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "附件\n" + SECOND,
        FIRST + FIRST,
        FIRST + "西乡镇残联2023年工作总结\n附在后面。\n",
        "各镇情况汇总如下。\n" + FIRST + SECOND,
    ],
)
def test_other_titles_begin_no_report(text: str) -> None:
    """An annex, a copy, a title without a list and titles behind an opening stay in their report."""
    assert find_reports(text) == [0]
