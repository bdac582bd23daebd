"""Contents, annexes, adverts and covers: kept apart and marked, with line ends or without."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from govreport.segment.reports import find_reports

BODY = (
    "一、2022年工作回顾\n一年来，镇妇联组织妇女投身乡村建设，得到各方面的好评和支持。\n"
    "（一）抓学习强引领\n全年组织宣讲12场，覆盖妇女1300人次。\n（二）抓维权护权益\n接待来访36人次。\n"
    "二、存在的问题\n专职干部太少，阵地活动不够经常。\n三、2023年工作打算\n举办育婴员培训2期，每期30人。\n"
)
TITLE = "柳湾镇妇联2022年工作报告\n"
LISTED = ["一、2022年工作回顾", "二、存在的问题", "三、2023年工作打算"]


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


@pytest.mark.parametrize("is_flat", [False, True])
@pytest.mark.parametrize("page", ["", "……3", "3"])
@pytest.mark.parametrize("opening", ["", "各位代表：现在，我代表镇妇联向大会报告工作，请予审议。\n"])
def test_contents_in_front_open_no_section(page: str, opening: str, is_flat: bool) -> None:
    """With page numbers, with dots or without any, and with an opening behind them."""
    contents = "目　录\n" + "".join(f"{entry}{page}\n" for entry in LISTED)
    text = TITLE + contents + opening + BODY
    text = text.replace("\n", "") if is_flat else text
    outline = outline_of(text)
    markers = [section.marker for section in outline.sections if not section.inline]
    assert markers == ["一、", "（一）", "（二）", "二、", "三、"]
    assert [aside.kind for aside in outline.asides] == ["contents"]
    assert [s.part for s in outline.sections if s.level == 1] == ["retrospective", "problems", "plan"]


def test_what_is_called_a_list_in_a_sentence_is_no_contents() -> None:
    """目录 of something else, whose words do not come again as entries."""
    text = TITLE + "一、抓清单\n编制权责清单目录。\n二、抓维权\n接待来访36人次。"
    assert not outline_of(text).asides


@pytest.mark.parametrize("annex", ["附件：活动一览表", "附件1名词解释", "附：有关情况说明"])
def test_an_annex_in_flattened_text_opens_no_section(annex: str) -> None:
    """Right behind the signature or the last sentence it begins without a line of its own."""
    text = (TITLE + BODY).replace("\n", "") + annex + "1.三八节宣讲2场。2.六一慰问1次。3.家教讲座5场。"
    outline = outline_of(text)
    assert [section.marker for section in outline.sections][-1] == "三、"
    assert [aside.kind for aside in outline.asides] == ["annex"]


def test_a_list_of_annexes_stands_above_the_signature() -> None:
    """The list, who signed, and the annexes are three."""
    text = (
        f"{TITLE}一、抓学习\n宣讲12场。\n附件1：活动一览表\n附件2：先进名单\n柳湾镇妇联\n2022年12月20日\n"
        "附件1\n活动一览表\n一、三八节活动\n附件2\n先进名单\n一、先进个人\n"
    )
    outline = outline_of(text)
    assert [aside.kind for aside in outline.asides] == ["annex", "signature", "annex"]
    assert len(outline.sections) == 1


def test_what_a_site_offers_below_a_report_opens_no_section() -> None:
    """The titles below 相关推荐 are an advert."""
    text = f"{TITLE}一、抓学习\n宣讲12场。\n相关推荐：\n1.镇妇联2019年工作总结\n2.县妇联工作计划\n版权所有"
    outline = outline_of(text)
    assert [(aside.kind, aside.span.of(text)[:4]) for aside in outline.asides] == [("advert", "相关推荐")]
    assert len(outline.sections) == 1


@pytest.mark.parametrize(
    "cover",
    ["镇妇联工作总结{}", "市残联工作总结 篇{}", "妇联工作总结（精选篇{}）", "工会工作总结及计划【第{}篇】"],
)
def test_covers_that_count(cover: str) -> None:
    """A line that names a genre and counts from one opens the next report of a file."""
    text = "".join(f"{cover.format(n)}\n一、抓学习\n组织宣讲{n}0场。\n二、抓维权\n好。\n" for n in (1, 2, 3))
    assert len(gr.analyze_each(gr.from_text(text))) == 3
    assert len(find_reports("镇妇联工作总结2\n一、抓学习\n好。")) == 1


def test_covers_in_flattened_text() -> None:
    """Behind the end of a sentence a cover needs no line of its own."""
    body = "工作总结一、抓学习。宣讲12场。二、抓维权。接待来访36人次。"
    assert len(find_reports(f"篇一:镇妇联{body}篇二:县妇联{body}第三篇:市妇联{body}")) == 3


def test_a_cover_is_no_title() -> None:
    """The title is looked for below it."""
    text = f"篇一：妇联工作总结\n{TITLE}{BODY}"
    assert outline_of(text).title == TITLE.strip()


@pytest.mark.parametrize("again", ["", "县残联2020年工作总结和2021年工作思路\n"])
def test_a_cover_that_no_other_follows_is_no_section(again: str) -> None:
    """第一篇：… above the only report is its title, and its plan in the title opens no part."""
    cover = "第一篇：县残联2020年工作总结和2021年工作思路\n"
    text = f"{cover}{again}2020年县残联扎实工作。\n一、抓康复\n适配辅具35件。\n二、抓就业\n培训20人。\n"
    report = gr.analyze(gr.from_text(text))
    assert (report.title, report.year) == ("县残联2020年工作总结和2021年工作思路", 2020)
    assert [(section.marker, section.level, section.part) for section in report.sections] == [
        ("一、", 1, "retrospective"),
        ("二、", 1, "retrospective"),
    ]


def test_the_signature_stands_above_what_a_site_wrote_below() -> None:
    """Who signed and when is found before 上一篇 and 展开阅读全文, and tells unit and year."""
    body = "“妇女之家”建设自查报告\n一、抓阵地\n我村建成活动室1间。\n二、抓活动\n举办活动5次。"
    signed = "新村村妇联\n2020年11月25日"
    for site in (
        "\n上一篇:村妇联总结  下一篇:没有了  [打印本页]",
        " 展开阅读全文",
        "\n温馨提示:如有乱码,请下载后浏览。",
    ):
        report = gr.analyze(gr.from_text(f"{body}\n{signed}{site}\n"))
        assert (report.unit, report.year) == ("新村村妇联", 2020)
        assert [one.kind for one in report.outline.asides] == ["signature", "advert"]


def test_the_title_that_a_site_gives_is_not_that_of_the_report() -> None:
    """Where a site's line names the title below it and another title follows, that one is the report's."""
    site = "文书帮 >述职报告 >乡镇妇联主席2016年述职报告 【热门】\n乡镇妇联主席2016年述职报告\n"
    body = "一、抓学习\n参加培训3次。\n"
    report = gr.analyze(gr.from_text(f"{site}桃花乡妇联主席2016年度述职报告\n{body}"))
    assert report.title == "桃花乡妇联主席2016年度述职报告"
    assert gr.analyze(gr.from_text(site + body)).title == "乡镇妇联主席2016年述职报告"


def test_a_motto_above_what_the_report_is_is_its_title() -> None:
    """——在…大会上的报告 stands below the title; without a line above it is the title itself."""
    body = "各位代表:现在,我代表县妇联作报告。\n一、抓学习\n组织学习12次。\n"
    below = f"——在云溪县妇女第五次代表大会上的工作报告\n{body}"
    report = gr.analyze(gr.from_text(f"以巾帼之桨 开时代新航 为建设幸福云溪而奋斗\n{below}"))
    assert report.title == "以巾帼之桨 开时代新航 为建设幸福云溪而奋斗"
    assert gr.analyze(gr.from_text(below)).title == "在云溪县妇女第五次代表大会上的工作报告"
