"""A unit that signs once with its long name and once with its short one is one unit."""

from __future__ import annotations

from itertools import combinations

import pytest

from govreport.follow import consecutive
from govreport.model import Submission
from govreport.reuse.across.relation import relation_of
from govreport.text.units import unit_key

NAMES = [
    ("石桥镇妇联", "石橋鎮婦女聯合會", "石桥镇妇女联合会"),
    ("云溪县残联", "云溪县残疾人联合会"),
    ("云溪县科协", "云溪县科学技术协会"),
    ("云溪县工商联", "云溪县工商业联合会"),
    ("云溪县文联", "云溪县文学艺术界联合会"),
    ("云溪县侨联", "云溪县归国华侨联合会"),
    ("云溪县计生协", "云溪县计划生育协会"),
    ("云溪县妇儿工委", "云溪县妇女儿童工作委员会"),
    ("石桥镇政府", "石桥镇人民政府"),
    ("云溪县团委", "共青团云溪县委", "共青团云溪县委员会"),
]


@pytest.mark.parametrize("names", NAMES, ids=lambda names: names[0])
def test_long_and_short_names_are_one_unit(names: tuple[str, ...]) -> None:
    """They are compared as the same, in both scripts."""
    assert len({unit_key(name) for name in names}) == 1


def test_other_units_stay_apart() -> None:
    """Places, and bodies of one place, are not mixed up."""
    keys = [unit_key(names[0]) for names in NAMES]
    assert all(one != other for one, other in combinations(keys, 2))


def test_reports_of_a_unit_follow_each_other_under_both_names() -> None:
    """Last year's report under the long name is its own earlier one, not that of another unit."""
    old, new = (
        Submission(str(year), "", unit=unit, year=year)
        for unit, year in (("石桥镇妇女联合会", 2021), ("石橋鎮婦聯", 2022))
    )
    assert list(consecutive([new, old])) == [("2021", "2022")]
    assert relation_of(old, new, 0.9) == "own-earlier"
