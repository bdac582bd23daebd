"""In what relation two submissions stand to each other: which unit's, and from when.

>>> one = Submission("a", "", unit="石桥镇妇联", year=2018)
>>> relation_of(one, Submission("b", "", unit="石橋鎮婦聯", year=2019), 0.1)
'own-earlier'
>>> relation_of(one, Submission("c", "", unit="柳湾镇妇联", year=2018), 0.1)
'same-batch'

Where no day tells which was first, the summary of a county that speaks of a town is the later one:

>>> county = Submission("d", "石桥镇办起缝纫班。", unit="云溪县妇联", year=2018)
>>> relation_of(county, one, 0.1), relation_of(one, county, 0.1)
('subordinate', 'subordinate')
"""

from __future__ import annotations

from govreport.model import Submission
from govreport.text.keys import full_key
from govreport.text.units import unit_key, unit_level, unit_stem

__all__ = ["relation_of"]

# From this share of the later text on, two reports of one unit for one year are versions of one.
_REVISION = 0.5


def relation_of(earlier: Submission, later: Submission, share: float) -> str:
    """Return the relation; ``share`` is how much of the later text stands in the earlier one."""
    if earlier.role == "reference":
        return "reference"
    own = unit_key(earlier.unit)
    if own is not None and own == unit_key(later.unit):
        same_time = earlier.year is not None and earlier.year == later.year
        return "revision" if same_time and share >= _REVISION else "own-earlier"
    is_open = earlier.role == later.role and not earlier.is_told_from(later)
    if _takes_up(later, earlier) or (is_open and _takes_up(earlier, later)):
        return "subordinate"
    if earlier.role == "history" or (earlier.year and later.year and earlier.year != later.year):
        return "other-unit"
    return "same-batch"


def _takes_up(one: Submission, other: Submission) -> bool:
    """Whether one is of a unit above that of the other, which it speaks of: a county's summary."""
    return unit_level(one.unit) > unit_level(other.unit) > 0 and _names(one, other)


def _names(later: Submission, earlier: Submission) -> bool:
    """Whether the later text speaks of the unit of the earlier one."""
    stem = unit_stem(earlier.unit)
    return len(stem) > 1 and stem in full_key(later.text).text
