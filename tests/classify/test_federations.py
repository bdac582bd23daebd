"""Whose report it is decides which work areas it is read by."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.classify.cues import Cues
from govreport.text.taxonomies import taxonomy_of


@pytest.mark.parametrize(
    ("told", "taxonomy"),
    [
        ("清源县妇女第十二次代表大会工作报告", "womens_federation"),
        ("清源县妇女代表大会", "womens_federation"),
        ("石桥镇妇委会", "womens_federation"),
        ("石桥村妇联2020年工作总结", "womens_federation"),
        ("清源县总工会", "trade_union"),
        ("关于召开分工会议的报告 清源县残工委", "disabled_federation"),
        ("团区委2021年工作总结", "youth_league"),
        ("团县委", "youth_league"),
        ("石桥街道团工委", "youth_league"),
        ("清源县少工委", "youth_league"),
        ("清源集团委托清源县人民政府", "government_report"),
        ("清源县书法家协会", "literary_arts"),
        ("清源县总商会", "industry_commerce"),
        ("清源区人民政府侨务办公室", "overseas_chinese"),
        ("清源县计划生育协会", "family_planning_association"),
        ("石桥村2020年工作总结", "village_committee"),
        ("石桥村年度工作总结", "village_committee"),
        ("石桥社区居委会", "village_committee"),
        ("石桥镇人民政府", "government_report"),
    ],
)
def test_by_unit_or_title(told: str, taxonomy: str) -> None:
    """A federation is known by each of its usual names; words that only look like one are none."""
    assert taxonomy_of(told).id == taxonomy
    assert taxonomy_of(None, told).id == taxonomy


@pytest.mark.parametrize("title", ["驻村工作总结", "包村工作总结", "农村工作总结"])
def test_work_in_a_village_is_not_a_village_committee(title: str) -> None:
    """Who was sent into a village does not report as its committee."""
    assert taxonomy_of(None, title).id != "village_committee"


@pytest.mark.parametrize(
    ("text", "taxonomy"),
    [
        ("在县委、县政府的领导下，在镇政府的支持下，我会服务残疾人。镇残联帮扶5户。", "disabled_federation"),
        ("各位代表：现在，我代表镇人民政府报告工作。支持工会、共青团、妇联开展工作。", "government_report"),
        ("我村两委带领群众，我村集体收入12万元。村妇联配合。", "village_committee"),
        ("同心协力，再创佳绩。", "womens_federation"),
    ],
)
def test_by_whom_the_text_names(text: str, taxonomy: str) -> None:
    """Everyone is led by a government: it reports only where it says so."""
    assert taxonomy_of(None, "工作总结", text).id == taxonomy


@pytest.mark.parametrize(
    ("unit", "heading", "text", "area"),
    [
        ("县妇联", "开展活动", "转移农村女劳动力320人进城务工", "entrepreneurship-employment"),
        ("县妇联", "开展活动", "配合人大开展妇女权益法规执法检查", "rights-protection"),
        ("县妇联", "开展活动", "倡导文明祭祀、丧事简办", "family-civility"),
        ("县妇联", "移风易俗", "倡导文明祭祀，减少大操大办", "family-civility"),
        ("县总工会", "经济技术创新", "职工提合理化建议120条", "labour-emulation"),
        ("县总工会", "送清凉", "为一线职工送去防暑降温用品300份", "relief-service"),
        ("县残联", "康复工作", "检查督导白内障复明手术", "rehabilitation"),
        ("县计生协", "计生家庭保险", "办理计生家庭保险600份", "insurance"),
        ("团县委", "青年文化生活", "举办文化节、运动会2场", "ideology"),
        ("县文联", "采风创作", "组织作家采风，出版散文集1部", "creation"),
        ("县科协", "科技下乡", "培育科技示范户30户", "science-literacy"),
        ("县侨联", "经贸合作", "参加投洽会，推介招商项目6个", "economic"),
    ],
)
def test_the_words_of_each_field(unit: str, heading: str, text: str, area: str) -> None:
    """What each federation calls its own work is known to its areas."""
    report = gr.analyze(gr.from_text(f"清源{unit}2020年工作总结\n一、{heading}\n{text}。\n"))
    assert report.statements[0].areas[0].area_id == area


def test_words_within_other_words_say_nothing() -> None:
    """党工委 is no 妇儿工委, 会改选 no reform of the federation, 文件精神 no mental illness."""
    for federation, text, area in [
        ("womens_federation", "街道党工委书记", "outline-coordination"),
        ("womens_federation", "村委会改选", "grassroots-organization"),
        ("womens_federation", "儿童健康成长", "health-welfare"),
        ("disabled_federation", "传达会议精神", "rehabilitation"),
        ("disabled_federation", "提供保证", "certificates"),
        ("youth_league", "志愿服务队", "young-pioneers"),
    ]:
        cues = Cues(gr.load_taxonomy(federation))
        owners = {owner for hit in cues.find(text) for owner, _ in cues.owners(hit.word)}
        assert area not in owners, text


def test_an_area_is_called_what_its_own_federation_calls_it() -> None:
    """An id that stands in several taxonomies has the name of the one that the report was read by."""
    text = "共青团清源县委2020年工作总结\n一、加强组织建设\n新建基层团组织12个，发展团员300名。\n"
    report = gr.analyze(gr.from_text(text))
    assert report.sections[0].areas[0].area_id == "organization"
    assert "团组织与团员队伍" in report.to_html(lang="zh-Hans")
    assert "专门协会" not in report.to_html(lang="zh-Hans")


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("接待外省妇联考察团来访3批", "liaison-exchange"),
        ("接待妇女来信来访34件", "rights-protection"),
        ("县妇联接待来访群众61人次", "rights-protection"),
    ],
)
def test_guests_who_visit_are_no_complaints(text: str, area: str) -> None:
    """来访 is said of both: of a delegation it is exchange."""
    report = gr.analyze(gr.from_text(f"柳河县妇联2020年工作总结\n一、主要工作\n{text}。\n"))
    assert report.statements[0].areas[0].area_id == area
