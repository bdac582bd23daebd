"""Who is helped, where, who has to act, what is admitted: invented sentences."""

from __future__ import annotations

import pytest

import govreport as gr
from govreport.model import DateValue, Statement

FIRST = "举办培训班3期，培训120人次。"


def report(done: str = "", planned: str = "") -> list[Statement]:
    """Return what a report says beside ``FIRST`` of its year, and of the next."""
    title = "青河县残联2017年工作总结及2018年工作计划"
    past, next_ = (
        f"一年来，主要做了以下工作。\n一、主要工作\n{FIRST}{done}",
        "下一步工作打算：\n一、主要任务\n",
    )
    text = f"{title}\n{past}\n{next_}{FIRST}{planned}\n"
    return [one for one in gr.analyze(gr.from_text(text)).statements if one.text not in FIRST]


@pytest.mark.parametrize(
    ("said", "helped"),
    [
        ("春节前走访慰问困难职工和退休劳模412户。", "困难职工和退休劳模"),
        ("资助困难职工子女73名。", "困难职工子女"),
        ("转移低洼处的群众216人。", "低洼处的群众"),
        ("为行动不便的老人唱一出堂会。", "行动不便的老人"),
        ("帮助56名农民工追回欠薪120万元。", "农民工"),
        ("把棉被送到困难老人和孤儿手中。", "困难老人和孤儿"),
        ("替隔离户代买药品620单。", "隔离户"),
        ("为全县妇女儿童做实事12件。", "全县妇女儿童"),
        ("为80岁以上老归侨发放补贴3万元。", "80岁以上老归侨"),
    ],
)
def test_who_is_helped_is_the_beneficiary(said: str, helped: str) -> None:
    """Behind a verb of help and behind 为, without the number that follows."""
    assert [slot.text for slot in report(said)[0].slots["beneficiary"]] == [helped]


@pytest.mark.parametrize("said", ["培训残疾人120人。", "落实帮扶责任人30名。", "对干部作风进行整顿2次。"])
def test_who_is_trained_or_appointed_is_no_beneficiary(said: str) -> None:
    """Border case 38: they are the object."""
    assert "beneficiary" not in report(said)[0].slots


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("在中心广场设立咨询台3个。", "中心广场"),
        ("在县电视台开设专栏1个。", "县电视台"),
        ("送戏到敬老院、工地演出12场。", "敬老院、工地"),
        ("组织团员40名到烈士陵园扫墓。", "烈士陵园"),
        ("在街道文化活动中心举办展演3场。", "街道文化活动中心"),
        ("在村公示栏张贴名单4份。", "村公示栏"),
        ("深入各乡镇、园区和企业开展调研3次。", "各乡镇、园区和企业"),
        ("组织会员25人赴东海、南江考察2次。", "东海、南江"),
        ("联合派出所在镇农贸市场设立咨询台3个。", "镇农贸市场"),
        ("深入学校周边开展整治6次。", "学校周边"),
        ("在13个村（社区）开展创建活动5次。", "13个村（社区）"),
        ("沿河道两侧栽种花草2000株。", "河道两侧"),
        ("深入农村、社区开展宣讲28场。", "农村、社区"),
        ("先后6次赴东海、南江等地招商。", "东海、南江等地"),
        ("到东海、南江学习考察2次。", "东海、南江"),
        ("在东湾、南湾两村建设小花园12个。", "东湾、南湾两村"),
        ("在驿站、渡口等处建成服务站5个。", "驿站、渡口等处"),
        ("深入12个市州开展宣讲60场。", "12个市州"),
        ("把旧衣送到县再生资源公司处理3次。", "县再生资源公司"),
        ("在12个村（社区）儿童之家开办托管班4个。", "12个村（社区）儿童之家"),
        ("重阳节于县老年大学举行茶话会2场。", "县老年大学"),
    ],
)
def test_the_place_of_an_act_is_its_venue(said: str, place: str) -> None:
    """The whole name, several in one."""
    assert [slot.text for slot in report(said)[0].slots["venue"]] == [place]


