"""Names in a shared passage that are another unit's: villages and people, no words that look like them."""

import pytest

from govreport.check.foreign import ForeignNames
from govreport.model import Match, Place, Span, Submission

HEAD = "石桥镇妇联总结。"


def foreign_names(passage: str) -> list[str]:
    """Return what is told of a passage that stands in both texts."""
    one = Submission("a", passage, unit="柳湾镇妇联")
    other = Submission("b", HEAD + passage, unit="石桥镇妇联")
    places = Place("a", Span(0, len(passage))), Place("b", Span(len(HEAD), len(HEAD + passage)))
    match = Match(*places, 1.0, "exact", (), (), "same-batch", "copied")
    return [name for _, name in ForeignNames({"a": one, "b": other}).of(match)]


@pytest.mark.parametrize(
    "passage",
    [
        "请返乡大学生辅导作业，教儿童游泳。",
        "趁春节返乡的时机，组织下乡和回村宣讲。",
        "开展三下乡活动，动员外出妇女回乡创业。",
    ],
)
def test_going_home_is_no_place(passage: str) -> None:
    """返乡, 下乡 and 回村 end like the name of a place and are none."""
    assert foreign_names(passage) == []


def test_a_village_of_another_town_is_told() -> None:
    """The name stands in the passage alone."""
    assert foreign_names("6月在双桥村办班3期，培训妇女。") == ["双桥村"]
