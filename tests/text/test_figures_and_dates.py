"""Figures and dates of this field, the hard ones first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from govreport.model import DateValue
from govreport.text.dates import FoundDate, dates
from govreport.text.numerals import parse_numeral
from govreport.text.quantities import FoundQuantity, quantities
from tests.strategies import any_texts

FOLDER = Path(__file__).parent


def phrases(name: str) -> list[tuple[str, list[str]]]:
    """Return the sentences of a table, each with what has to be found in it."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    rows = [line.partition("\t") for line in lines if line and not line.startswith("#")]
    return [(said, wanted.split(";") if wanted else []) for said, _, wanted in rows]


def figure(found: FoundQuantity) -> str:
    """Write a figure as the table does."""
    value = found.value
    numbers = "..".join(f"{number:.12g}" for number in dict.fromkeys((value.minimum, value.maximum)))
    told = "|".join((found.text, numbers, value.unit, value.comparator, value.change))
    return told.removesuffix("|").removesuffix("|equal")


def moment(found: FoundDate) -> str:
    """Write a date as the table does."""
    value = found.value
    days = "|".join(value) if isinstance(value, DateValue) else value or "|"
    return f"{found.text}|{found.kind}|{days}"


@pytest.mark.parametrize(("said", "wanted"), phrases("figures.tsv"))
def test_figures(said: str, wanted: list[str]) -> None:
    """A figure has its value, its unit, how exact it is and the change it tells; words are no figures."""
    assert list(map(figure, quantities(said))) == wanted


@pytest.mark.parametrize(("said", "wanted"), phrases("dates.tsv"))
def test_dates(said: str, wanted: list[str]) -> None:
    """A date resolves against the year its part speaks of; a limit that an event sets is one."""
    assert list(map(moment, dates(said, 2022))) == wanted


def test_vague_figures_are_approximate() -> None:
    """Whatever is not exact is marked so, and a range is no vagueness."""
    said = "约3人,3-5名,几十户,至少2场,7件,七八个"
    found = [one.text for one in quantities(said) if one.value.approximate]
    assert found == ["约3人", "几十户", "至少2场", "七八个"]


@pytest.mark.parametrize(
    ("numeral", "value"),
    [
        ("一亿两千万", 120_000_000),
        ("两百三", 230),
        ("一万二", 12_000),
        ("二百零三", 203),
        ("三万零五百", 30_500),
    ],
)
def test_numerals(numeral: str, value: int) -> None:
    """Large units add up, and a last digit stands for the next lower one unless 零 comes before it."""
    assert parse_numeral(numeral) == value


@given(any_texts())
def test_any_text_is_searched(text: str) -> None:
    """No text breaks the grammars, and what they find lies in the text."""
    for found in (*quantities(text), *dates(text, 2020)):
        assert text[found.start : found.end] == found.text


@pytest.mark.parametrize("repeated", ["1", "1百", "1万", "三成", "每"])
def test_rows_of_numerals_find_an_end(repeated: str) -> None:
    """An amount has few parts: a row of digits and scales is not tried anew from each of its places."""
    found = [*quantities(repeated * 20_000), *dates(repeated * 20_000, 2020)]
    assert all(len(one.text) < 200 for one in found)
