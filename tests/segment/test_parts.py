"""Parts are opened in whatever words officials choose: none of these headings is one of the corpus' own."""

from __future__ import annotations

import pytest

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from govreport.segment.parts import part_of_announcement, part_of_heading, part_of_lead_in

HEADINGS = {
    "retrospective": (
        "上半年工作小结 一年来的主要工作 今年以来的工作 主要工作及成效 目标任务完成情况 履职情况 "
        "已开展的工作 两纲实施情况 五年工作回眸 上届妇代会以来的工作 主要工作进展 "
        "一年工作回头看 回顾过去,砥砺前行"
    ),
    "problems": (
        "存在的短板 工作中的不足 面临的困难和挑战 短板弱项 差距与不足 仍需改进的地方 有待加强的方面 "
        "未达标指标及原因 尚未完成的任务 制约发展的瓶颈 "
        "遇到的困难及问题 问题清单 查摆出的问题 当前存在的困难 存在问题和原因分析"
    ),
    "causes": "存在问题的原因 产生问题的根源 成因分析 问题成因",
    "lessons": "经验与体会 几点启示 认识和体会 五年来的基本经验",
    "plan": (
        "2024年工作展望 来年安排 下一步工作 明年的主要工作 今后五年的工作 改进措施 对策与建议 改进方向 "
        "接下来的工作 未来工作规划 2025年工作谋划 后续工作安排 下年度工作计划 今后一个时期的主要任务"
    ),
    "requirements": "有关要求 几点要求 工作保障",
    None: (
        "调研妇女儿童面临的问题 坚持问题导向,补齐工作短板 聚焦困难群体,做实关爱服务 推动工作落实 "
        "解决经费困难 破解发展难题,助力乡村振兴 规划引领,推动两纲落实 "
        "今年的宣传工作 制定工作计划,明确目标任务"
    ),
}


@pytest.mark.parametrize("part", HEADINGS)
def test_headings_open_parts_in_many_words(part: str | None) -> None:
    """What a heading names at its end tells the part; what is done about a want names none."""
    assert {heading: part_of_heading(heading) for heading in HEADINGS[part].split()} == dict.fromkeys(
        HEADINGS[part].split(), part
    )


@pytest.mark.parametrize(
    ("sentence", "part"),
    [
        ("同时也要看到", "problems"),
        ("尽管我们做了一些工作,但离上级要求还有差距", "problems"),
        ("对照上级要求,我们的工作还有以下不足", "problems"),
        ("回顾五年来的工作,我们有以下五点体会", "lessons"),
        ("2021年做了以下工作", "retrospective"),
        ("现将以下四方面情况汇报如下", "retrospective"),
        ("现将2023年工作情况和2024年工作安排汇报如下", "retrospective"),
        ("今年以来,主要开展了以下工作", "retrospective"),
        ("针对存在的问题,我们将从以下几个方面加以改进", "plan"),
        ("为了更好地服务妇女,镇妇联将在以下方面继续努力", "plan"),
        ("培训班设以下课程", None),
    ],
)
def test_lead_ins_switch_parts_in_many_words(sentence: str, part: str | None) -> None:
    """Done, wanting and planned are told apart by verbs and time words together."""
    assert part_of_lead_in(sentence) == part


def test_a_year_is_behind_or_ahead_of_the_report() -> None:
    """The duties of the year reported on are told of, those of the next are planned."""
    assert part_of_heading("2022年主要工作", 2022) == "retrospective"
    assert part_of_heading("2023年主要工作", 2022) == "plan"
    assert part_of_lead_in("2022年重点抓好以下工作", 2022) == "retrospective"
    assert part_of_lead_in("2023年重点抓好以下工作", 2022) == "plan"


def test_items_after_an_announcement_are_told_in_its_words() -> None:
    """Right before 一是 the last words tell the part."""
    assert part_of_announcement("一年的实践使我们有三点体会") == "lessons"


def test_headings_without_number_open_parts() -> None:
    """A report may set its parts on lines without number above lists that begin anew."""
    text = (
        "白石镇妇联2023年工作总结\n工作回顾\n一、抓学习\n组织学习3场。\n二、抓维权\n调解纠纷5件。\n"
        "存在的短板\n一、人手紧\n专职只有1人。\n2024年工作展望\n一、办好培训\n年内办班2期。\n"
    )
    outline = segment(normalize(from_text(text)))
    assert [(s.number, s.part) for s in outline.sections] == [
        (1, "retrospective"),
        (2, "retrospective"),
        (1, "problems"),
        (1, "plan"),
    ]


def test_a_want_is_told_in_running_text() -> None:
    """在看到成绩的同时… ends the section before it, in flattened text and without a list behind it."""
    text = (
        "政府工作报告——2023年1月5日在柳湾县人民代表大会上各位代表：现在，我代表县人民政府报告工作。"
        "一、过去一年工作回顾2022年，我们奋力前行。（一）抓项目。完成投资92亿元。（二）抓民生。新增就业3200人。"
        "各位代表，在看到成绩的同时，我们也清醒认识到：产业结构不优，科技创新不强。二、2023年重点工作建设幼儿园2所。"
    )
    outline = segment(normalize(from_text(text)))
    assert outline.title == "政府工作报告"
    assert [part.name for part in outline.parts] == ["opening", "retrospective", "problems", "plan"]
    assert outline.sections[2].span.of(text).endswith("3200人。")


