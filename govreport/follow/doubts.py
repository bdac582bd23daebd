"""Whether two reports can follow each other at all: those of one unit, the earlier one first.

>>> list(doubts("石桥镇妇联", 2021, "石桥镇妇女联合会", 2022))
[]
"""

from __future__ import annotations

from collections.abc import Iterator

from govreport.text.units import unit_stem

__all__ = ["doubts"]

# What is left of a name without its kinds is so long where it names a place, which 团县委 does not.
_NAME = 2


def doubts(
    unit: str | None, year: int | None, later_unit: str | None, later_year: int | None
) -> Iterator[str]:
    """Yield what speaks against a follow-up, in one sentence each; units and years may be unknown.

    Units are renamed and merged, and half a year follows the other: so this is a doubt and no error.
    """
    one, other = unit_stem(unit), unit_stem(later_unit)
    if min(len(one), len(other)) >= _NAME and one not in other and other not in one:
        yield f"the reports are of two units, {unit} and {later_unit}: one need not keep the other's promises"
    if year is not None and later_year is not None and later_year < year:
        yield f"the later report is of {later_year}, the earlier one of {year}: give the earlier one first"
