"""Short headings that a list sets off by a mark: sentences made for these tests."""

from __future__ import annotations

import pytest

from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment

ITEMS = [
    ("组织建设", "完成9个村妇联改选，选出主席9名"),
    ("维权服务", "接访16次，调解成功率92%"),
    ("关爱帮扶", "慰问困难家庭52户，送去米面104袋"),
    ("家庭教育", "举办讲座8场，参加家长610人"),
]


def headings(text: str) -> list[str]:
    """Return the headings of the sections found."""
    return [section.heading for section in segment(normalize(from_text(text))).sections]


@pytest.mark.parametrize("marker", ["（{}）", "{}、"])
@pytest.mark.parametrize(("mark", "end"), [("：", "\n"), (" ", "\n"), (" ", " ")])
def test_a_list_sets_its_headings_off_by_a_mark(marker: str, mark: str, end: str) -> None:
    """A few words before a colon or a blank in each item of a list are its headings."""
    items = [f"{marker.format(n)}{head}{mark}{body}。" for n, (head, body) in zip("一二三四", ITEMS, strict=True)]
    text = f"2023年河湾乡妇联工作总结{end}一年来，乡妇联做了以下工作：{end}" + end.join(items)
    assert headings(text) == [head for head, _ in ITEMS]


def test_what_announces_a_list_is_no_heading() -> None:
    """会议指出: and 会议要求: open a sentence."""
    text = (
        "2023年河湾乡妇联工作总结\n一、学习情况\n1.会议指出：要把妇女工作放在心上，把各项任务落到实处。\n"
        "2.会议要求：要按时上报进展情况，不得拖延推诿。\n"
    )
    assert headings(text) == ["学习情况", "", ""]
