"""Where a rule is silent because there is nothing to compare with, which is not the same as finding nothing.

>>> what_is_untold([Submission("a", "", "石桥镇妇联", 2021)], {})
{'a': ('alone', 'no-other-year')}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from govreport.model import Submission
from govreport.text.units import unit_key

__all__ = ["what_is_untold"]


def what_is_untold(
    batch: Iterable[Submission], known: Mapping[str, Submission]
) -> dict[str, tuple[str, ...]]:
    """Return why some rules tell nothing of a submission, by its id: keys of ``UNTOLD``.

    ``known`` are all texts that were compared. A report whose unit or year nobody knows has no report of
    another year beside it.
    """
    years: defaultdict[str | None, set[int | None]] = defaultdict(set)
    for one in known.values():
        years[unit_key(one.unit)].add(one.year)
    alone = ("alone",) if len(known) < 2 else ()
    found = {}
    for one in batch:
        key = unit_key(one.unit)
        others = years[key] - {None, one.year} if key and one.year else set()
        reasons = alone if others else (*alone, "no-other-year")
        if reasons:
            found[one.id] = reasons
    return found
