"""Learned slots: the best ranges, and what stands in statements of other places and acts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport as gr
from govreport.extract.characters import LEARNED, RULED, Marked, character_names, words_in
from govreport.extract.pieces import edges
from govreport.extract.slot_model import SlotModel, load_slot_model, ranges
from govreport.extract.slot_tables import SlotTables
from govreport.extract.told_arrays import Told
from govreport.model import KINDS, Statement


def statement(said: str) -> Statement:
    """Return the first statement of a report that says this of its year."""
    text = f"青河县妇联2021年工作总结\n2021年，县妇联主要做了以下工作。\n一、主要工作\n{said}\n"
    found, *_ = gr.analyze(gr.from_text(text)).statements
    return found


@pytest.mark.parametrize(
    ("said", "partner"),
    [
        ("联合县司法局开展普法宣传活动12场。", "县司法局"),
        ("会同县公安局走访慰问困难妇女儿童86人次。", "县公安局"),
    ],
)
def test_who_joins_in_is_a_partner(said: str, partner: str) -> None:
    """The body that an act is done with is no actor of it and no part of the act."""
    slots = statement(said).slots
    assert [slot.text for slot in slots["partner"]] == [partner]
    assert not any(slot.span is not None for slot in slots.get("actor", ()))


def test_an_act_has_its_object() -> None:
    """The act and what it is done to stand apart, each where it is said."""
    slots = statement("举办家政服务技能培训班3期，培训妇女210人。").slots
    assert slots["action"][0].text == "举办"
    assert "培训班" in slots["object"][0].text


def test_nothing_is_inside_that_did_not_begin() -> None:
    """A range opens with its beginning, however well its characters stand inside."""
    assert ranges([-9, -9, -9], [7, 7, 7]) == [(0, 3)]
    assert ranges([-9, -9, -9], [2, 2, 2]) == []
    assert ranges([], []) == []


def test_names_unknown_to_a_model_say_nothing() -> None:
    """A character none of whose names was learned has the bias alone."""
    empty = SlotModel(LEARNED, [-100] * (2 * len(LEARNED)), {})
    assert [*empty.find([Told("举办培训班", "measure", []), Told("", "measure", [])])] == [[], []]
    begun = SlotModel(("action",), [-300, -300], {"0举": [900, 0]})
    assert [*begun.find([Told("举办", "measure", [])])] == [[Marked("action", 0, 2)]]


def test_each_character_has_names() -> None:
    """What stands at a character is among its names, and one list is given for each."""
    names = list(character_names("举办讲座", words_in("举办讲座"), "measure", [Marked("action", 0, 2)]))
    assert len(names) == 4
    assert "r=actionB" in names[0]
    assert "r=actionI" in names[1]
    assert "r=" in names[2]


def test_what_gains_nothing_stands_outside() -> None:
    """A range that scores as much as none is none: sums of hundredths are exact, and a tie is no slot."""
    tie = SlotModel(("action",), [0, 0], {"0举": [70, 0], "0办": [0, -70]})
    assert [*tie.find([Told("举办", "measure", [])])] == [[]]


_TOLD = st.builds(
    Told,
    st.text("举办培训班,3期：“妇女”联合x1.、县妇联\n𠀀", max_size=30),
    st.sampled_from(KINDS),
    st.lists(st.builds(Marked, st.sampled_from(RULED), st.integers(0, 20), st.integers(0, 30)), max_size=4),
)


@settings(max_examples=60)
@given(st.lists(_TOLD, min_size=1, max_size=5))
def test_the_arrays_weigh_what_the_names_do(statements: list[Told]) -> None:
    """What is looked up for all characters at once is the sum over the names of each character."""
    model = load_slot_model()
    assert model is not None
    sums = SlotTables(model.weights, len(model.bias)).sums(statements)
    weights, nothing = model.weights, [0] * len(model.bias)
    wanted = [
        [sum(column) for column in zip(nothing, *(weights.get(name, nothing) for name in names), strict=True)]
        for told in statements
        for names in character_names(told.text, words_in(told.text), told.kind, told.ruled)
    ]
    assert sums.tolist() == wanted


def test_the_shipped_model_knows_its_slots() -> None:
    """The model that is shipped scores every learned slot."""
    model = load_slot_model()
    assert model is not None
    assert model.slots == LEARNED
    assert len(model.bias) == 2 * len(LEARNED)
    assert {len(row) for row in model.weights.values()} == {2 * len(LEARNED)}


@pytest.mark.parametrize(
    "said",
    [
        "梳理“我为群众办实事”清单50项。",
        "组织街道机关党员开展“党员初心日”暨党员政治生日会10场。",
        "深入查摆问题、深刻剖析自己在工作中存在的不足。",
        "严格规范党内政治生活，探索“四务融合”试点。",
        "各基层党组织落实“第一议题”学习3154次。",
    ],
)
def test_no_slot_cuts_a_word_or_a_short_quotation(said: str) -> None:
    """What is drawn begins and ends between words, and quotations are in it whole or not at all."""
    text = f"青河县妇联2021年工作总结\n一、主要工作\n{said}\n"
    for one in gr.analyze(gr.from_text(text)).statements:
        borders = edges(one.text, words_in(one.text), [])
        for slot in (slot for name in LEARNED for slot in one.slots.get(name, ()) if slot.span):
            assert slot.span.start - one.span.start in borders, slot.text
            assert slot.span.end - one.span.start in borders, slot.text
            assert slot.text.count("“") == slot.text.count("”"), slot.text
