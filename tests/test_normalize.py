"""The normalized view and its way back."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from govreport.model import Span
from govreport.normalize import normalize
from govreport.read import from_text
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
