"""No pattern of the package can be made slow by a text: each is tried against 100 kB of its own literals."""

from __future__ import annotations

from pathlib import Path

import pytest

from govreport.read.files import format_of
from govreport.segment.markers import find_candidates
from tests.package_patterns import attacks, compiled, seconds, slowest

# 100 kB of Chinese; so much of it tells which attack is the worst, and which patterns to try it on.
LENGTH, SHORT = 34_000, 1_000
MOST, SUSPECT = 1.0, 0.002
REPORTS = [str(Path(__file__).parents[1] / "corpus" / "examples" / "baishi-2021.txt")]


def test_every_pattern_is_linear_on_its_own_literals() -> None:
    """Less than a second for 100 kB, for each of the patterns that modules, functions and data files hold."""
    patterns = compiled(*REPORTS)
    assert len(patterns) > 200
    slow = {}
    for name, pattern in patterns:
        taken, worst = slowest(pattern, SHORT)
        if taken > SUSPECT and (taken := seconds(pattern, worst, LENGTH, MOST)) > MOST:
            slow[name] = (worst, taken)
    assert not slow


@pytest.mark.nightly
def test_every_pattern_is_linear_on_each_of_its_literals() -> None:
    """The same with every attack at its full length."""
    slow = {
        (name, repeated)
        for name, pattern in compiled(*REPORTS)
        for repeated in attacks(pattern)
        if seconds(pattern, repeated, LENGTH, MOST) > MOST
    }
    assert not slow


def test_comments_before_no_page_are_looked_at_once() -> None:
    """Where a page may open with comments, what they enclose is read in one way only."""
    assert format_of(b"<!---->" * 500 + b"<x") == "txt"
    assert format_of(b"<!-- a -->\n" * 50 + b"<html>") == "html"


def test_numerals_behind_a_marker_are_read_in_one_way() -> None:
    """一、 before a row of numerals is judged at once, however long the row is."""
    assert [found.number for found in find_candidates("一、" + "一" * 500)][:1] == [1]
    assert not find_candidates("一、二、三产业")
