"""What the rules flag, and what they leave alone."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings

import govreport as gr
from govreport.text.lexicon import load_table, read_data
from tests.strategies import any_texts

HEAD = "云溪县妇联{year}年工作总结\n一、维护权益\n"
TITLE = "云溪县妇联2021年工作总结及2022年工作计划\n"


def codes(text: str) -> dict[str, list[str]]:
    """Return the quotes of the first evidence of each flag, by code."""
    report = gr.analyze(gr.from_text(text))
    found: dict[str, list[str]] = {}
    for flag in report.flags:
        found.setdefault(flag.code, []).append(flag.evidence[0].span.of(report.document.text))
    return found


@pytest.mark.parametrize(
    ("text", "code", "quote"),
    [
        ("XX村妇联举办培训3期。", "placeholder", "XX村"),
        ("某鎮開展活動。", "placeholder", "某鎮"),
        ("发放资料XX份。", "placeholder", "XX份"),
        ("慰問職工x名。", "placeholder", "x名"),
        ("募集善款**余万元。", "placeholder", "**余万元"),
        ("以“巾帼文明“活动为载体。", "unbalanced-mark", "“巾帼文明“"),
        ("贯彻《妇女儿童保护法》。", "unknown-law", "《妇女儿童保护法》"),
        ("坚持「熱心、耐心」等四心服務。", "promised-count", "「熱心、耐心」等四心"),
        ("2月30日开展宣传。", "impossible-time", "2月30日"),
        ("困境\u200b儿童。", "hidden-text", "\u200b"),
        ("开展普法。更多内容见www.example.com/a。", "web-residue", "www.example.com/a"),
        (
            "您现在的位置：首页 > 范文 > 正文　时间：2018-11-26　编辑：小文\n开展普法。",
            "web-residue",
            "您现在的位置：首页 > 范文 > 正文　时间：2018-11-26　编辑：小文",
        ),
        (
            "开展普法。\n上一篇：村妇联总结　下一篇：没有了　[打印本页] [关闭窗口]",
            "web-residue",
            "上一篇：村妇联总结　下一篇：没有了　[打印本页] [关闭窗口]",
        ),
        ("镇妇联 由会员分享,可在线阅读 开展普法。", "web-residue", "由会员分享,可在线阅读"),
    ],
)
def test_what_is_flagged(text: str, code: str, quote: str) -> None:
    """The evidence is no wider than what it shows."""
    assert codes(text).get(code) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "某些同志认识不足，王某等人反映问题。",
        "学习《民法典》、《妇女权益保障法》和《云溪县志愿服务办法》。",
        "阅读《平凡的世界》，在《中国妇女报》刊登稿件。",
        "坚持“四个意识”，学习“两会”精神，评选“最美家庭”三户。",
        "（一）走访慰问\n1）送温暖。",
        "2月29日开展宣传。",
        "购置X光机，开展3×5米展板巡展，实施X项目。",
        "镇妇联开设网站，发布信息，点击收藏的居民很多。",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    """No flag where there is nothing to see."""
    assert codes(text) == {}


def test_a_law_is_judged_by_the_year_of_the_act() -> None:
    """The old marriage law is cited rightly for 2019 and wrongly for 2022."""
    sentence = "宣传《婚姻法》，接待来访12人次。"
    assert "law-not-in-force" not in codes(HEAD.format(year=2019) + sentence)
    assert codes(HEAD.format(year=2022) + sentence)["law-not-in-force"] == ["《婚姻法》"]


def test_a_promise_of_three_with_four_listed() -> None:
    """以下三项 with four numbered items below it."""
    items = "".join(
        f"（{n}）做好{what}。开展工作。\n" for n, what in zip("一二三四", "甲乙丙丁", strict=True)
    )
    assert codes("一、今年做好以下三项工作：\n" + items)["promised-count"] == ["以下三项"]


def test_results_without_figures() -> None:
    """A retrospective that tells no figure is flagged once, and not when it tells one."""
    body = (
        "镇妇联组织开展宣传活动，走访慰问困难家庭，调处婚姻家庭纠纷，维护妇女儿童合法权益，得到群众好评。" * 3
    )
    text = "现将一年来的工作情况汇报如下：\n一、维护权益\n" + body
    assert "results-without-figures" in codes(text)
    assert "results-without-figures" not in codes(text + "\n二、培训\n举办培训班3期，培训120人次。")


def test_masked_throughout_is_told_once() -> None:
    """A report whose names are all masked is anonymised, not forty placeholders."""
    found = codes("XX县XX镇妇联某村某社区开展活动，XX主席参加，20XX年完成。")
    assert list(found) == ["anonymised"]


def test_every_code_has_its_message_in_three_languages() -> None:
    """The three files say the same, and every severity has a message."""
    tables = [tomllib.loads(read_data(f"messages/{lang}.toml")) for lang in ("zh-Hant", "zh-Hans", "en")]
    assert tables[0].keys() == tables[1].keys() == tables[2].keys()
    # What is told of copies is worded by what was changed, so its code only begins the key.
    assert all(any(key.startswith(code) for key in tables[0]) for code in load_table("check")["severity"])


@settings(deadline=None)
@given(any_texts())
def test_evidence_lies_in_the_text(text: str) -> None:
    """No flag without evidence; ids are unique and stable."""
    first, second = (gr.analyze(gr.from_text(text)).flags for _ in range(2))
    assert [flag.id for flag in first] == [flag.id for flag in second]
    assert len({flag.id for flag in first}) == len(first)
    for flag in first:
        assert flag.evidence
        assert all(0 <= e.span.start < e.span.end <= len(text) for e in flag.evidence)


PLAN = "云溪县妇联2021年工作总结及2022年工作计划\n一、2022年工作计划\n"


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("对未完成的指标逐项督办。", ["unfinished-unnamed"]),
        ("对未完成的指标(妇女常见病筛查率)逐项督办。", []),
        ("完成上年未完成的工作任务:新建妇女之家2个。", []),
        ("进一步提高孕产妇系统管理率。", ["target-without-figure"]),
        ("进一步提高孕产妇系统管理率,达到95%。", []),
        ("将筛查率提高到90%。", []),
    ],
)
def test_what_a_plan_leaves_open(sentence: str, codes: list[str]) -> None:
    """Work without a name and a rise without a figure are told; with them nothing is."""
    assert [flag.code for flag in gr.analyze(gr.from_text(PLAN + sentence)).flags] == codes


def test_a_date_is_judged_by_its_year() -> None:
    """The 29th of February is a date in 2020 and none in 2021."""
    text = "云溪县妇联工作总结\n一、抓宣传\n2020年2月29日举办活动5场,2021年2月29日举办活动3场。"
    flags = gr.analyze(gr.from_text(text)).flags
    assert [flag.evidence[0].span.of(text) for flag in flags if flag.code == "impossible-time"] == [
        "2021年2月29日"
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "一、牢记使命\n要以永不懈怠的姿态，牢记初心，砥砺奋进，以昂扬的斗志谱写新篇章。\n二、抓学习\n办班3期。",
            True,
        ),
        (
            "一、牢记使命\n牢记初心使命，3月8日举办宣讲会，砥砺奋进，谱写新篇章。\n二、抓学习\n办班3期。",
            False,
        ),
        ("一、抓学习\n办班3期。\n总之，我们要牢记初心使命，砥砺奋进，以昂扬的斗志谱写新篇章。", False),
    ],
)
def test_sections_that_only_exhort(text: str, wanted: bool) -> None:
    """A section in which nothing is done or counted is told; a closing paragraph may exhort."""
    assert ("slogans-only" in codes(f"{TITLE}{text}")) is wanted


def test_a_plan_that_names_nothing_is_told_once() -> None:
    """Where four in five promises lack figure, date and who; not where some of each have them."""
    vague = "加强宣传教育。完善工作制度。推进阵地建设。深化家庭创建。做好维权服务。"
    plan = f"{TITLE}一、抓学习\n办班3期。\n下一步，要抓好以下工作：\n一、抓宣传\n"
    assert len(codes(plan + vague)["vague-commitments"]) == 1
    assert "vague-commitments" not in codes(plan + "6月底前办班3期。年内走访50户。" + vague)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("2022年5月，镇妇联举办培训班3期。", True),
        ("2020年5月，镇妇联举办培训班3期。", True),
        ("自2020年5月以来，镇妇联举办培训班3期。", False),
        ("2021年5月，镇妇联举办培训班3期。", False),
        ("2月29日，镇妇联举办培训班3期。", True),
    ],
)
def test_years_that_do_not_fit(sentence: str, wanted: bool) -> None:
    """A year left over from another report is told; history, and the report's own year, are not."""
    assert ("impossible-time" in codes(f"{TITLE}一、抓学习\n{sentence}")) is wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("4月宣传《家庭教育促进法》。", True),
        ("10月全国人大通过《家庭教育促进法》，明年施行。", False),
        ("早在2015年就依据《反家庭暴力法》出具告诫书。", True),
    ],
)
def test_laws_by_the_date_of_the_act(sentence: str, wanted: bool) -> None:
    """A law counts from its day on; one that is told to be coming is not cited."""
    assert ("law-not-in-force" in codes(f"{TITLE}一、抓学习\n{sentence}")) is wanted


