"""Cells hold what Excel allows, and nothing that was submitted runs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.export.workbook.cells import LONGEST, Rich, cell_text, rich_text, sheet_name

ANY = st.text(st.characters(codec=None), max_size=60)


@given(ANY, st.integers(0, 40))
def test_no_text_is_too_long_or_forbidden(text, longest):
    """Counted as Excel counts, a cell is never too long; controls and half characters are replaced."""
    found = cell_text(text, longest)
    assert len(found.encode("utf-16-le")) // 2 <= longest
    assert not any(c < " " and c not in "\n\t" for c in found)


@given(st.lists(st.tuples(ANY, st.booleans()), max_size=5), st.integers(0, 60))
def test_pieces_together_are_no_longer_than_a_cell(pieces, longest):
    """The limit is that of the whole cell, and no piece is empty."""
    found = rich_text(Rich(tuple(pieces)), longest).pieces
    assert sum(len(text.encode("utf-16-le")) // 2 for text, _ in found) <= longest
    assert all(text for text, _ in found)


def test_a_long_text_is_cut_and_says_so():
    """A text beyond the limit ends with an ellipsis; one at the limit is whole."""
    assert cell_text("婦" * LONGEST) == "婦" * LONGEST
    assert cell_text("婦" * (LONGEST + 1)).endswith("婦…")
    assert len(cell_text("\U00020000" * LONGEST)) <= LONGEST // 2 + 1


@pytest.mark.parametrize("name", ["a/b\\c?d*e[f]:g", "'quoted'", "名" * 40])
def test_sheet_names_are_allowed(name):
    """At most 31 characters, none of those that Excel refuses."""
    found = sheet_name(name)
    assert len(found) <= 31
    assert not set(found) & set("[]:*?/\\")
    assert not found.startswith("'")
