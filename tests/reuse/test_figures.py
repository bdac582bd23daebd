"""Figures by which what was reworded is found again: the same in whatever form they are written."""

import pytest

from govreport.reuse.alike.figures import figures
from govreport.reuse.alike.sentences import Sentences
from govreport.reuse.alike.telling import Telling
from govreport.text.keys import comparison_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("调解47件", "调解47起"),
        ("培训1240萬元", "培训１２４０万元"),
        ("价值2.3万元", "价值２．３萬元"),
        ("走访612户", "走访612家"),
        ("增长6.5%", "增长6.5％"),
    ],
)
def test_one_figure_in_two_forms(one: str, other: str) -> None:
    """Measure words that stand for one another, both scripts and widths, with a decimal point or without."""
    assert figures([one]).hashes.tolist() == figures([other]).hashes.tolist() != []


@pytest.mark.parametrize(
    ("one", "other"), [("2.3万元", "23万元"), ("612户", "612人"), ("2.35万元", "23.5万元"), ("47件", "74件")]
)
def test_other_figures_are_others(one: str, other: str) -> None:
    """The place of the point counts, and so do units that are no measure of the same."""
    assert figures([one]).hashes.tolist() != figures([other]).hashes.tolist()


@pytest.mark.parametrize(
    "text", ["2.3加强培训", "1.2.3组织", "（1/10万）", "2023年12月10日", "12月10号", "8人"]
)
def test_numbers_that_are_no_figures(text: str) -> None:
    """Numbers of sections, dates, parts of a unit, and single digits."""
    assert figures([text]).hashes.tolist() == []


def test_a_figure_at_the_end_of_a_sentence_is_of_that_sentence() -> None:
    """No character of the key stands behind 6.5% where the sentence ends: the next begins there."""
    text = "平均涨薪6.5%。下一步继续做好工作。"
    sentences = Sentences(text, comparison_key(text), Telling([], 1))
    assert list(sentences.figures) == [0]
