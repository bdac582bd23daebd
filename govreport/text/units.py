"""The names of units: as they are compared, and without what kind of place and body they are.

>>> unit_key("石橋鎮婦女聯合會"), unit_stem("石橋鎮婦聯"), unit_key("XX镇妇联")
('石桥镇妇联', '石桥', None)
>>> unit_place("雲溪縣石橋鎮婦聯"), unit_place("共青团云溪县委")
('石桥镇', '云溪县')
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from hashlib import sha256

from govreport.text.keys import full_text
from govreport.text.lexicon import load_table
from govreport.text.script import to_simplified

__all__ = ["unit_key", "unit_level", "unit_place", "unit_stem", "unit_version"]


@lru_cache(maxsize=1 << 16)
def unit_key(unit: str | None) -> str | None:
    """Return the name of a unit as it is compared, with short names of bodies; None if unknown or masked."""
    short = to_simplified(unit or "").strip()
    for pattern, body in _same():
        short = pattern.sub(body, short)
    name = full_text(short)
    return name if name and not re.search("[xX*×某]", unit or "") else None


def unit_version() -> str:
    """Return what tells one set of rules by which units are compared from another."""
    told = [(pattern.pattern, short) for pattern, short in _same()]
    return sha256(repr(told).encode()).hexdigest()[:16]


@lru_cache(maxsize=1 << 16)
def unit_stem(unit: str | None) -> str:
    """Return the place of a unit without its kinds; "" where it is unknown or masked."""
    return _kind().sub("", unit_key(unit) or "")


@lru_cache(maxsize=1 << 16)
def unit_place(unit: str | None) -> str:
    """Return the innermost place in the name of a unit, with its kind; "" where none is known."""
    key = (unit_key(unit) or "").removeprefix("共青团")
    ends = [0, *(found.end() for found in _level().finditer(key))]
    return key[ends[-2] : ends[-1]] if len(ends) > 1 else ""


@lru_cache(maxsize=1 << 16)
def unit_level(unit: str | None) -> int:
    """Return 1 for a village up to 5 for a province, 0 where the name does not tell."""
    levels = load_table("reuse")["unit"]["levels"]
    name = full_text(unit or "")
    return min((number for number, kinds in enumerate(levels, 1) if re.search(kinds, name)), default=0)


@cache
def _same() -> list[tuple[re.Pattern[str], str]]:
    return [(re.compile(pattern), short) for pattern, short in load_table("reuse")["unit"]["same"]]


@cache
def _level() -> re.Pattern[str]:
    return re.compile("|".join(load_table("reuse")["unit"]["levels"]))


@cache
def _kind() -> re.Pattern[str]:
    return re.compile(load_table("reuse")["unit"]["kind"])
