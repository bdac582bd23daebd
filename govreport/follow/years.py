"""Which reports follow each other: those of one unit for a year and the next that there is.

>>> reports = [Submission(str(year), "", unit="石桥镇妇联", year=year) for year in (2021, 2018, 2019)]
>>> list(consecutive(reports))
[('2018', '2019'), ('2019', '2021')]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise

from govreport.model import Submission
from govreport.text.units import unit_key

__all__ = ["consecutive"]


def consecutive(submissions: Iterable[Submission]) -> Iterator[tuple[str, str]]:
    """Yield the ids of the earlier and the later one; what has no unit or no year follows nothing."""
    units: defaultdict[str, list[Submission]] = defaultdict(list)
    for one in submissions:
        unit = unit_key(one.unit)
        if unit is not None and one.year is not None:
            units[unit].append(one)
    for those in units.values():
        ordered = sorted(those, key=lambda one: one.moment)
        yield from ((a.id, b.id) for a, b in pairwise(ordered) if a.year != b.year)
