"""Patterns of many words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govreport.extract.cues import words_of
from govreport.text.lexicon import load_table
from govreport.text.word_pattern import any_of


@given(
    st.lists(st.text("开展办.(", min_size=1, max_size=4), min_size=1, max_size=8),
    st.text("开展办.(x", max_size=12),
)
def test_the_longest_word_is_found(words: list[str], text: str) -> None:
    """Each beginning stands once in the pattern, which finds what the longest word first would find."""
    plain = re.compile("|".join(map(re.escape, sorted(set(words), key=len, reverse=True))))
    found = [match.span() for match in re.finditer(any_of(words), text)]
    assert found == [match.span() for match in plain.finditer(text)]


@pytest.mark.parametrize("key", ["acts", "effects", "adverbs", "connectives"])
def test_every_word_of_a_list_is_matched(key: str) -> None:
    """No word of the tables is lost, and none matches less than itself."""
    assert all(words_of(key).fullmatch(word) for word in load_table("extract")[key])
