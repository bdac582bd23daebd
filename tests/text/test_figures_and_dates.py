"""Figures and dates of this field, the hard ones first."""

from __future__ import annotations

import pytest
from hypothesis import given

from govreport.text.dates import dates
from govreport.text.quantities import quantities
from tests.strategies import any_texts


@pytest.mark.parametrize(
    ("text", "minimum", "maximum", "unit", "approximate"),
    [
        ("8%左右", 8, 8, "%", True),
        ("百分之八", 8, 8, "%", False),
        ("百分之九十五点五", 95.5, 95.5, "%", False),
        ("十余场", 10, 10, "场", True),
        ("1,460余人次", 1460, 1460, "人次", True),
        ("3-5万元", 30000, 50000, "元", False),
        ("1.5亿元", 150000000, 150000000, "元", False),
        ("两千三百人", 2300, 2300, "人", False),
        ("近百户", 100, 100, "户", True),
        ("不少于800人", 800, 800, "人", True),
    ],
)
def test_figures(text: str, minimum: float, maximum: float, unit: str, approximate: bool) -> None:
    """A figure has its value, its unit and whether it is exact."""
    (found,) = quantities(text)
    assert (found.text, *found.value) == (text, minimum, maximum, unit, approximate)


@pytest.mark.parametrize("text", ["一个", "一批", "2019年", "第一名", "一年来"])
def test_what_is_no_figure(text: str) -> None:
    """Indefinite words, years and ordinals are no figures."""
    assert list(quantities(text)) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("到2025年底前", "2025-01-01", "2025-12-31"),
        ("十四五期间", "2021-01-01", "2025-12-31"),
        ("“十三五”时期", "2016-01-01", "2020-12-31"),
        ("6月底前", "2022-01-01", "2022-06-30"),
        ("下半年", "2022-07-01", "2022-12-31"),
        ("年内", "2022-01-01", "2022-12-31"),
        ("二〇二三年三月", "2023-03-01", "2023-03-31"),
        ("3月8日", "2022-03-08", "2022-03-08"),
    ],
)
def test_dates(text: str, first: str, last: str) -> None:
    """A date resolves against the year its part speaks of."""
    (found,) = dates(text, 2022)
    assert (found.text, *found.value) == (text, first, last)


@given(any_texts())
def test_any_text_is_searched(text: str) -> None:
    """No text breaks the grammars, and what they find lies in the text."""
    for found in (*quantities(text), *dates(text, 2020)):
        assert text[found.start : found.end] == found.text