def test_the_name_of_a_part_before_a_colon_opens_it() -> None:
    """下步打算：一是… at a line start."""
    text = "工作总结\n（一）抓学习\n宣讲12场。\n存在问题：经费不足。\n下步打算：一是办班2期；二是建家2个。"
    outline = segment(normalize(from_text(text)))
    assert [lead.part for lead in outline.lead_ins] == ["problems", "plan"]
    assert [s.part for s in outline.sections if s.inline] == ["plan", "plan"]


def test_requirements_come_behind_a_plan() -> None:
    """组织领导 at the head of a report tells what was done."""
    text = "自查报告\n一、组织领导\n成立小组。\n二、下一步工作\n宣传6次。\n三、组织领导\n落实责任。"
    parts = [section.part for section in segment(normalize(from_text(text))).sections]
    assert parts == ["retrospective", "plan", "requirements"]


def test_a_plan_has_no_retrospective_without_words_for_it() -> None:
    """In key points 着重抓好以下工作 opens what is planned; 一年来做了以下工作 does not."""
    title = "县科协2018年工作要点\n"
    asked = "为确保任务落实,提出如下要求:\n一要加强领导。二要抓好落实。\n"
    body = f"一、抓科普\n开展讲座3场。\n二、抓服务\n走访企业5家。\n{asked}"
    text = f"{title}总体要求是服务大局。着重抓好以下几个方面的工作:\n{body}"
    outline = segment(normalize(from_text(text)))
    parts = [section.part for section in outline.sections if not section.inline]
    assert (parts, outline.plan_year) == (["plan", "plan"], 2018)
    assert {section.part for section in outline.sections if section.inline} == {"requirements"}
    text = f"{title}一年来,我们做了以下工作:\n{body}"
    assert segment(normalize(from_text(text))).sections[0].part == "retrospective"


@pytest.mark.parametrize(
    "announced",
    [
        "2020年,县侨联将围绕中心,服务大局,着重抓好以下几项工作。",
        "在今后的工作中,我将从以下几个方面加以改进:",
        "下一步,我们将从以下三个方面努力:",
    ],
)
def test_a_plan_is_announced_right_before_its_items(announced: str) -> None:
    """By a sentence that promises a list, whether it ends in a colon or in a full stop."""
    before = "县侨联2019年工作总结\n一、抓联谊\n接待来访9批。二、抓维权\n调处纠纷7件。\n"
    text = f"{before}{announced}一是抓好联谊,接待来访12批。二是抓好维权,走访侨眷30户。\n"
    assert {one.part for one in segment(normalize(from_text(text))).sections if one.inline} == {"plan"}


def test_a_plan_is_announced_before_a_list_of_a_lower_style() -> None:
    """In one line, behind sections of another style: 下半年打算做好以下工作:1、…"""
    before = "镇妇联2017年上半年工作总结及下半年工作打算\n(一)抓组织。换届12个村。(二)抓活动。办晚会1场。"
    text = f"{before}下半年打算做好以下工作:1、加强培训,轮训一遍;2、办好培训班2期。"
    sections = segment(normalize(from_text(text))).sections
    assert [(one.marker, one.level, one.part) for one in sections] == [
        ("(一)", 1, "retrospective"),
        ("(二)", 1, "retrospective"),
        ("1、", 1, "plan"),
        ("2、", 1, "plan"),
    ]


@pytest.mark.parametrize("heading", ["自查发现的问题", "自查中发现的问题", "发现的主要问题和不足"])
def test_what_a_check_found_is_a_problem(heading: str) -> None:
    """发现 names whose problems they are; 解决发现的问题 tells what was done about them."""
    assert part_of_heading(heading) == "problems"
    assert part_of_heading("及时解决发现的问题") is None


@pytest.mark.parametrize("end", ["", "\n"])
@pytest.mark.parametrize(
    ("done", "planned"),
    [
        ("一年来，我们主要开展了以下工作。", "下一步，镇妇联将重点做好以下工作。"),
        ("今年以来，重点抓了以下几项工作：", "2024年，我们打算从以下几个方面努力："),
        ("主要做了以下几件事。", "明年准备办好以下几件实事。"),
    ],
)
def test_prose_without_numbers_has_parts(done: str, planned: str, end: str) -> None:
    """A sentence that says what follows opens a part in a report without numbers too."""
    text = (
        f"2023年柳溪镇妇联工作总结\n2023年，柳溪镇妇联在镇党委领导下开展工作。{end}{done}{end}"
        f"组织宣讲12场，参加人数860人。走访困难妇女45名。{end}{planned}{end}办好培训2期。新建微家3个。"
    )
    parts = segment(normalize(from_text(text))).parts
    assert [part.name for part in parts] == ["opening", "retrospective", "plan"]
