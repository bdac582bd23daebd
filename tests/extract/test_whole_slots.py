"""Slots are whole: no half of a quotation, no mark at an edge, no place without its body."""

from __future__ import annotations

import pytest

from govreport.extract import extract
from govreport.extract.characters import Word
from govreport.extract.pieces import edges, is_something, whole
from govreport.model import Outline, Part, Span
from govreport.normalize import normalize
from govreport.read import from_text


def told(said: str, name: str) -> list[str]:
    """Return the slots of this name in a sentence of a retrospective."""
    text = normalize(from_text(said))
    outline = Outline((), parts=(Part("retrospective", Span(0, len(said)), 2022),), year=2022)
    return [slot.text for one in extract(text, outline) for slot in one.slots.get(name, ())]


@pytest.mark.parametrize(
    ("said", "start", "end", "kept"),
    [
        ("示范村、示范户", 0, 4, "示范村"),
        ("1个(青禾村)", 3, 7, "青禾村"),
        ("在“妇女之家”举办", 1, 6, "“妇女之家”"),
        ("村(社)普及率", 0, 3, "村(社)"),
        ("畅通了领导", 2, 5, "领导"),
    ],
)
def test_what_is_kept_of_a_range(said: str, start: int, end: int, kept: str) -> None:
    """Marks at the edges are none of it, and a quotation that opens in it is shut."""
    found = whole(said, start, end)
    assert found is not None
    assert said[slice(*found)] == kept


def test_half_a_quotation_is_nothing() -> None:
    """Where the quotation goes on behind a range, and where it holds a number alone, it is no slot."""
    assert whole("在“妇女之家建设”中", 1, 5) is None
    assert not is_something("由46名妇女", 1, 3)


def test_a_place_is_a_part_of_the_body_behind_it() -> None:
    """县|农技站 is one: the border between them is none."""
    words = [Word("邀请", "v"), Word("县", "n"), Word("农技站", "n"), Word("授课", "v")]
    assert edges("邀请县农技站授课", words, []) == [0, 2, 6, 8]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("严格执行中央八项规定及其实施细则精神。", ["中央八项规定及其实施细则精神"]),
        ("学习宣传党的二十届三中全会精神12场。", ["党的二十届三中全会精神"]),
        ("修订《青禾县红十字会应急预案》。", ["《青禾县红十字会应急预案》"]),
        ("按照党建带妇建的要求,新建妇联组织3个。", ["党建带妇建的要求"]),
        ("能力素质达到有场地、有制度的要求。", []),
    ],
)
def test_policies(said: str, wanted: list[str]) -> None:
    """What an act follows is named in many ways; a demand is one only behind 按照 and the like."""
    assert told(said, "policy_reference") == wanted


def test_people_in_front_of_work_are_not_helped() -> None:
    """妇联工作 holds no workers, and 等35个项目 shows no name."""
    assert told("为妇联工作提供保障2次。", "beneficiary") == []
    assert told("韩电等35个项目竣工投产。", "person") == []


def test_what_a_thing_is_about_is_no_place() -> None:
    """在…等方面 and 在…基础上 name no place."""
    assert told("在疫情防控、文明典范城市创建等方面提供服务30次。", "venue") == []
    assert told("在已建的“妇女之家”基础上新建活动室2间。", "venue") == []
