"""Sections, parts, title and years on texts written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given

import govreport as gr
from govreport.model import Outline
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from tests.strategies import any_texts

CLEAN = """云溪县白石镇妇联2021年工作总结及2022年工作计划

2021年，镇妇联在镇党委领导下开展工作。现将一年来的工作情况汇报如下：
一、宣传引领
（一）抓学习
1.组织妇女干部学习，一、二季度各学习两次。
2.举办宣讲3场。
（二）抓活动。三八节期间开展活动。一是走访慰问；二是文艺演出。
二、存在的问题
工作力度不够。
三、2022年工作打算
（一）继续抓好培训
年内举办培训班2期。
"""


def outline_of(text: str) -> Outline:
    """Segment a text at hand."""
    return segment(normalize(from_text(text)))


def test_levels_follow_the_order_of_first_use() -> None:
    """一、 （一） 1. and inline items nest as they stand in this report."""
    shape = [f"{section.level}{section.marker}" for section in outline_of(CLEAN).sections]
    assert " ".join(shape) == "1一、 2（一） 31. 32. 2（二） 3一是 3二是 1二、 1三、 2（一）"


def test_parts_are_switched_by_lead_ins_and_headings() -> None:
    """What was done, what is lacking and what is planned are told apart."""
    outline = outline_of(CLEAN)
    assert [s.part for s in outline.sections if s.level == 1] == ["retrospective", "problems", "plan"]
    assert [part.name for part in outline.parts] == ["opening", "retrospective", "problems", "plan"]
    assert [(lead.part, lead.span.of(CLEAN)) for lead in outline.lead_ins] == [
        ("retrospective", "现将一年来的工作情况汇报如下：")
    ]


def test_title_unit_and_years() -> None:
    """The title says who reports on which year and plans for which."""
    outline = outline_of(CLEAN)
    assert outline.title == "云溪县白石镇妇联2021年工作总结及2022年工作计划"
    assert (outline.unit, outline.year, outline.plan_year) == ("云溪县白石镇妇联", 2021, 2022)


def test_headings_end_before_their_closing_mark() -> None:
    """A heading holds neither its marker nor the full stop after it."""
    headings = [s.heading for s in outline_of(CLEAN).sections if not s.inline and s.level < 3]
    assert headings == ["宣传引领", "抓学习", "抓活动", "存在的问题", "2022年工作打算", "继续抓好培训"]


def test_false_friends_are_no_markers() -> None:
    """Quarters, industries, dates and figures are left alone."""
    text = "二、三产业发展。一、二季度完成。\n3.8万人参加。12338热线开通。\n2019.3.8开展活动，占95.5%。"
    assert outline_of(text).sections == ()
    listed = "一、抓学习。组织学习。二、抓活动。巡诊船每月逢三、逢八停靠三河口。三、抓队伍。培训干部。"
    assert [s.number for s in outline_of(listed).sections] == [1, 2, 3]


def test_numbering_survives_lost_line_ends() -> None:
    """Without line ends the same sections are found."""
    flat = CLEAN.replace("2021年，", "2021年，", 1).replace("\n\n", "\n")
    numbers = [(s.number, s.marker) for s in outline_of(flat).sections]
    joined = "白石镇妇联工作总结。一、抓学习。组织学习。二、抓活动。开展活动。三、抓队伍。培训干部。"
    assert len(numbers) == 10
    assert [s.number for s in outline_of(joined).sections] == [1, 2, 3]


def test_a_gap_is_a_diagnostic_and_the_tree_goes_on() -> None:
    """A skipped number is told with its place; nothing is lost."""
    text = "一、抓学习\n组织学习。\n三、抓活动\n开展活动。"
    outline = outline_of(text)
    assert [s.number for s in outline.sections] == [1, 3]
    assert [(d.code, d.span.of(text)) for d in outline.diagnostics] == [("numbering-gap", "三、")]


def test_an_inline_list_without_its_first_item_is_found() -> None:
    """其次 stands alone in many reports; it is the second item."""
    outline = outline_of("一、抓宣传\n举办讲座三场。其次利用网络开展宣传。")
    assert [(s.marker, s.number, s.inline) for s in outline.sections][1:] == [("其次", 2, True)]


@given(any_texts())
def test_every_quote_equals_its_span(text: str) -> None:
    """Any text has an outline: spans lie in it, quotes are cut from it, the tree is sound."""
    outline, text = outline_of(text), text.removeprefix("\ufeff")
    for section in outline.sections:
        assert section.marker_span.of(text) == section.marker
        assert 0 <= section.span.start <= section.body_span.start <= section.body_span.end <= len(text)
        assert section.span.end >= section.body_span.end
        if section.heading_span is not None:
            assert section.heading_span.of(text)[len(section.marker) :].strip() == section.heading
        assert all(outline.sections[child].parent == section.id for child in section.children)
    assert all(0 <= part.span.start < part.span.end <= len(text) for part in outline.parts)


def test_problems_are_announced_in_flattened_text() -> None:
    """A sentence before 一是 switches the part in the middle of a line, and its items lie outside 一、."""
    text = "一、抓好宣传。全年举办活动5场。工作中还存在一些不足:一是人手紧;二是经费少。"
    outline = gr.analyze(gr.from_text(text)).outline
    assert [(s.marker, s.part, s.level) for s in outline.sections if s.inline] == [
        ("一是", "problems", 1),
        ("二是", "problems", 1),
    ]


def test_a_heading_that_opens_problems_keeps_its_items() -> None:
    """Under 存在的问题 a sentence before the items switches nothing."""
    text = "一、抓好宣传。全年举办活动5场。\n二、存在的问题\n主要有以下不足:一是人手紧;二是经费少。"
    outline = gr.analyze(gr.from_text(text)).outline
    assert [(s.marker, s.part, s.level) for s in outline.sections if s.inline] == [
        ("一是", "problems", 2),
        ("二是", "problems", 2),
    ]


def test_a_doubled_number_is_found_in_flattened_text() -> None:
    """二、 stands twice without line ends: both are sections, and the second is told."""
    text = "一、抓宣传。全年5场。二、抓培训。办班3期。二、抓维权。调解9件。四、抓作风。查岗2次。"
    report = gr.analyze(gr.from_text(text))
    assert [section.number for section in report.sections] == [1, 2, 2, 4]
    assert "numbering-doubled" in {flag.code for flag in report.flags}


def test_an_annex_opens_no_section() -> None:
    """Numbers below 附件 and a page number are kept apart; the report ends before them."""
    text = "工作总结\n一、抓宣传\n全年5场。\n- 2 -\n二、抓培训\n办班3期。\n附件:明细\n1.宣传\n2.培训"
    outline = gr.analyze(gr.from_text(text)).outline
    assert [section.heading for section in outline.sections] == ["抓宣传", "抓培训"]
    assert [aside.kind for aside in outline.asides] == ["page-number", "annex"]


def test_a_heading_that_stands_twice_is_one_section() -> None:
    """The second of two equal lines is a header, and no number is doubled."""
    text = "工作总结\n一、抓宣传工作\n一、抓宣传工作\n全年举办活动5场。\n二、抓培训工作\n办班3期。"
    report = gr.analyze(gr.from_text(text))
    assert [section.number for section in report.sections] == [1, 2]
    assert not report.flags or "numbering-doubled" not in {flag.code for flag in report.flags}


def test_numerals_that_a_scan_misread() -> None:
    """ニ for 二 and a stroke for 一 are numbers of the list."""
    text = "工作总结\n—、抓宣传\n全年举办活动5场。\nニ、抓培训\n办班3期。\n三、抓维权\n调解9件。"
    assert [s.number for s in gr.analyze(gr.from_text(text)).sections] == [1, 2, 3]


def test_the_plan_of_a_half_year_is_for_the_same_year() -> None:
    """A half-year report plans for its own year; a report without plan has no plan year."""
    half = gr.analyze(gr.from_text("2026年上半年工作总结\n一、下半年工作安排\n举办培训3期。"))
    whole = gr.analyze(gr.from_text("2025年工作总结\n一、抓培训\n办班3期。"))
    assert (half.plan_year, whole.year, whole.plan_year) == (2026, 2025, None)


def test_many_items_are_read_in_linear_time() -> None:
    """Thousands of items, page numbers and lists neither fail nor stall."""
    item = "{}、抓好宣传工作全年举办宣传活动若干场次。存在以下问题:一是人手紧;二是经费少。\n- {} -\n"
    text = "工作总结\n" + "".join(item.format(i, i) for i in range(1, 3000))
    outline = segment(normalize(from_text(text)))
    assert len(outline.sections) > 2000
    assert len(outline.asides) == 2999


def test_lead_ins_in_an_officials_own_words() -> None:
    """虽然…但…还有差距 opens problems though it names the year; 将办好以下五件事 opens the plan."""
    text = (
        "工作总结\n一、抓宣传\n举办活动5场。\n一年来的工作虽然取得了一些成绩,但与期盼相比,还有不小的差距:"
        "一是人手紧;二是经费少。\n2019年,镇妇联将办好以下两件事:\n一、建好阵地\n建成1个。\n二、办好培训\n办班2期。"
    )
    outline = segment(normalize(from_text(text)))
    assert [s.part for s in outline.sections] == ["retrospective", "problems", "problems", "plan", "plan"]


def test_a_want_announced_in_an_officials_own_words_opens_the_problems() -> None:
    """Right before 一是 the last words of the sentence tell the part; the items stand outside the section."""
    outline = outline_of("一、抓学习\n办班3期。\n回头看，欠账也不少：一是人手紧；二是经费少。")
    assert [(s.part, s.level) for s in outline.sections[1:]] == [("problems", 1), ("problems", 1)]


def test_a_report_to_a_congress_speaks_of_the_year_before() -> None:
    """The date of the meeting is no year of the report."""
    text = "某乡人民政府工作报告\n（2024年1月18日在乡第三届人民代表大会上）\n一、回顾\n好。"
    assert outline_of(text).year == 2023


def test_what_a_site_puts_above_is_no_title() -> None:
    """The title is looked for below breadcrumbs and adverts, and may name several matters."""
    title = "某市残联2023年工作总结、安全生产情况暨2024年工作计划"
    text = f"当前位置：首页 > 工作总结 > 正文\n{title}\n一、抓康复\n好。"
    assert outline_of(text).title == title


def markers_of(text: str) -> list[str]:
    """The markers that are found in a text."""
    return [section.marker for section in outline_of(text).sections]


def test_numbers_without_a_mark_before_them_go_on() -> None:
    """三、 counts right behind a heading without body, 口径不一、 and 第二、 do not."""
    text = "一、抓学习办班。二、抓培训三、抓宣传口径不一、渠道少，第四、五期。"
    assert markers_of(text) == ["一、", "二、", "三、"]
    assert markers_of("发展经济1)培训在前办班2期。2)销路在后办店1家。") == ["1)", "2)"]
    assert markers_of("有三点：一是抓学；二是抓干；三是三季度抓考。")[-1] == "三是"


def test_a_list_whose_first_numbers_were_misread() -> None:
    """Strokes and kana count where the numbers after them go on."""
    outline = outline_of("主要任务。—、抓学习办班。ニ、抓培训走访。三、抓宣传。四、抓维权。")
    assert [section.number for section in outline.sections] == [1, 2, 3, 4]


def test_another_style_goes_on_with_the_numbers() -> None:
    """5. after 四、 is no list of its own, whatever lists were opened below."""
    text = "一、甲\n二、乙\n三、丙\n四、丁\n（一）子\n办班。\n5.戊\n办班。\n（六）己\n办班。"
    assert [s.level for s in outline_of(text).sections] == [1, 1, 1, 1, 2, 1, 1]


def test_a_plan_announced_by_a_number_of_things() -> None:
    """将围绕以下几个方面开展工作 opens the plan, 主要做了以下几项工作 the retrospective."""
    done = "上半年工作总结\n主要做了以下几项工作：\n一、甲\n办班。\n"
    text = f"{done}下半年，我会要办成这么几件事：\n一、乙\n办班。"
    assert [s.part for s in outline_of(text).sections] == ["retrospective", "plan"]
    assert markers_of("一、甲\n1.6月底前建成学校。\n2.8月底前建成医院。") == ["一、", "1.", "2."]


def test_an_announcement_within_its_own_part_switches_nothing() -> None:
    """六大行动：一是… in a plan stands under its section."""
    text = (
        "2023年工作总结\n一、2023年工作回顾\n办班。\n二、2024年工作计划\n（一）抓就业\n"
        "今后五年实施以下三项工作：一是抓科技；二是抓电商。\n（二）抓维权\n调解纠纷。"
    )
    sections = outline_of(text).sections
    assert [s.level for s in sections] == [1, 1, 2, 3, 3, 2]
    assert {s.part for s in sections[1:]} == {"plan"}


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("共青团琅岈县委2018年工作总结", "共青团琅岈县委"),
        ("麻杉村妇代会二〇一四年工作小结", "麻杉村妇代会"),
        ("柳湾村2014年工作总结及2015年工作计划", "柳湾村"),
        ("白雁街道关于2018年上半年工作情况的汇报", "白雁街道"),
        ("县妇联2022年上半年工作总结", "县妇联"),
        ("2022年村妇联工作总结汇报", "村妇联"),
    ],
)
def test_units_of_other_shapes(title: str, unit: str) -> None:
    """The League's committees, women's groups of villages, and places that stand for their government."""
    assert gr.analyze(gr.from_text(f"{title}\n一、抓学习\n组织学习。\n")).unit == unit


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        ("2022年全县妇联工作总体思路:服务妇女。", None),
        ("我镇妇联在县妇联指导下开展工作。", None),
        ("现在,我代表共青团运河市第五届委员会向大会作报告。", "共青团运河市第五届委员会"),
    ],
)
def test_a_unit_has_a_name_of_its_own(opening: str, unit: str | None) -> None:
    """全县妇联 and 我镇妇联 name none; a committee of the League may tell its term."""
    assert gr.analyze(gr.from_text(f"工作报告\n{opening}\n一、抓学习\n组织学习。\n")).unit == unit


@pytest.mark.parametrize(
    ("opening", "signed", "year"),
    [
        ("对照2011-2020年规划,自查如下:", "2014年10月30日", 2014),
        ("现将自查情况报告如下:", "二〇一六年十月二十六日", 2016),
        ("现将情况报告如下:", "2017年1月12日", 2016),
        ("2016年,我县抓紧落实。", "2017年5月2日", 2016),
    ],
)
def test_the_signature_tells_the_year(opening: str, signed: str, year: int) -> None:
    """Where the title names none, and the opening none near it; in winter it is the year before."""
    title, end = "柳湾县妇儿工委关于实施规划的自查报告", f"柳湾县妇儿工委\n{signed}\n"
    text = f"{title}\n{opening}\n一、抓学习\n组织学习3次。\n{end}"
    assert gr.analyze(gr.from_text(text)).year == year


def test_a_long_line_with_a_full_stop_above_a_list_is_a_heading() -> None:
    """What stands on a line of its own, with 一是 right below it, needs no model."""
    line = "实施“思想引领”行动,做实做深妇女思想政治引领,推进妇联宣传工作"
    text = f"县妇联2022年工作总结\n一、{line}。\n一是组织活动3场。二是召开会议。\n二、抓维权。调解纠纷。\n"
    assert outline_of(text).sections[0].heading == line


def test_a_short_line_that_counts_is_not_a_heading_as_a_whole() -> None:
    """A flattened line of one sentence is cut where its body begins, though more text follows it."""
    text = (
        "沙湾镇妇联2021年工作打算\n一、换好届、搭好台3月底前完成村妇联换届,选出执委45名。\n"
        "二、带孩子、和家庭每半年开茶话会1次,托管班增加到4个。\n路要一步一步走。"
    )
    assert outline_of(text).sections[1].heading == "带孩子、和家庭"


FUSED = """白河镇妇联2020年工作总结
一、主要工作
（一）家庭教育扎实推进我们办班二十期。全年参加的家长有一千二百人，受到村民好评。
（二）维权服务不断加强我们会同司法所接待来访四十人次，调解家庭纠纷十一起，没有一起转为案件。
（三）阵地建设稳步推进我们会同村委会新建妇女之家三个，添置桌椅和图书，全部对村民开放。
（四）宣传工作有声有色我们会同文化站举办宣讲会九场，发放宣传册三千份，参加的村民两千人。
"""


@pytest.mark.parametrize("mark", ["", "。"])
def test_a_short_first_sentence_is_a_heading_where_others_are(mark: str) -> None:
    """Where other headings run into their bodies, a short first sentence may hold both; else it is one."""
    outline = segment(normalize(from_text(FUSED.replace("我们", f"{mark}我们"))))
    headings = [section.heading for section in outline.sections]
    assert headings[1:] == ["家庭教育扎实推进", "维权服务不断加强", "阵地建设稳步推进", "宣传工作有声有色"]


def test_a_counted_deed_above_a_signature_is_no_heading_among_headings_on_lines() -> None:
    """The others stand on lines of their own; what ends with a full stop before the signature is an item."""
    text = (
        "三、抓维权\n进一步畅通妇女诉求渠道，做到有访必接。\n"
        "四、6月底前完成村妇代会换届，组织妇代会主任外出学习1次。柳湾镇妇女联合会 二〇一四年十二月十五日\n"
    )
    assert [
        s.heading
        for s in outline_of("一、抓宣传\n举办讲座3场。\n二、抓发展\n开展培训8期。\n" + text).sections
    ] == [
        "抓宣传",
        "抓发展",
        "抓维权",
        "",
    ]


def test_a_counted_deed_with_nothing_below_it_is_no_heading() -> None:
    """Though headings of another list end with a full stop, and a signature stands under the last item."""
    text = (
        "鹤澜乡妇联2024年工作总结及2025年工作要点\n一、2024年工作总结\n"
        "（一）湖上讲政策。租用机动船两条，把宣讲送到船头。\n（二）家庭和睦。评选最美船家12户，办结来访15件。\n"
        "二、2025年工作要点\n（一）组建护湖队1支，队员不少于20人。\n"
        "（二）全年举办水生菜加工培训班2期。\n（三）建成儿童之家1所。\n\n鹤澜乡妇联\n2024年12月30日"
    )
    report = gr.analyze(gr.from_text(text))
    headings = [section.heading for section in report.sections if section.level == 2]
    assert headings == ["湖上讲政策", "家庭和睦", "", "", ""]
    assert "heading-without-body" not in {flag.code for flag in report.flags}
