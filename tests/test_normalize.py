"""The normalized view and its way back."""

from __future__ import annotations

import itertools
from array import array

from hypothesis import given
from hypothesis import strategies as st

from govreport.model import Span, TextMap
from govreport.normalize import normalize
from govreport.read import from_text
from govreport.segment import segment
from tests.strategies import any_texts


@given(any_texts())
def test_the_map_is_monotone_and_covers_each_character(text: str) -> None:
    """Raw ranges follow one another, never overlap, and number as many as the normalized characters."""
    view = normalize(from_text(text))
    assert len(view.map) == len(view.text)
    pairs = list(zip(view.map.starts, view.map.ends, strict=True))
    assert all(start < end for start, end in pairs)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(pairs))


@given(any_texts(), st.data())
def test_a_span_comes_back_from_the_raw_text(text: str, data: st.DataObject) -> None:
    """A normalized span, carried to the raw text and back, is itself."""
    view = normalize(from_text(text))
    end = data.draw(st.integers(0, len(view.text)))
    start = data.draw(st.integers(0, end))
    if start < end:
        assert view.map.to_normalized(view.map.to_raw(Span(start, end))) == (start, end)


def test_traditional_full_width_and_invisible_characters_fold() -> None:
    """Script, width and quotation marks are made one; what can't be seen is gone."""
    view = normalize(from_text("（一）婦聯\u200b「三八」２０％\r\n"))
    assert view.text == "(一)妇联“三八”20%\n"
    assert view.script == "Hant"
    assert view.quote(view.raw(3, 5)) == "婦聯"


def test_pinyin_glosses_are_skipped() -> None:
    """A gloss left behind by a crawler is out of the view, and covered by the span around it."""
    view = normalize(from_text("工作總結(jié)報告"))
    assert view.text == "工作总结报告"
    assert view.quote(view.raw(2, 5)) == "總結(jié)報"


def test_shifted_numbers_are_read_by_their_order() -> None:
    """（一） to （七） behind a lost byte count again, and their spans cover what stands in the file."""
    signs = ("。ㄒ唬", "。ǘ", "。ㄈ", "。ㄋ模", "。ㄎ澹", "。", "。ㄆ撸")
    view = normalize(from_text("\n".join(f"{sign}抓好培训。" for sign in signs)))
    assert [line[0] for line in view.text.split("\n")] == list("㈠㈡㈢㈣㈤㈥㈦")
    sections = segment(view).sections
    assert [section.number for section in sections] == [1, 2, 3, 4, 5, 6, 7]
    assert tuple(section.marker for section in sections) == signs


def test_a_full_stop_at_a_line_start_is_no_number() -> None:
    """Without shifted numbers beside it nothing is repaired."""
    assert normalize(from_text("抓学习\n。抓培训")).text == "抓学习\n。抓培训"


def test_page_numbers_are_left_out_and_kept_apart() -> None:
    """A sentence goes on over the page; a heading at the end of a page stays on its line."""
    long = "镇妇联在镇党委的正确领导和县妇联的精心指导下组织全镇广大妇女群众开展"
    view = normalize(from_text(f"{long}\n- 2 -\n活动。\n一、抓宣传\n— 3 —\n全年5场。其中第- 4 -二季度2场。"))
    assert view.text == f"{long}活动。\n一、抓宣传\n全年5场。其中第二季度2场。"
    asides = segment(view).asides
    assert [(aside.kind, aside.span.of(view.document.text)) for aside in asides] == [
        ("page-number", "- 2 -"),
        ("page-number", "— 3 —"),
        ("page-number", "- 4 -"),
    ]


def test_lines_that_only_wrap_are_joined() -> None:
    """A text of one width is read as paragraphs; one whose paragraphs are lines is left alone."""
    line = "今年以来我镇妇联认真学习上级会议精神"
    wrapped = "一、抓学习\n" + f"{line}走村入户开\n展活动。\n" * 8
    assert normalize(from_text(wrapped)).text.count("开展活动") == 8
    told = "".join(f"{line}{'走村入户' * n}\n" for n in range(1, 10))
    assert normalize(from_text(told)).text == told


def test_a_title_above_sentences_of_like_length_stays_a_line() -> None:
    """Where sentences of one width are paragraphs, a line without a mark is no part of the next."""
    title = "青禾镇妇联2022年工作总结及2023年工作计划\n"
    told = title + "一年来镇妇联走村入户开展调查研究并慰问老人。\n" * 9
    assert normalize(from_text(told)).text == told


@given(st.text("一、走访（1）\r\n ", max_size=30), st.data())
def test_a_view_without_gaps_takes_no_room_for_its_map(text: str, data: st.DataObject) -> None:
    """Where nothing was left out the map is a range, and leads where one with a number each does."""
    pairs = [(at, at + 1) for at in range(len(text))]
    told = TextMap.of_ranges(pairs, len(text))
    listed = TextMap(array("l", range(len(text))), array("l", range(1, len(text) + 1)), len(text))
    assert not text or isinstance(told.starts, range)
    assert isinstance(
        TextMap.of_ranges([*pairs, (len(text) + 1, len(text) + 2)], len(text) + 2).starts, array
    )
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert told.to_raw(span) == listed.to_raw(span)
    assert told.to_normalized(span) == listed.to_normalized(span)
