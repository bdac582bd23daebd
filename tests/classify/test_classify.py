"""Which work area a section or statement belongs to, and where the borders run."""

from __future__ import annotations

from pathlib import Path

import pytest

import govreport as gr
from govreport.classify.cues import Cues
from govreport.errors import UsageError


@pytest.mark.parametrize(
    ("heading", "text", "area"),
    [
        ("开展活动", "三八维权周开展法律宣传2场", "rights-protection"),
        ("开展活动", "三八妇女节举办文艺汇演1场", "ideology-culture"),
        ("开展活动", "举办育婴技能培训班2期", "entrepreneurship-employment"),
        ("开展活动", "开展村妇联执委培训2期", "grassroots-organization"),
        ("健全志愿服务体系", "组建志愿服务队5支", "volunteer-service"),
        ("开展活动", "建设妇女儿童之家2所", "grassroots-organization"),
        ("开展活动", "建成儿童之家2所", "children-care"),
        ("开展活动", "创建美丽庭院20户", "rural-revitalization"),
        ("开展活动", "接待来信来访9件，化解纠纷8起", "rights-protection"),
        ("开展活动", "召开成员单位联席会议2次，落实两纲指标", "outline-coordination"),
    ],
)
def test_borders(heading: str, text: str, area: str) -> None:
    """The object decides, not the occasion, and the longest cue wins."""
    report = gr.analyze(gr.from_text(f"清源縣婦聯2020年工作總結\n一、{heading}\n{text}。\n"))
    assert report.statements[0].areas[0].area_id == area


def test_the_heading_decides_for_its_section() -> None:
    """A section on volunteers stays theirs, also where they mediate disputes."""
    text = (
        "清源縣婦聯2020年工作總結\n一、健全志願服務體系\n"
        "組建巾幗志願服務隊2支，登記志願者80人。志願者調解糾紛9起。\n"
    )
    assert gr.analyze(gr.from_text(text)).sections[0].areas[0].area_id == "volunteer-service"


@pytest.mark.parametrize("text", ["同心协力，促进发展", "凝心聚力，再创佳绩"])
def test_it_abstains(text: str) -> None:
    """Words that belong to no area get none."""
    report = gr.analyze(gr.from_text(f"清源县妇联2020年工作总结\n一、再接再厉\n{text}。\n"))
    assert report.sections[0].areas == ()


def test_probabilities_are_those_of_one_choice() -> None:
    """Areas come from the most probable on, three at most, and together they are no more than certain."""
    text = (
        "清源县妇联2020年工作总结\n一、关爱妇女儿童\n走访困难妇女12户，资助留守儿童30名，举办两癌筛查讲座。\n"
    )
    areas = gr.analyze(gr.from_text(text)).sections[0].areas
    assert 1 <= len(areas) <= 3
    assert [area.probability for area in areas] == sorted((a.probability for a in areas), reverse=True)
    assert sum(area.probability for area in areas) <= 1


def test_a_taxonomy_of_the_user(tmp_path: Path) -> None:
    """A TOML file of the same shape takes the place of the built-in one."""
    file = tmp_path / "own.toml"
    file.write_text('id = "own"\n[[areas]]\nid = "water"\nstrong = ["河道清淤"]\n', encoding="utf-8")
    report = gr.analyze(gr.from_text("一、水利\n组织河道清淤3次。"), taxonomy=gr.load_taxonomy(file))
    assert report.statements[0].areas[0].area_id == "water"


def test_a_taxonomy_of_examples_alone(tmp_path: Path) -> None:
    """An area that has examples is found by what is told like them; a codebook may be in either script."""
    file = tmp_path / "own.toml"
    file.write_text(
        'id = "own"\n[[areas]]\nid = "water"\nexamples = ["組織群眾清理河道淤泥", "修復被洪水沖毀的堤壩"]\n'
        '[[areas]]\nid = "roads"\nexamples = ["硬化通往各組的道路", "修補破損的路面"]\n',
        encoding="utf-8",
    )
    text = "一、大事\n组织各村清理河道3次。\n硬化通组道路12公里。\n慰问老党员5名。\n"
    report = gr.analyze(gr.from_text(text), taxonomy=gr.load_taxonomy(file))
    assert [one.areas[0].area_id if one.areas else None for one in report.statements][:2] == [
        "water",
        "roads",
    ]


