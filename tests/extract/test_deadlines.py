"""Which dates of a statement are deadlines: an auditor asks each of them whether it was kept."""

from __future__ import annotations

import pytest

from govreport.extract import extract
from govreport.model import DateValue, Outline, Part, Span
from govreport.normalize import normalize
from govreport.read import from_text


def told(said: str, part: str, name: str = "deadline") -> list[str]:
    """Return the slots of this name in a sentence of the part that speaks of 2022."""
    text = normalize(from_text(said))
    outline = Outline((), parts=(Part(part, Span(0, len(said)), 2022),), year=2022)
    found = [slot for one in extract(text, outline) for slot in one.slots.get(name, ())]
    return [f"{s.text} {s.value.last}" if isinstance(s.value, DateValue) else s.text for s in found]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("3月起新开培训班4期。", ["3月起 2022-03-31"]),
        ("明年春节前走访困难母亲50户。", ["明年春节前 2023-01-21"]),
        ("三、四季度举办讲座6场。", ["三、四季度 2022-12-31"]),
        ("用三年时间建成服务站12个。", ["用三年时间 2024-12-31"]),
        ("任期内新建活动室5间。", ["任期内"]),
        ("游客人数恢复到2019年的九成。", []),
        ("实施《家庭教育规划(2016—2020年)》。", []),
        ("补办去年取消的培训班4期。", []),
        ("把办证时间压减至3个工作日以内。", []),
        ("建立每周三坐班制度,接待来访群众。", []),
    ],
)
def test_in_a_plan(said: str, wanted: list[str]) -> None:
    """A date by which or at which something is to be done; not the year of a thing, and no duration."""
    assert told(said, "plan") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("截至6月底,举办培训班3期。", []),
        ("年底4户实现脱贫。", []),
        ("到年底发展会员120名。", []),
        ("用三年时间建成服务站12个。", []),
        ("9月底前完成改建8处。", ["9月底前 2022-09-30"]),
        ("两个月内办结信访件15件。", ["两个月内"]),
    ],
)
def test_in_a_retrospective(said: str, wanted: list[str]) -> None:
    """When something was is no deadline, unless the words say that there was a limit."""
    assert told(said, "retrospective") == wanted


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("每周三坐班,接待来访群众。", ["每周三"]),
        ("逢场天在街口摆摊宣传。", ["逢场天"]),
        ("集中整治卫生死角5处。", []),
        ("不断完善工作制度。", []),
    ],
)
def test_how_often(said: str, wanted: list[str]) -> None:
    """A frequency can be counted: neither 集中 nor 不断 tells one."""
    assert told(said, "retrospective", "frequency") == wanted


def test_a_duration_that_is_reached_is_a_figure() -> None:
    """What a time was shortened to is how much, and not until when."""
    assert told("把办证时间压减至3个工作日以内。", "plan", "quantity") == ["3个工作日以内"]
