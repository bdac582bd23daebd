"""Blocks that stand twice in a report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from govreport.model import DuplicateBlock
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.reuse import find_duplicates
from tests.strategies import any_texts
from tests.work import lines_run

BLOCK = (
    "二、依法维护妇女儿童权益\n全年接待来访29件，调处婚姻家庭纠纷24件。结合维权周发放法律宣传资料2000份，"
    "为白石村11名困境儿童落实结对帮扶，并组织志愿者每月上门探望一次。"
)
BEFORE = "一、建强基层组织，六月底前完成全镇十二个村的执委轮训。\n"
BETWEEN = "\n三、拓宽增收渠道，举办家政培训班，帮助返乡妇女就近就业。\n"


def blocks_of(text: str) -> tuple[DuplicateBlock, ...]:
    """Find blocks in a text at hand."""
    return find_duplicates(normalize(from_text(text)))


def test_a_pasted_block_is_found_to_the_character() -> None:
    """Both spans hold exactly the block, across a line end, with its closing mark."""
    text = BEFORE + BLOCK + BETWEEN + BLOCK + "\n以上汇报。"
    (block,) = blocks_of(text)
    assert [span.of(text) for span in block.spans] == [BLOCK, BLOCK]
    assert (block.kind, block.similarity) == ("exact", 1.0)


def test_three_pastes_are_one_block() -> None:
    """Copies of one original stand together."""
    text = BLOCK + BETWEEN + BLOCK + "\n四、其他事项略。\n" + BLOCK
    (block,) = blocks_of(text)
    assert [span.of(text) for span in block.spans] == [BLOCK] * 3


def test_changed_figures_and_names_are_told() -> None:
    """What was changed between original and copy is named."""
    figures = BLOCK.replace("29", "31").replace("24", "26").replace("2000", "2300")
    names = BLOCK.replace("白石村", "青石桥村")
    assert [b.kind for b in blocks_of(BLOCK + BETWEEN + figures)] == ["figures-changed"]
    assert [b.kind for b in blocks_of(BLOCK + BETWEEN + names)] == ["names-changed"]


def test_a_reworded_copy_is_near() -> None:
    """A few changed words do not hide a copy; its runs are aligned."""
    reworded = BLOCK.replace("落实结对帮扶", "安排一对一帮扶").replace("发放法律宣传资料", "发放普法资料")
    (block,) = blocks_of(BLOCK + BETWEEN + reworded)
    assert block.kind == "near"
    assert 0.8 <= block.similarity < 1
    assert len(block.runs[0]) > 1


def test_set_phrases_and_parallel_lines_are_no_blocks() -> None:
    """Short phrases that recur, and list lines of one frame, are left alone."""
    lines = [f"{n}.在{place}举办{what}培训班，帮助妇女增收。" for n, place, what in
             [(1, "白石村", "家政"), (2, "青石桥", "电商"), (3, "云溪社区", "育婴")]]  # fmt: skip
    text = "在镇党委的坚强领导下，认真履职。\n" + "\n".join(lines) + "\n明年在镇党委的坚强领导下，再创佳绩。"
    assert blocks_of(text) == ()


def test_original_of_leads_from_the_copy_to_the_original() -> None:
    """A span of the copy is carried over to the same words of the original."""
    text = BLOCK + BETWEEN + BLOCK
    (block,) = blocks_of(text)
    start = text.rindex("困境儿童")
    original = block.original_of(type(block.spans[0])(start, start + 4))
    assert original is not None
    assert original.of(text) == "困境儿童"
    assert original.start < block.spans[1].start


def test_repetition_without_end_is_linear() -> None:
    """The same sentence thousands of times is one block; twice as often is twice the work."""
    sentence = "今年组织妇女干部开展学习活动三场。"
    assert len(blocks_of(sentence * 5000)) == 1
    few, many = (lines_run(lambda times=times: blocks_of(sentence * times)) for times in (200, 400))
    assert many < 2.2 * few


@given(any_texts(), st.text("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄", min_size=40, max_size=80))
def test_a_planted_copy_is_found(noise: str, block: str) -> None:
    """Whatever stands around it, a pasted block lies inside a found one."""
    text = block + "。" + noise + "。" + block
    spans = [span for found in blocks_of(text) for span in found.spans]
    if len(set(block)) > 12:
        covered = {position for span in spans for position in range(span.start, span.end)}
        assert len(covered & set(range(len(block)))) >= 20


@given(any_texts())
def test_exact_blocks_hold_the_same_text(text: str) -> None:
    """Any string goes through; the quotes of an exact block are equal but for white space and marks."""
    doubled = text + "。" + text
    for block in blocks_of(doubled):
        assert all(0 <= span.start < span.end <= len(doubled) for span in block.spans)
        assert all(a.end <= b.start for a, b in zip(block.spans, block.spans[1:], strict=False))
        if block.kind == "exact":
            views = {_letters(normalize(from_text(span.of(doubled))).text) for span in block.spans}
            assert len(views) == 1


def _letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


def test_a_sentence_of_ones_own_in_between_does_not_hide_a_paste() -> None:
    """Where too much stands between two pasted sentences each is told for itself."""
    first, second = (
        "组织妇女骨干到邻县果园看修剪，回来在村口树下讲给没去的姐妹听，还画了图样。",
        ("老校舍腾出两间做书屋，门窗是木匠会的人义务修的，孩子放学就有了去处。"),
    )
    own = "入冬后锅炉房停了三天，门卫蹲在雪里修好。"
    text = BEFORE + first + second + BETWEEN + first + own + second
    assert [[span.of(text) for span in block.spans] for block in blocks_of(text)] == [
        [first, first],
        [second, second],
    ]


def test_figures_of_another_length_are_figures() -> None:
    """9 that became 112 and 24 that became 7 leave the words as they are."""
    copy = BLOCK.replace("29", "112").replace("24", "7").replace("2000", "900")
    (block,) = blocks_of(BLOCK + BETWEEN + copy)
    assert block.kind == "figures-changed"


def test_the_kind_of_three_pastes_is_that_of_what_was_changed_most() -> None:
    """An exact paste and one with other figures are one block with other figures."""
    copy = BLOCK.replace("29", "31").replace("24", "26")
    (block,) = blocks_of(BLOCK + BETWEEN + copy + "\n四、其他事项略。\n" + copy)
    assert (len(block.spans), block.kind) == (3, "figures-changed")