@pytest.mark.parametrize(
    ("year", "area"), [(2005, "women-health"), (2015, "women-security"), (2023, "women-security")]
)
def test_an_outline_is_that_of_its_years(year: int, area: str) -> None:
    """Social security is a field of the outlines since 2011: before, no part of a report is given to it."""
    text = f"{year}年工作总结\n一、为困难妇女提供救助\n妇女参加生育保险、医疗保险3200人，体检900人。\n"
    report = gr.analyze(gr.from_text(text), taxonomy=gr.load_taxonomy("womens_outline"))
    given = {one.area_id for one in report.statements[0].areas}
    assert ("women-security" in given) == (year >= 2011)
    assert area in given


def test_an_unknown_taxonomy_is_named() -> None:
    """The message lists those that are built in."""
    with pytest.raises(UsageError, match="womens_federation"):
        gr.load_taxonomy("no-such-taxonomy")
    assert "womens_federation" in gr.taxonomies()


def test_the_areas_are_those_of_the_unit_that_reports() -> None:
    """A trade union's report is read by a trade union's work areas, a report without unit by the default."""
    body = "一、开展集体协商\n签订工资专项集体合同12份。\n二、维护妇女权益\n调解婚姻家庭纠纷3件。"
    union = gr.analyze(gr.from_text("清源縣總工會2020年工作總結\n" + body))
    women = gr.analyze(gr.from_text("清源縣婦聯2020年工作總結\n" + body))
    assert union.sections[0].areas[0].area_id == "rights-relations"
    assert women.sections[1].areas[0].area_id == "rights-protection"


def test_many_cues_are_read_in_linear_time() -> None:
    """Cues are laid on a mask, not compared with each other: half a million of them are no trouble."""
    cues = Cues(gr.load_taxonomy("womens_federation"))
    found = cues.find("为妇女儿童维权调解纠纷" * 50_000)
    assert len(found) >= 100_000


def test_the_words_that_decided_are_told() -> None:
    """Each area names its words in the submitted text; those of a purpose decide nothing."""
    text = (
        "石橋鎮婦聯2019年工作總結\n一、加強維權,促進和諧\n調處糾紛6起。舉辦家政技能培訓班3期。\n"
        "為維護婦女合法權益，建設婦女之家、婦女微家2所。\n走訪了12個村，上門勸說18次。\n"
    )
    report = gr.analyze(gr.from_text(text))
    assert [text[slice(*term)] for term in report.sections[0].area_terms] == ["維權"]
    told = {
        statement.text[:4]: (
            statement.areas[0].area_id,
            [text[slice(*term)] for term in statement.area_terms],
        )
        for statement in report.statements
        if statement.areas
    }
    assert told["舉辦家政"] == ("entrepreneurship-employment", ["家政技能培訓"])
    assert told["建設婦女"] == ("grassroots-organization", ["婦女之家", "婦女微家"])
    assert told["上門勸說"] == ("rights-protection", [])


def test_a_taxonomy_may_be_an_id_or_a_file(tmp_path: Path) -> None:
    """What ``load_taxonomy`` takes is taken wherever areas are asked for; a wrong name is told."""
    file = tmp_path / "ours.toml"
    file.write_text('id = "ours"\n[[areas]]\nid = "care"\nstrong = ["养老"]\n', encoding="utf-8")
    document = gr.from_text("青河县妇联2021年工作总结\n一、抓好养老服务\n全年办养老食堂3个。\n")
    for given in (file, str(file), gr.load_taxonomy(file)):
        assert gr.analyze(document, taxonomy=given).sections[0].areas[0].area_id == "care"
    assert gr.analyze(document, taxonomy="womens_outline").sections
    with pytest.raises(gr.UsageError, match="no taxonomy 'women'"):
        gr.analyze(document, taxonomy="women")
