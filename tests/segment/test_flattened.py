"""Reports whose line ends a system took out: the numbers are found all the same."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

import govreport as gr
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment

REPORTS = Path(__file__).parents[2] / "corpus" / "reports"


def marks(text: str) -> list[str]:
    """Return the markers of the sections found."""
    return [section.marker for section in segment(normalize(from_text(text))).sections]


def test_digits_right_behind_a_heading_open_a_list() -> None:
    """1. follows the heading above it without any mark, and 2. goes on."""
    text = "（一）阵地建设扎实推进1.建好妇女之家。全年建成3个。2.管好儿童之家。全年开放90天。"
    assert marks(text) == ["（一）", "1.", "2."]


@pytest.mark.parametrize("before", ["阵地", "12", "”", "】", "，", "…www.bai.com"])
def test_a_number_goes_on_behind_any_character(before: str) -> None:
    """Between a body and the next number no mark need stand."""
    text = f"一、抓学习。办班2期。二、抓阵地。建成{before}三、抓维权。调解9件。"
    assert marks(text) == ["一、", "二、", "三、"]


def test_numbers_go_on_where_the_first_is_lost() -> None:
    """Behind marks three numbers in order are a list, whatever was lost before them."""
    text = "四项工作。四、抓学习。办班。五、抓维权。调解。六、抓阵地。建成。"
    assert marks(text) == ["四、", "五、", "六、"]


def test_a_list_opens_though_another_number_stands_within_it() -> None:
    """五、 within the first item hides neither 一、 nor 二、."""
    text = "情况汇报如下：一、抓学习。办班。五、抓歪了。二、抓维权。调解。三、抓阵地。建成。"
    assert [mark for mark in marks(text) if mark != "五、"] == ["一、", "二、", "三、"]


@pytest.mark.parametrize(
    "text",
    [
        "口径不统一、二是标准低。工作不均衡。",
        "全年增长1.2倍，同比增长2.3倍，用电1.5万度。",
        "活动安排在6.1儿童节，7.1建党节也有活动。",
        "参加人数达到1.多于去年。",
        "排名第一、二审已结。其中之一、二者有别。",
        "今年1.2月、3.4月共举办活动。",
    ],
)
def test_running_text_holds_no_number_of_a_list(text: str) -> None:
    """What only looks like one in the middle of a sentence stays text."""
    assert [mark for mark in marks(text) if mark != "二是"] == []


def test_the_sentences_of_articles_are_no_headings() -> None:
    """第一条 of a regulation is followed by what it rules, not by a heading that runs into it."""
    rule = "各级妇联应当建立健全妇女权益保障工作的协调机制并且按照规定报送年度工作情况和统计数据"
    text = "\n".join(f"第{number}条　{rule}，并向社会公开。" for number in "一二三四")
    outline = segment(normalize(from_text(text)))
    assert [section.heading for section in outline.sections] == ["", "", "", ""]


@pytest.mark.parametrize(
    "lists",
    [
        "一、学习\n（一）培训\n1.走访\n（1）慰问\n①宣传\n",
        "一、学习\n存在的问题:\n（一）培训\n主要做法如下:\n1.走访\n下一步打算\n",
    ],
)
def test_lists_within_lists_are_read_in_linear_time(lists: str) -> None:
    """Eight times as many headings, with lead-ins or without, take nothing like sixty-four times as long."""

    def seconds(number: int) -> float:
        view = normalize(from_text(lists * number))
        tries = []
        for _ in range(3):
            begin = time.process_time()
            segment(view)
            tries.append(time.process_time() - begin)
        # What else the machine does makes one try longer, and none shorter.
        return min(tries)

    seconds(20)
    assert seconds(1600) < 24 * max(seconds(200), 0.02)


def test_letters_articles_and_sequences_without_marks() -> None:
    """A. and a. behind a body, 第一条 behind the name of a rule, 首先 and 其一 behind a heading."""
    text = "一、抓学习。开展三类活动。A.宣讲活动全镇都讲B.培训活动村村都办C.慰问活动户户都到"
    assert marks(text) == ["一、", "A.", "B.", "C."]
    text = "妇女议事会制度第一条为了规范议事，制定本制度。第二条议事会由11人组成。第三条每季开会。"
    assert marks(text) == ["第一条", "第二条", "第三条"]
    text = "二、抓维权首先，摸清底数；其次，上门慰问。三、抓阵地其一，建好家园；其二，用好家园。"
    assert [mark.rstrip("，") for mark in marks(text)] == ["二、", "首先", "其次", "三、", "其一", "其二"]


def test_numbers_with_blanks_alone() -> None:
    """Where line ends became blanks, 一 二 三 with blanks around them are numbers."""
    text = "工作总结 一 加强学习 组织宣讲12场。 二 抓好维权 接待来访36人次。 三 建好阵地 新建微家4个。"
    assert [mark.strip() for mark in marks(text)] == ["一", "二", "三"]


@pytest.mark.parametrize("text", ["会上首先，主席讲话。", "分A、B两个班。", "根据宪法第一条规定，办好实事。"])
def test_what_stands_alone_is_no_list(text: str) -> None:
    """Without the number after it none of these is believed."""
    assert marks(text) == []


def test_a_first_sentence_before_the_next_number_is_no_line() -> None:
    """What ends with a full stop before a number in the middle of a line may be heading and body."""
    text = (
        "工作报告一、工作回顾一年来，镇妇联在镇党委领导下，组织妇女投身乡村建设。"
        "（一）抓学习全年组织宣讲。（二）抓维权。"
    )
    outline = segment(normalize(from_text(text)))
    assert len(outline.sections[0].heading) < 10


def test_a_plan_announced_in_the_middle_of_a_line() -> None:
    """要抓好三项工作 before 一、 opens the plan, though sentences stand before it."""
    text = (
        "工作总结一、抓引领。共宣讲120场。二、抓维权。调解86件。"
        "今后五年，要重点抓好两项工作。一、再加力。每年20场。二、再延伸。每村1人。"
    )
    parts = [section.part for section in segment(normalize(from_text(text))).sections]
    assert parts == ["retrospective"] * 2 + ["plan"] * 2


def test_a_chapter_may_follow_the_title_without_a_mark() -> None:
    """工作总结第一章… begins the first chapter where a second one comes."""
    text = "石桥镇2022年工作总结第一章年度工作总览全年调解纠纷9起。第二章制度建设建立例会制度。"
    outline = segment(normalize(from_text(text)))
    assert [section.marker for section in outline.sections] == ["第一章", "第二章"]


def test_a_heading_and_its_lead_in_before_items_in_the_middle_of_a_line() -> None:
    """What ends with a colon before the next number may be a heading and a sentence of its own."""
    text = (
        "工作报告一、工作回顾。完成任务。二、存在的不足五年走过来,有两个方面的不足必须讲明白:一是人手紧;二是经费少。"
        "三、加强自身建设。从严治会。"
    )
    headings = [s.heading for s in segment(normalize(from_text(text))).sections if not s.inline]
    assert headings == ["工作回顾", "存在的不足", "加强自身建设"]


def test_an_item_may_begin_with_a_month_in_words() -> None:
    """1、三月 is no pair of months: those are written in one sort of figures."""
    text = "妇联工作总结一、主要工作1、三月，开展维权周活动。2、五月，举办讲座6场。二、存在问题人手不足。"
    assert marks(text) == ["一、", "1、", "2、", "二、"]


@pytest.mark.parametrize("gap", [" ", "。", "  "])
def test_a_list_of_one_right_behind_a_short_heading(gap: str) -> None:
    """A list of which one item is left begins where the heading above it ends, and is no part of that."""
    above = "镇妇联工作总结\n一、抓领导。党委定期听取汇报。二、主要做法"
    text = f"{above}{gap}(一)围绕重点抓创建。开展示范点创建活动,建成3个。"
    sections = segment(normalize(from_text(text))).sections
    assert [(one.marker, one.heading) for one in sections] == [
        ("一、", "抓领导"),
        ("二、", "主要做法"),
        ("(一)", "围绕重点抓创建"),
    ]


def test_one_number_far_behind_a_heading_opens_no_list() -> None:
    """（一） in running text, of which no second comes, is a reference to something."""
    above = "镇妇联工作总结\n一、抓领导。党委听取汇报。二、主要做法。"
    text = f"{above}按照县里文件的要求,对照附表所列 (一)项逐条落实。"
    assert marks(text) == ["一、", "二、"]


def test_a_heading_of_one_right_before_its_list() -> None:
    """一、 of which no second comes is believed where the list below it begins right behind its heading."""
    above = "镇妇联工作总结2021年镇妇联扎实工作。现将情况汇报如下:"
    text = f"{above}一、主要做法1、抓好培训。办班3期。2、抓好维权。调解7起。"
    assert marks(text) == ["一、", "1、", "2、"]


def test_an_item_may_begin_with_a_month_in_digits() -> None:
    """1、3月底前 opens a list that goes on; 1、2月份 in running text are two months."""
    items = "1、3月底前制定方案。2、上半年开办讲座3场。3、11月底前检查到位。"
    text = f"镇妇联工作计划\n镇妇联将重点做好以下工作:{items}"
    assert marks(text) == ["1、", "2、", "3、"]
    text = "镇妇联工作计划\n一、整改措施\n1、2023年3月底前补齐档案。\n2、明确专人负责。\n"
    assert marks(text) == ["一、", "1、", "2、"]
    assert marks("镇妇联工作总结\n一、抓宣传\n其中1、2月份发放资料500份。\n二、抓维权\n调解3起。") == [
        "一、",
        "二、",
    ]


def test_numbers_with_a_comma_go_on_in_running_text() -> None:
    """主要有:一,…;二,… is a list; 一, of which no second comes is none."""
    text = "镇妇联工作总结\n(一)抓宣传\n宣讲5场。\n(二)查不足\n主要有:一,底子薄弱;二,设施欠账;三,意识不强。\n"
    assert marks(text) == ["(一)", "(二)", "一,", "二,", "三,"]


def test_a_page_number_may_stand_before_a_number() -> None:
    """—3—6、 is page three and item six."""
    items = "".join(f"{n}、‖抓好各项工作。全年{n}次。" for n in range(1, 6)).replace("‖", "")
    assert marks(f"镇妇联工作总结\n{items}—3—6、抓好宣传。全年6次。")[-1] == "6、"


def test_careless_numbers_are_a_list() -> None:
    """Doubled, skipped and fused numbers that keep growing belong to one list, and the slips are told."""
    items = "一、抓学习。学习12次。三、抓维权。调解7起。三、抓关爱。慰问9户。五、抓宣传。宣讲4场。"
    text = f"镇妇联工作总结\n现将工作情况汇报如下{items}八、抓队伍。培训3期。"
    assert marks(text) == ["一、", "三、", "三、", "五、", "八、"]
    codes = [one.code for one in segment(normalize(from_text(text))).diagnostics]
    assert {"numbering-gap", "numbering-doubled"} <= set(codes)


def test_two_numbers_in_running_text_are_no_list() -> None:
    """Numbers that do not grow, and fewer than three, stay text."""
    text = "镇妇联工作总结\n(一)抓宣传\n宣讲5场。五、六月间人多。三、四月间人少。\n(二)抓维权\n调解3起。"
    assert marks(text) == ["(一)", "(二)"]


@pytest.mark.parametrize(
    ("name", "opens"), [("w-xiaoshi-city-2020", "针对未达标"), ("oc-ruiquan-county-2017", "不断拓展")]
)
def test_a_sentence_among_sentences_has_no_heading(name: str, opens: str) -> None:
    """Where a report sets headings on lines, one item of a list of sentences is a sentence too."""
    item = next(one for one in gr.load_corpus(REPORTS) if one.document.id == name)
    sections = gr.analyze(item.document).sections
    assert [one.heading for one in sections if item.document.text.startswith(opens, one.body_span.start)] == [
        ""
    ]
