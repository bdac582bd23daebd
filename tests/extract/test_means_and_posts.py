"""Means, purposes, effects, posts and scopes (border cases 51 to 54)."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.extract.means import find_means
from govreport.extract.posts import find_posts


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("通过入户走访、发短信等方式宣传政策", ["入户走访、发短信等方式"]),
        ("采取分片包户的办法,走遍9个组", ["分片包户的办法"]),
        ("利用村广播宣传防溺水知识", ["村广播"]),
        ("依托村级组织活动场所建成书屋3个", ["村级组织活动场所"]),
        ("依托“妇女之家”每月组织学习", ["“妇女之家”"]),
        ("以清洁村莊为抓手,发动群众", ["清洁村莊"]),
        ("通过协调农技站,解决种苗2万株", ["协调农技站"]),
        ("利用重阳节开展慰问", []),
        ("以防灾减灾日为载体,开展演练", []),
        ("顺利通过市级验收", []),
        ("被省台采用12篇", []),
        ("实际利用外资3亿美元", []),
        ("将采取有力措施加以解决", []),
        ("秸秆综合利用率达到92%", []),
    ],
)
def test_means(told: str, wanted: list[str]) -> None:
    """A way, a medium or a place is the means; a day, a test that is passed and a rate are none."""
    assert [told[start:end] for start, end in find_means(told, 0, len(told))] == wanted


@pytest.mark.parametrize(
    ("told", "name", "wanted"),
    [
        ("成立了由分管副镇长任组长的工作专班", "", ["分管副镇长", "组长"]),
        ("由村支部书记罗水生同志担任理事长", "罗水生", ["村支部书记", "理事长"]),
        ("聘请退休法官3名担任调解员", "", ["调解员"]),
        ("以常务副会长为组长、村主任为副组长", "", ["常务副会长", "组长", "村主任", "副组长"]),
        ("请大学生当辅导员,每周两次", "", ["辅导员"]),
        ("社区主任苗翠花带头上门", "苗翠花", ["社区主任"]),
        ("选举产生主席1名、副主席2名", "", []),
        ("举办新任执委培训班2期", "", []),
        ("当选全国优秀辅导员", "", []),
        ("完成全年任务", "", []),
        ("聘任青年委员20名", "", []),
    ],
)
def test_posts(told: str, name: str, wanted: list[str]) -> None:
    """An office beside a name or taken up is a post; one that is trained or elected is none."""
    begin = told.find(name)
    persons = [(begin, begin + len(name))] if name else []
    assert [told[start:end] for start, end in find_posts(told, 0, len(told), persons)] == wanted


@pytest.mark.parametrize(
    ("told", "name", "wanted"),
    [
        ("在住宿、餐饮等行业建立妇联组织12个", "scope", ["住宿、餐饮等行业"]),
        ("在9个村建立妇联组织9个", "scope", []),
        ("推动餐饮行业商会换届2家", "scope", []),
        ("给来访的人让座，接待来访12人", "effect", []),
        ("为增强普法实效，举办讲座4场", "purpose", ["为增强普法实效"]),
        ("为独居老人安装烟感，接待来访12人", "purpose", []),
    ],
)
def test_scopes_effects_and_purposes(told: str, name: str, wanted: list[str]) -> None:
    """Fields and what for; places, an act of its own and whom it is for are none of these."""
    report = gr.analyze(gr.from_text(f"青河县妇联2019年工作总结\n一、主要工作\n{told}。\n"))
    assert report.statements
    assert [slot.text for one in report.statements for slot in one.slots.get(name, ())] == wanted