@pytest.mark.parametrize(
    "said",
    [
        "每年达到县级标准。",
        "得到了群众的好评。",
        "把移风易俗写进村规民约。",
        "到2025年新增示范基地5个。",
        "深入开展文明村创建活动2次。",
        "增加到28台。",
    ],
)
def test_what_is_reached_is_no_venue(said: str) -> None:
    """达到, 得到 and 写进 go to no place, and neither does an act behind 深入."""
    assert all("venue" not in statement.slots for statement in report(said))


@pytest.mark.parametrize(
    ("said", "body"),
    [
        ("联合市地税局、市财政局每季度开展检查2次。", "市地税局、市财政局"),
        ("会同县民政局全面落实补贴30户。", "县民政局"),
        ("配合村“两委”做好征缴120户。", "村“两委”"),
        ("会同市妇幼保健院专家举办讲座4场。", "市妇幼保健院专家"),
        ("县残联与县融媒体中心开设专栏2个。", "县融媒体中心"),
        ("会同镇综治办、司法所调处纠纷17件。", "镇综治办、司法所"),
        ("与9家银行签订协议9份。", "9家银行"),
        ("同农商银行开发新产品3个。", "农商银行"),
        ("加强与金融部门的沟通协调3次。", "金融部门"),
        ("协助派出所出具告诫书2份。", "派出所"),
    ],
)
def test_who_joins_in_is_the_partner(said: str, body: str) -> None:
    """Whatever the act behind is; several bodies are one mark."""
    assert [slot.text for slot in report(said)[0].slots["partner"]] == [body]


def test_a_joint_trade_union_is_no_partner() -> None:
    """行业联合工会 is one name."""
    assert all("partner" not in one.slots for one in report("成立快递行业联合工会2家。"))


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ("各乡镇残联要完成换证工作。", "required"),
        ("6月底前，各村须建立台账。", "required"),
        ("要求各单位建立台账。", "required"),
        ("县残联要完成换证工作。", "planned"),
    ],
)
def test_what_others_have_to_do_is_required(said: str, status: str) -> None:
    """Border case 14."""
    assert {statement.status for statement in report(planned=said)} == {status}


@pytest.mark.parametrize(
    "said",
    [
        "我们也清醒地看到，经济总量偏小的问题依然突出，个别干部担当精神不够。",
        "康复中心未能按期开工。",
    ],
)
def test_what_is_admitted_is_a_problem(said: str) -> None:
    """Also outside the part on problems."""
    found = report(said)
    assert found[0].kind == "problem"
    assert all(statement.kind == "problem" for statement in found)


@pytest.mark.parametrize(
    ("planned", "first"),
    [
        ("明年上半年建成康复站2个。", "2018-01-01"),
        ("今年召开推进会。明年上半年建成康复站2个。", "2019-01-01"),
    ],
)
def test_next_year_is_counted_from_the_year_of_writing(planned: str, first: str) -> None:
    """In a plan for 2018 within a report on 2017 明年 is 2018, unless 2018 is called 今年 there."""
    deadlines = [slot.value for s in report(planned=planned) for slot in s.slots.get("deadline", ())]
    values = [value for value in deadlines if isinstance(value, DateValue)]
    assert values[-1].first == first


@pytest.mark.parametrize(
    "said", ["没有发现漏登现象。", "要求各村建立工作台账。", "发放《反家庭暴力法》宣传单500份。"]
)
def test_no_slot_cuts_a_word_or_is_a_mark(said: str) -> None:
    """An act is whole words (发现, 建立), and a mark alone is no object."""
    for statement in report(said):
        assert not {"发", "建"} & {slot.text for slot in statement.slots.get("action", ())}
        assert all(slot.text != "《" for slots in statement.slots.values() for slot in slots)


@pytest.mark.parametrize(
    ("said", "occasion"),
    [
        ("“六一”前夕，走访慰问困境儿童35名。", "“六一”前夕"),
        ("第三十三次全国助残日，在广场举办主场活动1场。", "第三十三次全国助残日"),
        ("暑假期间组织留守儿童夏令营2期。", "暑假期间"),
        ("五四当天开展志愿服务3场。", "五四当天"),
    ],
)
def test_a_festival_in_front_is_the_occasion(said: str, occasion: str) -> None:
    """Named days and seasons, with what tells before or after."""
    text = f"青河县妇联2021年工作总结\n一、主要工作\n{said}{FIRST}\n"
    first = gr.analyze(gr.from_text(text)).statements[0]
    assert [slot.text for slot in first.slots["occasion"]] == [occasion]