def test_breadcrumbs_and_invisible_runs_are_told() -> None:
    """What a site leaves above and below a report, and characters that nobody sees."""
    text = f"当前位置：首页 > 工作总结 > 正文\n{TITLE}一、抓学习\n办班3期。\u200b\u200b\u200b\n上一篇：没有了"
    assert len(codes(text)["web-residue"]) == 2
    assert "hidden-text" in codes(text)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("改造危房174户，其中C级91户、D级102户。", True),
        ("举办培训班10期（茶叶4期，养殖5期，家政3期）。", True),
        ("举办培训班12期（茶叶4期，养殖5期，家政3期）。", False),
        ("培训妇女318人次，其中贫困妇女147人次、残疾妇女20人次。", False),
        ("举办培训班10期（茶叶4期，养殖5期等）。", False),
        ("签约约10个，其中袜业6个、新材料6个。", False),
        ("投入5.6万元，其中进校2.9万元、进村2.7万元。", False),
        ("对老街217间古民居实施修缮，其中一类修缮98间、二类修缮76间、立面整治61间。", True),
        ("对老街235间古民居实施修缮，其中一类修缮98间、二类修缮76间、立面整治61间。", False),
        ("走访企业26家，开展活动9场，其中讲座5场、义诊3场。", False),
    ],
)
def test_parts_that_are_more_than_their_whole(sentence: str, wanted: bool) -> None:
    """Parts may be some of a whole, but never more; a list in brackets claims to be all."""
    assert ("contradicting-figures" in codes(f"{TITLE}一、抓学习\n{sentence}")) is wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("市场主体由612万户增加到655万户，净增58万户。", "相差43万户"),
        ("市场主体由612万户增加到655万户，净增43万户。", ""),
        ("村级妇女之家由5家增加到8家，新增5家。", ""),
        ("执委女性比例由40%提高到45%，提高7个百分点。", "相差5个百分点"),
        ("两委女性由46人增至61人，增加了14人。", "相差15人"),
        ("受教育人数由1.2万人增加到1.5万人，增加3021人。", ""),
        ("调处婚姻家庭纠纷36起，调成39起。", "39起多于所属的36起"),
        ("受理来信36件，办结39件（含上年结转5件）。", ""),
        ("接待来访36件，化解积案39件。", ""),
        ("提交提案176件，189件提案全部立案。", "前为176件，后为189件"),
        ("提交提案176件，176件提案全部立案。", ""),
        ("新发展女党员120名，占党员总数300名的50%。", "的40.0%"),
        ("新发展女党员120名，占党员总数300名的40%。", ""),
    ],
)
def test_figures_that_follow_from_each_other(sentence: str, wanted: str) -> None:
    """A rise is the difference, no more is settled than came in, and a share is that of the two figures."""
    report = gr.analyze(gr.from_text(f"{TITLE}一、抓学习\n{sentence}"))
    told = [flag.message for flag in report.flags if flag.code == "contradicting-figures"]
    assert len(told) == bool(wanted)
    assert not wanted or wanted in told[0].replace(" ", "")


