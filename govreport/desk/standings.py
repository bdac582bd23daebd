"""How every expected unit stands: one row each, whatever it submitted.

>>> unit = Unit("1", "石桥镇妇联", due="2020-01-15")
>>> [one.state for one in standings([unit], [Submitted("a", None, "1", 2019, "2020-01-20")], 2019)]
['late']
>>> standings([unit], [], 2019)[0].state
'missing'
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from govreport.model import Note, Standing, Submitted, Unit

__all__ = ["standings", "usual_year"]


def usual_year(submitted: Iterable[Submitted]) -> int | None:
    """Return the year that more than half of the dated submissions report on, None where none is."""
    years = Counter(one.year for one in submitted if one.year is not None)
    year, count = next(iter(years.most_common(1)), (None, 0))
    return year if 2 * count > years.total() else None


def standings(
    units: Sequence[Unit], submitted: Iterable[Submitted], year: int | None = None
) -> tuple[Standing, ...]:
    """Return one row for each unit; ``year`` is wanted of units whose row in the roster names none."""
    by_unit: defaultdict[str, list[Submitted]] = defaultdict(list)
    for one in submitted:
        if one.unit_id is not None:
            by_unit[one.unit_id].append(one)
    return tuple(_standing(unit, by_unit[unit.id], unit.year or year) for unit in units)


def _standing(unit: Unit, theirs: list[Submitted], year: int | None) -> Standing:
    documents = tuple(one.document_id for one in theirs)
    own = [one for one in theirs if one.read and one.named is None]
    right = [one for one in own if None in (year, one.year) or one.year == year]
    if right:
        return _in_time(unit, right, documents, year)
    for one in own:
        note = Note("roster-wrong-year", {"year": one.year or "?", "wanted": year or "?"})
        return Standing(unit, "wrong-year", documents, one.year, one.date, note, year, one.document_id)
    for one in (one for one in theirs if one.read):
        note = Note("roster-wrong-unit", {"unit": one.named or "?"})
        return Standing(unit, "wrong-unit", documents, one.year, one.date, note, year)
    date = theirs[0].date if theirs else None
    return Standing(unit, "unreadable" if theirs else "missing", documents, None, date, None, year)


def _in_time(unit: Unit, right: list[Submitted], documents: tuple[str, ...], year: int | None) -> Standing:
    """The first that counts tells whether it was in time; later ones are re-submissions."""
    ordered = sorted(right, key=lambda one: (one.date is None, one.date or "", one.document_id))
    first, last = ordered[0], ordered[-1]
    note = None
    if unit.due is None or first.date is None or (first.dated_by == "signed" and first.date <= unit.due):
        # A report that is signed in time may still have come late.
        state = "undated"
    else:
        state = "on-time" if first.date <= unit.due else "late"
    if len(ordered) > 1:
        note = Note("roster-again", {"count": len(ordered) - 1, "date": last.date or "?"})
    elif first.year is None:
        note = Note("roster-no-year", {})
    told = first.year or year
    return Standing(unit, state, documents, told, first.date, note, year, last.document_id)
