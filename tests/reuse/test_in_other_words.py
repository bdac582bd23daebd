"""What a report says twice in other words: where each figure recurs, not where a plan takes up a project."""

import pytest

import govreport as gr

HEAD = "柳湾街道妇联2021年工作总结\n一、维护权益\n"
FIRST = "街道设立“老大姐说事屋”，每周三由退休女法官坐堂，全年接待来访53件次，调处纠纷38起，劝和31起。"
AGAIN = "社区开办“老大姐说事屋”，请退休女法官逢星期三值守，一年接访53件次，化解38起，31起言归于好。"
BETWEEN = "\n二、宣传教育\n组织宣讲12场，发放资料460份。\n三、基层组织\n"


def blocks(text: str) -> list[tuple[str, ...]]:
    """Return the kind and the quotes of each block."""
    report = gr.analyze(gr.from_text(text))
    return [(one.kind, *(span.of(text) for span in one.spans)) for one in report.duplicates]


@pytest.mark.parametrize("between", [BETWEEN, ""])
def test_a_reworded_paste_is_a_block(between: str) -> None:
    """Far away or right behind, with its full stop."""
    assert blocks(HEAD + FIRST + between + AGAIN + "\n") == [("near", FIRST, AGAIN)]


@pytest.mark.parametrize(
    "later",
    [
        "继续办好“老大姐说事屋”，请退休女法官坐堂，全年接待来访60件次，调处纠纷40起。",
        "“老大姐说事屋”由退休女法官坐堂，全年接待来访53件次，另有律师值班26天，接听电话117个，上门46次。",
        "其中调处家暴纠纷12起，涉及53件次来访中的19件，转交派出所27件。",
    ],
)
def test_what_takes_up_a_subject_is_no_copy(later: str) -> None:
    """A plan with other figures, and a passage with figures of its own."""
    assert blocks(HEAD + FIRST + BETWEEN + later + "\n") == []


def test_a_text_without_full_stops_is_left_alone() -> None:
    """What has no sentences is not compared sentence by sentence."""
    line = "，".join(f"第{i}村走访{100 + i // 2}户" for i in range(2000))
    assert all(kind != "near" for kind, *_ in blocks(HEAD + line))


PASTE = (
    "开春补选了出缺的执委，请老师用两种话讲章程，手把手教大家记手册。入秋打完草，在文化站门前办起姐妹那达慕，"
    "牧民比挤奶、比搓毛绳、比穿针引线，乌兰牧骑的姑娘用好来宝唱新政策，笑声一直响到日头落山。"
)
OTHERWISE = (
    "春天补选了出缺的执委，手把手教大家记手册，请来的老师用两种话讲章程。打完草的秋天，姐妹那达慕在文化站门前办起，"
    "牧民比穿针引线、比挤奶、比搓毛绳，用好来宝唱新政策的是乌兰牧骑的姑娘，日头落山还有笑声。"
)


def test_a_rewording_without_figures_is_a_block() -> None:
    """Rare runs of characters lead to it, and most of its words recur."""
    found = blocks(HEAD + PASTE + BETWEEN + OTHERWISE + "\n")
    assert [kind for kind, *_ in found] == ["near"]
    assert sum(map(len, found[0][1:])) > 0.8 * len(PASTE + OTHERWISE)


def test_what_a_plan_takes_up_with_figures_of_its_own_is_no_copy() -> None:
    """The same training in the same words, another number of courses and of people."""
    done = "会同区果业中心，在西塬果园举办修剪、花果管理培训班16期，284人次听课，考评“果园女把式”35名。"
    plan = "6月底前与区果业中心联手，把修剪、花果管理培训班办到18期，西塬果园再设示范点12个，听课320人次。"
    assert blocks(HEAD + done + BETWEEN + plan + "\n") == []


def test_an_exact_paste_at_the_beginning_of_a_line_is_told_once() -> None:
    """That its figures recur does not tell it a second time, as a passage in other words."""
    text = HEAD + "现将工作汇报如下。" + FIRST + "\n组织宣讲12场，发放资料460份。\n" + FIRST + "\n"
    assert blocks(text) == [("exact", FIRST, FIRST)]
