"""Findings that go from a child to its parent, or into the cache, come back as they were."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import govreport as gr
from govreport.engines.stored import findings_from, to_bytes
from tests.test_cli import EXAMPLE


def test_all_that_is_found_comes_back_equal() -> None:
    """Every field of every object is there again, and the same bytes are written of it."""
    findings = gr.analyze(EXAMPLE).findings
    written = to_bytes(findings)
    assert findings_from(written) == findings
    assert to_bytes(findings_from(written)) == written


def test_half_characters_and_endless_figures_come_back() -> None:
    """What UTF-8 and strict JSON can't hold is held all the same."""
    text = "一、培训\ud800班\n举办培训班" + "9" * 400 + "期。\n"
    findings = gr.analyze(gr.from_text(text)).findings
    assert findings_from(to_bytes(findings)) == findings


@settings(max_examples=60)
@given(st.data())
def test_damaged_bytes_are_a_value_error(data: st.DataObject) -> None:
    """Bytes that were changed or cut are told to be no findings, or are findings; nothing else is raised."""
    written = bytearray(to_bytes(gr.analyze(gr.from_text("一、培训\n举办3期。\n")).findings))
    place = data.draw(st.integers(0, len(written) - 1))
    written[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(written)))
    for damaged in (bytes(written), bytes(written[:cut])):
        try:
            findings_from(damaged)
        except ValueError:
            continue


def test_what_does_not_fit_the_types_is_a_value_error() -> None:
    """JSON of another shape is refused with one kind of error."""
    for damaged in (b"", b"{}", b"[]", b"null", b"[1, 2, 3, 4, 5, 6]", b"\xff", b"[" * 100_000):
        with pytest.raises(ValueError, match=r"."):
            findings_from(damaged)


def test_short_words_and_chances_are_held_once() -> None:
    """What recurs in every report of a batch takes the memory of one, and a text that is its own view too."""
    written = to_bytes(
        gr.analyze(gr.from_text("一、举办培训\n举办家政服务技能培训班3期。\n", id="a")).findings
    )
    one, other = findings_from(written), findings_from(written)
    assert one.text.text is one.document.text
    assert one.statements[0].kind is other.statements[0].kind
    assert one.statements[0].slots["action"][0].text is other.statements[0].slots["action"][0].text
    assert one.statements[0].areas[0].probability is other.statements[0].areas[0].probability
