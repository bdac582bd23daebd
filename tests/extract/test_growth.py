"""What a statement costs grows with its length and not with the square of it: anything may be submitted."""

from __future__ import annotations

import cProfile

from govreport.extract import extract
from govreport.model import Outline, Part, Span
from govreport.normalize import normalize
from govreport.read import from_text


def calls(number: int) -> int:
    """How many functions are called for a clause that has so many dates and figures."""
    said = "2021年培训3人" * number + "。"
    text = normalize(from_text(said))
    outline = Outline((), parts=(Part("retrospective", Span(0, len(said)), 2021),), year=2021)
    profile = cProfile.Profile()
    profile.runcall(extract, text, outline)
    return sum(entry.callcount for entry in profile.getstats())


def test_a_clause_of_dates_and_figures_is_read_in_proportion_to_its_length() -> None:
    """Each date and figure is not compared with every other: twice as many take twice the calls."""
    calls(10)  # what is loaded once
    assert calls(1200) < 2.5 * calls(600)
