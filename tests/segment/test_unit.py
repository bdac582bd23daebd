"""The unit that reports is named by its own report, and never taken from who leads, helps or was founded."""

from __future__ import annotations

import pytest

import govreport as gr

BODY = "\n一、抓培训\n举办培训班3期。\n"


@pytest.mark.parametrize(
    ("opening", "unit"),
    [
        ("云溪县妇联2021年工作总结\n一年来成效明显。", "云溪县妇联"),
        ("红石县市场监督管理局2021年工作总结\n一年来成效明显。", "红石县市场监督管理局"),
        ("2021年县农业农村局工作总结\n一年来成效明显。", "县农业农村局"),
        ("雲溪縣衛生健康局2021年工作總結\n一年來成效明顯。", "雲溪縣衛生健康局"),
        ("团清河市委2021年工作总结\n一年来成效明显。", "团清河市委"),
        ("白石县归国华侨联合会2021年工作总结\n一年来成效明显。", "白石县归国华侨联合会"),
        ("云溪县人民医院工会2021年工作总结\n一年来成效明显。", "云溪县人民医院工会"),
        ("围绕中心工作2021年工作总结\n一年来成效明显。", None),
        ("和平镇妇联2021年工作总结\n一年来成效明显。", "和平镇妇联"),
        ("2021年和平镇妇联工作总结\n一年来成效明显。", "和平镇妇联"),
        ("2021年工作总结\n在云溪县妇联的指导下,石桥镇妇联认真履职。", "石桥镇妇联"),
        ("2021年工作总结\n在云溪县妇联的精心指导和大力支持下,我镇妇联认真履职。", None),
        ("2021年工作总结\n在白石镇党委和镇政府的正确领导下,我镇妇联认真履职。", None),
        ("2021年工作总结\n深入贯彻落实省委省政府部署,各项工作有序开展。", None),
        ("2021年工作总结\n各省、自治区、直辖市人民政府都很重视。", None),
        ("2021年工作总结\n以下是小编为大家整理的乡镇妇联工作。", None),
        ("2021年工作总结\n石桥镇妇联帮助困难妇女,关心留守儿童。", "石桥镇妇联"),
        ("2021年工作总结\n按照云溪县妇联工作部署,我镇妇联认真履职。", None),
        ("2021年工作總結\n各位代表,現在,我代表石橋鎮婦聯作工作報告。", "石橋鎮婦聯"),
        ("2021年工作报告\nXX新区总工会按照市总工会部署,认真履职。", "XX新区总工会"),
        ("街道2021年工作总结\n一年来成效明显。", None),
        ("2021年工作总结\n县委召开全县工会共青团妇联工作会议,我会认真履职。", None),
        ("乡镇政府换届工作报告乡镇政府换届工作报告各位代表:", None),
        ("换届工作报告\n各位代表:现在,我受镇人民政府委托,作政府工作报告。", "镇人民政府"),
        ("2021年工作总结\n议事会成员任期与村妇联执委会任期一致。", None),
        ("2021年工作总结\n选举产生我镇妇女联合会第三届执委会,服从镇党委工作大局。", None),
        ("工作报告\n我代表XXX妇女联合会第二届执委会作工作报告。", "XXX妇女联合会"),
        ("—云溪县妇联第三次代表大会工作报告\n一年来成效明显。", "云溪县妇联"),
        ("团委2020年上半年工作总结\n2020年上半年,区团委在区委的领导下认真履职。", "区团委"),
        ("街道社区2020年妇联工作总结\n2020年,社区妇联在街道妇联的领导下认真履职。", "社区妇联"),
    ],
)
def test_the_unit_is_who_reports(opening: str, unit: str | None) -> None:
    """Superiors, everyone's units and half a sentence are no names."""
    assert gr.analyze(gr.from_text(opening + BODY)).unit == unit


def test_who_is_named_in_a_section_does_not_report() -> None:
    """What was founded or visited under the first heading is somebody else."""
    text = "街道2021年工作总结\n一、抓党建\n推动成立新河码头园区党委。\n联合白石镇团委慰问老人。\n"
    assert gr.analyze(gr.from_text(text)).unit is None


@pytest.mark.parametrize(
    ("text", "taxonomy"),
    [
        ("残疾人联合会工作总结\n一、抓康复\n适配辅具35件。\n", "disabled_federation"),
        ("工作总结\n在镇政府支持下,我镇工会认真履职。\n一、抓维权\n镇工会调解欠薪3起。\n", "trade_union"),
        ("街道2021年工作总结\n一、抓党建\n举办培训班3期。\n", "womens_federation"),
    ],
)
def test_the_areas_are_those_of_whom_the_text_speaks(text: str, taxonomy: str) -> None:
    """Where no unit is named the title tells whose report it is, or whom the text names most."""
    from govreport.text.taxonomies import load_taxonomy

    known = {area.id for area in load_taxonomy(taxonomy).areas}
    found = {area.area_id for section in gr.analyze(gr.from_text(text)).sections for area in section.areas}
    assert found <= known
    assert found


def test_a_day_that_is_left_blank_names_no_year() -> None:
    """2014年 月 日 stands where the day of a meeting is filled in: the report is on the year it reviews."""
    text = (
        "镇政府工作报告\n2014年 月 日\n镇长\n各位代表:\n我代表镇人民政府报告工作。\n2013年工作回顾\n" + BODY
    )
    assert gr.analyze(gr.from_text(text)).year == 2013
