"""What a later report says of each commitment: answered in other words, in part, again, or not at all."""

from __future__ import annotations

import warnings
from types import SimpleNamespace

import pytest

import govreport as gr
from govreport.follow.likeness import Likeness, _headings
from govreport.follow.outcome import _pattern
from govreport.model import FollowUp

_BEFORE = "柳河县妇联2018年工作总结\n一、工作回顾\n调解纠纷8起。\n二、2019年工作计划\n"
_AFTER = "柳河县妇联2019年工作总结\n一、工作回顾\n"
_OTHER = "走访困难家庭44户。举办广场舞展演3场。排查婚恋矛盾16起。\n"


def follow(promise: str, said: str) -> FollowUp:
    """Follow the one promise of a plan into what a result says, among other things."""
    later = gr.analyze(gr.from_text(_AFTER + _OTHER + said))
    return next(iter(gr.follow_up(gr.analyze(gr.from_text(_BEFORE + promise)), later)))


@pytest.mark.parametrize(
    ("promise", "said", "outcome"),
    [
        ("免费检查“两癌”3000人。", "为3120名农村妇女免费做了“两癌”筛查。", "done"),
        ("培训家政服务员200人。", "联合人社局培训家政服务员164人。", "partly"),
        ("新建妇女微家12个。", "新建妇女微家14个。", "done"),
        ("编印家教读本1册。", "二、2020年工作计划\n编印家教读本1册。", "repeated"),
        ("建立女性人才库1个。", "慰问环卫女工60名。", "not-mentioned"),
    ],
)
def test_outcomes(promise: str, said: str, outcome: str) -> None:
    """Done, done in part, promised again, or not mentioned."""
    assert follow(promise, said).outcome == outcome


def test_a_quoted_name_that_begins_with_a_numeral_is_a_word() -> None:
    """两癌 is no figure: it leads from 检查 to 筛查, which share no other word."""
    found = follow("免费检查“两癌”3000人。", "为3120名农村妇女免费做了“两癌”筛查。")
    assert "两癌" in found.answers[0].text
    assert [(one.promised, one.reported) for one in found.figures] == [(3000.0, 3120.0)]


def test_what_each_of_several_has_is_no_total() -> None:
    """Two posts that held one course each have held what was promised: no shortfall is told."""
    found = follow("举办调解员培训班2期。", "上半年、下半年各举办调解员培训班1期。")
    assert (found.outcome, found.figures) == ("done", ())


def test_what_parts_add_up_to_is_compared() -> None:
    """Courses of two kinds are told together; a figure behind 其中 is a part, of promise and result alike."""
    added = follow("举办插花、茶艺培训班5期。", "举办插花培训班3期、茶艺培训班2期。")
    assert [(one.promised, one.reported) for one in added.figures] == [(5.0, 5.0)]
    part = follow("新建妇女微家14个。", "新建妇女微家12个，其中示范微家4个。")
    assert [(one.promised, one.reported) for one in part.figures] == [(14.0, 12.0)]
    promised = follow("宣讲160场，其中上半年80场。", "宣讲168场。")
    assert (promised.outcome, [one.reported for one in promised.figures]) == ("done", [168.0])


@pytest.mark.parametrize("said", ["正在建设", "已开工", "主体封顶", "装修正在进行", "停了下来"])
def test_what_is_under_way_is_not_told_as_kept(said: str) -> None:
    """Begun or broken off is not finished, as what is in use is."""
    assert _pattern("lacking").search(f"儿童活动室{said}")
    assert not _pattern("lacking").search("儿童活动室正在使用")


def test_reports_that_can_not_follow_each_other_are_told() -> None:
    """Another unit, or the years the wrong way round, is a warning; another name of the unit is none."""
    earlier = gr.analyze(gr.from_text(_BEFORE + "新建妇女微家12个。"))
    later = gr.analyze(gr.from_text(_AFTER + "新建妇女微家14个。"))
    with pytest.warns(UserWarning, match="give the earlier one first"):
        gr.follow_up(later, earlier)
    other = gr.analyze(gr.from_text(_AFTER.replace("柳河县", "白石镇") + "新建妇女微家14个。"))
    with pytest.warns(UserWarning, match="of two units, 柳河县妇联 and 白石镇妇联"):
        gr.follow_up(earlier, other)
    long = gr.analyze(gr.from_text(_AFTER.replace("妇联", "妇女联合会") + "新建妇女微家14个。"))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert gr.follow_up(earlier, long)[0].outcome == "done"


def test_where_nothing_answers_there_are_no_answers() -> None:
    """The probability is that of there being none."""
    found = follow("建立女性人才库1个。", "慰问环卫女工60名。")
    assert found.answers == () == found.figures
    assert 0.5 < found.probability <= 1


def test_a_commitment_is_compared_with_a_bounded_number_of_statements() -> None:
    """However long the later report is, and however many sentences share words with the commitment."""
    said = "".join(f"举办第{number}期村级调解员培训班，培训妇女{number}人。" for number in range(3, 900))
    later = gr.analyze(gr.from_text(_AFTER + said)).findings
    earlier = gr.analyze(gr.from_text(_BEFORE + "培训村级调解员50人。"))
    likeness = Likeness.of(later)
    assert len(likeness.statements) > 400
    assert len(likeness.candidates(likeness.telling(earlier.commitments[0]))) <= 100


def test_statements_that_all_share_their_words_are_still_compared() -> None:
    """Where every pair of characters is usual, the rarest of them lead on."""
    said = "".join(f"培训妇女{number}人。" for number in range(300, 600))
    later = gr.analyze(gr.from_text(_AFTER + said))
    earlier = gr.analyze(gr.from_text(_BEFORE + "培训妇女400人。"))
    assert gr.follow_up(earlier, later)[0].outcome != "not-mentioned"


def test_headings_far_above_are_left_out() -> None:
    """Ten thousand levels, one below the other: what is kept of each grows no further."""
    sections = tuple(
        SimpleNamespace(heading=f"第{chr(0x4E00 + level)}层", parent=level - 1 if level else None)
        for level in range(200)
    )
    found = _headings(SimpleNamespace(sections=sections))  # type: ignore[arg-type]
    assert len(found[0]) < len(found[3]) <= len(found[30]) == len(found[199])