@pytest.mark.parametrize(
    ("said", "actor"),
    [
        ("积极组织全乡妇女干部学习全会精神。", None),
        ("充分发挥各级妇联的桥梁作用，举办活动3场。", None),
        ("努力提高妇联工作水平。", None),
        ("按照县委要求，开展宣讲12场。", None),
        ("我县共举办讲座3场。", "我县"),
        ("我街道举办招聘会3场。", "我街道"),
        ("青河县志愿服务队走访残疾人120名。", "青河县志愿服务队"),
        ("县残联举办培训班5期。", "县残联"),
    ],
)
def test_who_acts_is_a_body_or_a_person(said: str, actor: str | None) -> None:
    """A verb before the name of a body is no part of it: 积极组织 is no organization, 努力 is nobody."""
    named = [slot.text for slot in report(said)[0].slots.get("actor", ()) if slot.span is not None]
    assert named == ([actor] if actor else [])


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("省妇女儿童发展基金会募集物资5680万元。", "省妇女儿童发展基金会"),
        ("县女企业家协会捐款22万元。", "县女企业家协会"),
        ("各级残联干部要带头上门走访10户。", "各级残联干部"),
        ("县残联指导县盲人协会换届1次。", "县残联"),
    ],
)
def test_who_acts_has_the_whole_name(said: str, who: str) -> None:
    """As far as the predicate, and no further."""
    assert [slot.text for slot in report(planned=said)[0].slots["actor"]] == [who]


@pytest.mark.parametrize(
    ("said", "when"),
    [
        ("在县电视台播出助残专题节目6期。", []),
        ("在全市开展“最美家庭”寻找活动5次。", []),
        ("借助全国科普日组织科普展览5场。", ["全国科普日"]),
        ("结合“安全生产月”开展应急演练9次。", ["“安全生产月”"]),
    ],
)
def test_an_occasion_holds_no_act(said: str, when: list[str]) -> None:
    """What is done somewhere is no occasion; a quotation that ends with day or month is one."""
    assert [slot.text for slot in report(said)[0].slots.get("occasion", ())] == when


@pytest.mark.parametrize("said", ["联合团县委开展普法宣传12场。", "与团县委联合举办联谊会2场。"])
def test_a_committee_of_the_league_joins_in(said: str) -> None:
    """团县委 is a body as 团委 is."""
    found = report(said)[0].slots
    assert [slot.text for slot in found["partner"]] == ["团县委"]
    assert found["actor"][0].span is None


@pytest.mark.parametrize(
    ("said", "slot", "wanted"),
    [
        ("重阳节前夕看望老党员48人。", "occasion", "重阳节前夕"),
        ("世界环境日前后开展护河行动3次。", "occasion", "世界环境日前后"),
        ("与县委宣传部共同举办汇演1场。", "partner", "县委宣传部"),
        ("为视障人士录制有声书60部。", "beneficiary", "视障人士"),
        ("进社区、进校园开展宣讲20场。", "venue", "社区、进校园"),
        ("依托县职业中学开办缝纫培训班3期。", "partner", "县职业中学"),
        ("联系爱心企业资助学生73名。", "partner", "爱心企业"),
        ("请来县农技站技术员讲授果树栽培4课。", "partner", "县农技站技术员"),
    ],
)
def test_names_are_drawn_to_their_end(said: str, slot: str, wanted: str) -> None:
    """Guide 40, 47 and 51: what belongs to a name, and bodies that an act rests on."""
    assert wanted in [one.text for one in report(said)[0].slots[slot]]


@pytest.mark.parametrize("said", ["联系服务企业85家。", "依托妇女之家开展活动12次。", "联系困难户30户。"])
def test_whom_or_what_one_looks_after_joins_in_nothing(said: str) -> None:
    """Whom one is in touch with is the object, a place of the own is the means."""
    assert "partner" not in report(said)[0].slots