def test_characters_that_only_look_right_are_told() -> None:
    """Radicals for words, Cyrillic in a Latin word, kana among Chinese; Greek in a formula is fine."""
    assert "disguise" in codes("镇妇联组织⼥职工开展培训。")
    assert "disguise" in codes("推广АED的使用方法。")
    assert "disguise" in codes("女エ们参加了培训。")
    assert "disguise" not in codes("引进α-亚麻酸生产线，卡拉OK大赛，カラ社来访。")


def test_unusual_characters_of_a_passage_are_one_finding() -> None:
    """Each sort of them is told once for a passage, with how many there are, and a page later again."""
    passage = "镇妇联组织⼥职⼯开展培训，⼈人参加，女エ们学手艺，推广АED的使用方法。"
    report = gr.analyze(
        gr.from_text(f"{TITLE}一、抓学习\n{passage}\n{'走访慰问了各家各户。' * 30}\n又有⼥职工来。")
    )
    flags = [flag for flag in report.flags if flag.code == "disguise"]
    assert sorted((flag.params["text"], flag.params["count"]) for flag in flags) == [
        ("А", 1),
        ("⼥", 1),
        ("⼥⼯⼈", 3),
        ("エ", 1),
    ]
    assert len({flag.message.partition("（")[2] for flag in flags}) == 4


def test_marks_within_marks_are_paired_in_linear_time() -> None:
    """Fifty thousand that open and as many that close: each is looked at once, and one is left over."""
    deep = 50_000
    text = "一、抓学习\n" + "（" * (deep + 1) + "学习" + "）" * deep
    flags = [flag for flag in gr.analyze(gr.from_text(text)).flags if flag.code == "unbalanced-mark"]
    assert len(flags) == 1
