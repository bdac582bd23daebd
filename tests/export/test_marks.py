"""Marking changes nothing of the text, however marks lie to each other."""

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from govreport.export.marks import Mark, marked
from tests.work import lines_run


def visible(lines):
    return unescape(re.sub(r"<[^>]*>", "", "".join(str(line.html) for line in lines)))


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet="甲乙<>&\"'\r\n \t", max_size=40))
    position = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(position, position, st.sampled_from(["a", "b", "c"])), max_size=8))
    return text, [
        Mark(min(s, e), max(s, e), style, "t", f"{i}", "1", "x") for i, (s, e, style) in enumerate(pairs)
    ]


@given(marked_texts())
def test_the_visible_text_is_the_submitted_text(case):
    """Whatever the marks, the page shows and copies exactly the characters of the text."""
    text, marks = case
    assert visible(marked(text, marks)) == text


@given(marked_texts())
def test_every_mark_has_its_anchor_once(case):
    """Each mark that covers something can be linked to."""
    text, marks = case
    html = "".join(str(line.html) for line in marked(text, marks))
    for mark in marks:
        assert html.count(f'id="{mark.anchor}"') == (mark.start < mark.end)


def test_nested_marks_show_together():
    """A statement inside a copied block carries both styles."""
    html = str(marked("甲乙丙", [Mark(0, 3, "copy"), Mark(1, 2, "measure")])[0].html)
    assert '<span class="copy measure" title="">乙</span>' in html


def test_a_mark_over_several_lines_is_on_each():
    """A block that runs over lines has its bar beside every one."""
    lines = marked("甲\n乙\n丙", [Mark(0, 3, "copy", bar=True)])
    assert [line.bars for line in lines] == ["copy", "copy", ""]


def test_marking_is_linear():
    """Twice as many nested and overlapping marks take twice the work, not four times."""

    def work(size: int) -> int:
        marks = [Mark(i, 2 * size - i, "copy", "t", f"m{i}") for i in range(size)]
        return lines_run(lambda: marked("甲" * (2 * size), marks))

    assert work(1000) < 2.2 * work(500)


def test_marks_outside_the_text_are_left_out():
    """A wrong span never breaks the page."""
    assert visible(marked("甲", [Mark(0, 9, "a"), Mark(-1, 1, "b"), Mark(1, 1, "c")])) == "甲"
