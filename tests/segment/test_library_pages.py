"""Pages of document libraries: their line, page numbers in mid-sentence, several texts in one."""

from __future__ import annotations

import govreport as gr
from govreport.normalize import normalize

LIBRARY = (
    "《镇妇联总结.docx》由会员分享,可在线阅读,更多相关《镇妇联总结.docx(2页珍藏版)》请在某某文库上搜索。\n"
)
CUT = (
    "1、 石桥镇妇联2019年工作总结\n"
    "一、抓学习。组织学习12次，把提高村妇联执委的履职本领放在各项工作的\n"
    "2、 首位，开办夜校3期。\n"
    "二、抓维权。调解纠纷7起。1、设立热线。2、开展普法。\n"
)


def test_page_numbers_of_a_library_open_no_section() -> None:
    """The sentence that was cut goes on; numbers of the report itself stay what they are."""
    report = gr.analyze(gr.from_text(LIBRARY + CUT))
    assert report.title == "石桥镇妇联2019年工作总结"
    assert [section.marker for section in report.sections if section.level == 1] == ["一、", "二、"]
    assert "各项工作的首位" in normalize(report.document).text


def test_the_same_numbers_are_kept_where_no_library_is_named() -> None:
    """A line 2、 behind a line without full stop is an item of a list."""
    text = "石桥镇妇联2019年工作总结\n" + CUT.partition("\n")[2]
    assert "2、 首位" in normalize(gr.from_text(text)).text


def test_what_a_site_says_of_itself_is_beside_the_body() -> None:
    """The library's line, and the line of a member who put the text there, are marked as advert."""
    member = "本篇由会员“小河”为你整理了这篇总结,希望能给你的工作带来借鉴参考作用。\n"
    for line in (LIBRARY, member):
        report = gr.analyze(gr.from_text(line + "石桥镇妇联2019年工作总结\n一、抓学习\n组织学习12次。\n"))
        assert [(one.kind, one.span.of(report.document.text)) for one in report.outline.asides] == [
            ("advert", line.strip())
        ]


def test_numbered_covers_part_the_file() -> None:
    """总结 1篇 and 总结 2篇 begin reports of their own."""
    one, two = "镇工会工作总结 1篇\n一、抓维权\n讨薪3起。\n", "镇工会工作总结 2篇\n一、抓学习\n开班2期。\n"
    text = f"工会工作总结报告(实用2篇)\n{one}{two}"
    assert len(gr.analyze_each(gr.from_text(text))) == 2


def test_page_numbers_are_told_without_the_line_of_the_library() -> None:
    """A long first page behind 1、 whose last sentence goes on behind 2、 was cut by a library."""
    page = "石桥镇妇联在镇党委领导下,围绕中心、服务大局,认真组织开展妇女儿童各项工作。" * 9
    cut = "团结动员全镇妇女在实施“十\n2、三五”规划中作出贡献。\n"
    items = "一、抓学习。组织学习12次。\n二、抓维权。调解纠纷7起。\n"
    for above in ("", "镇妇联工作总结 - 某文库  浏览:58  下载:0  格式:WPS  页数:3\n"):
        report = gr.analyze(gr.from_text(f"{above}1、石桥镇妇联2019年工作总结 {page}{cut}{items}"))
        assert report.title == "石桥镇妇联2019年工作总结"
        assert [section.marker for section in report.sections] == ["一、", "二、"]
        assert "“十三五”规划" in normalize(report.document).text


def test_a_list_of_long_items_is_none_of_a_library() -> None:
    """Items that end where a sentence ends are a list, however long they are."""
    page = "石桥镇妇联在镇党委领导下,围绕中心、服务大局,认真组织开展妇女儿童各项工作。" * 9
    text = f"1、抓学习。{page}\n2、抓维权。{page}\n"
    assert [section.marker for section in gr.analyze(gr.from_text(text)).sections] == ["1、", "2、"]


def test_what_a_site_writes_before_the_title_is_no_title() -> None:
    """精选优质文档-倾情为你奉上 stands before many titles, on their line."""
    for site in ("精选优质文档-倾情为你奉上", "精选优质文档-----倾情为你奉上", "精品文档 "):
        text = f"{site}石桥镇妇联2019年工作总结\n一、抓学习\n组织学习12次。\n"
        report = gr.analyze(gr.from_text(text))
        assert (report.title, report.unit) == ("石桥镇妇联2019年工作总结", "石桥镇妇联")
        assert [one.kind for one in report.outline.asides] == ["advert"]


def test_a_title_is_no_name_of_a_file() -> None:
    """The ending of a file's name, and the number of a copy of it, are left out of the title."""
    for ending in (".doc", " (5) .docx", "(2).pdf", ".wps"):
        report = gr.analyze(gr.from_text(f"2022街道妇联工作报告{ending}\n一、抓学习\n组织学习12次。\n"))
        assert (report.title, report.year) == ("2022街道妇联工作报告", 2022)


def test_the_headline_of_a_site_gives_way_to_the_title_below() -> None:
    """…范文 and …模板 are what a site calls the report; it is the title where the report has none."""
    body = "\n一、抓学习\n组织学习12次。\n"
    headline = "某某网 资料文库 妇女儿童发展纲要自查报告范文"
    for text, title in (
        (
            f"{headline}\n妇女儿童发展纲要自查报告范文\n妇女儿童发展纲要自查报告{body}",
            "妇女儿童发展纲要自查报告",
        ),
        (
            f"{headline}\n本站小编为你准备了妇女儿童自查报告范文,欢迎收藏。\n妇女儿童自查报告{body}",
            "妇女儿童自查报告",
        ),
        (f"镇妇联工作总结模板{body}", "镇妇联工作总结模板"),
        (f"镇妇联工作总结(2){body}", "镇妇联工作总结"),
        (f"——镇妇联工作总结{body}", "镇妇联工作总结"),
    ):
        assert gr.analyze(gr.from_text(text)).title == title
