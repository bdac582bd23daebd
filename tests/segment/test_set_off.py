"""Short headings that a list sets off by a mark: sentences made for these tests."""

from __future__ import annotations

import pytest

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment

ITEMS = [
    ("组织建设", "完成9个村妇联改选，选出主席9名"),
    ("维权服务", "接访16次，调解成功率92%"),
    ("关爱帮扶", "慰问困难家庭52户，送去米面104袋"),
    ("家庭教育", "举办讲座8场，参加家长610人"),
]


def headings(text: str) -> list[str]:
    """Return the headings of the sections found."""
    return [section.heading for section in segment(normalize(from_text(text))).sections]


@pytest.mark.parametrize("marker", ["（{}）", "{}、"])
@pytest.mark.parametrize(("mark", "end"), [("：", "\n"), ("。", "\n"), (" ", "\n"), (" ", " ")])
def test_a_list_sets_its_headings_off_by_a_mark(marker: str, mark: str, end: str) -> None:
    """A few words before a colon or a blank in each item of a list are its headings."""
    items = [
        f"{marker.format(n)}{head}{mark}{body}。" for n, (head, body) in zip("一二三四", ITEMS, strict=True)
    ]
    text = f"2023年河湾乡妇联工作总结{end}一年来，乡妇联做了以下工作：{end}" + end.join(items)
    assert headings(text) == [head for head, _ in ITEMS]


def test_what_announces_a_list_is_no_heading() -> None:
    """会议指出: and 会议要求: open a sentence."""
    text = (
        "2023年河湾乡妇联工作总结\n一、学习情况\n1.会议指出：要把妇女工作放在心上，把各项任务落到实处。\n"
        "2.会议要求：要按时上报进展情况，不得拖延推诿。\n"
    )
    assert headings(text) == ["学习情况", "", ""]


@pytest.mark.parametrize("marker", ["（{}）", "{}、"])
def test_headings_of_one_length_run_into_their_bodies(marker: str) -> None:
    """Four short headings of one length, with no mark behind them, are headings together."""
    items = [
        ("建会入会", "全年新建企业工会14家，发展会员1260人"),
        ("困难帮扶", "两节期间慰问困难职工58户，发放慰问金8.7万元"),
        ("劳动竞赛", "组织6家企业320名职工参加焊工技能比武"),
        ("权益维护", "调处劳动争议23件，为职工追回欠薪61万元"),
    ]
    lines = [f"{marker.format(n)}{head}{body}。" for n, (head, body) in zip("一二三四", items, strict=True)]
    text = "河口街道工会2023年工作总结\n街道工会围绕职工所盼开展工作。\n" + "\n".join(lines)
    assert headings(text) == [head for head, _ in items]


def test_headings_of_one_length_below_two_chapters() -> None:
    """经济发展 opens no sentence, though 经 alone may; the lists of both chapters speak for each other."""
    text = (
        "高桥镇2023年工作总结及2024年工作计划2023年高桥镇平稳发展。一、2023年工作总结1、经济发展全镇实现产值42亿元。"
        "2、城镇建设改造老街1.2公里,新增停车位260个。3、民生保障发放救助金310万元,惠及2300人。二、2024年工作计划"
        "1、做强产业引进项目5个。2、做美城镇完成滨河公园建设。3、做实民生新建幼儿园1所。"
    )
    found = [heading for heading in headings(text) if not heading.startswith("20")]
    assert found == ["经济发展", "城镇建设", "民生保障", "做强产业", "做美城镇", "做实民生"]


def test_a_count_alone_is_no_body() -> None:
    """No heading ends before 5个。"""
    text = "一、继续抓好阵地建设，年内新建妇女微家5个。\n二、继续抓好培训，举办家政培训4期。\n"
    lead = "2023年柳溪镇妇联工作总结\n2024年，我们将重点抓好以下工作：\n"
    assert all(not heading.endswith("妇女微家") for heading in headings(lead + text))


@pytest.mark.parametrize(
    "items",
    [
        (
            "发放宣传资料1200份，解答咨询86人次",
            "举办健康讲座6场，到场妇女430人",
            "走访困难家庭52户，送去米面104袋",
            "调解家庭纠纷21起，成功19起",
        ),
        (
            "组织妇女参加义务植树，栽下树苗600棵",
            "发动群众清理房前屋后，运走垃圾30车",
            "协助村里调解邻里纠纷，当场和好7家",
            "帮助农户申请贴息贷款，到账58万元",
        ),
        ("活动经费不足，全年只有两万元", "年轻骨干太少，平均年龄五十岁", "宣传方式陈旧，多数还靠发传单"),
        ("联合派出所上门回访重点家庭16户", "会同司法所接待来访群众38人次", "配合卫生院组织妇女体检412人"),
    ],
)
def test_sentences_of_a_list_have_no_headings(items: tuple[str, ...]) -> None:
    """Sentences whose first words happen to be equally long are sentences."""
    lines = [f"{n}、{item}。" for n, item in enumerate(items, 1)]
    text = "2023年河湾乡妇联工作总结\n一年来，乡妇联做了以下工作：\n" + "\n".join(lines)
    assert headings(text) == [""] * len(items)


def test_short_sentences_with_nothing_below_are_items() -> None:
    """1.办好大学习。 is an item of a list; one without a body among headings with bodies is a heading."""
    items = "一、政治引领\n1.办好大学习。\n2.办好大宣讲。\n二、建功立业\n3.办好招聘会。\n4.办好创业赛。\n"
    assert headings("2024年河湾县妇联工作要点\n" + items) == ["政治引领", "", "", "建功立业", "", ""]
    mixed = (
        "一、强化学习。组织学习12次，人人写心得。\n二、强化维权。\n三、强化保障。落实经费6万元，配齐桌椅。\n"
    )
    assert headings("2023年河湾乡妇联工作总结\n" + mixed) == ["强化学习", "强化维权", "强化保障"]


def test_wants_told_in_one_sentence_have_no_heading() -> None:
    """The last want of a list is a sentence too, though the first alone has a comma."""
    text = (
        "2022年新河镇残联工作总结\n一、落实政策。发放补贴1186人，金额142万元。\n二、康复训练。建立康复站1个，训练48人。\n"
        "虽然取得了一定成绩，但也存在一些问题和不足：\n一、宣传力度不够，群众对政策不了解。\n二、器具需求摸底不准。\n"
    )
    assert headings(text) == ["落实政策", "康复训练", "", ""]


def test_two_characters_and_a_full_stop_are_a_heading() -> None:
    """Every item of a list has one, so that it is one, though a list within runs on."""
    text = (
        "2018年西山区妇联工作总结\n一、政治引领\n1.宣讲。宣讲30场。\n（1）进村社12场。\n（2）进企业18场。\n"
        "2.典型。表彰20人。\n二、创业就业\n1.培训。培训8期。\n2.贷款。发放贷款320万元。\n"
    )
    assert [heading for heading in headings(text) if heading] == [
        "政治引领", "宣讲", "典型", "创业就业", "培训", "贷款",
    ]  # fmt: skip
