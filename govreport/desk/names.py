"""Which unit of a roster a name means: over scripts, former names and aliases; what fits several fits none.

A name is a place and a body (石橋鎮 + 婦聯). Bodies differ only where both are named; a place may carry the
names of higher ones before it (雲溪縣石橋鎮), on either side.

>>> units = [Unit("1", "石桥镇妇联", parent="云溪县", former=("石桥乡妇联",)), Unit("2", "柳湾镇妇联")]
>>> names = Names(units)
>>> [names.find(name).ids for name in ("石橋鎮婦女聯合會", "石桥乡妇联", "云溪县柳湾镇", "大石桥镇妇联")]
[('1',), ('1',), ('2',), ()]
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from govreport.desk.csv_rows import folded
from govreport.model import Unit
from govreport.text.keys import comparison_key
from govreport.text.lexicon import load_table
from govreport.text.units import unit_stem

__all__ = ["Found", "Names"]

_LONGEST = 40


class Found(NamedTuple):
    """The ids of the units that a name fits: one, several, or none."""

    ids: tuple[str, ...]

    @property
    def id(self) -> str | None:
        """The id where it is one only."""
        return self.ids[0] if len(self.ids) == 1 else None


class Names:
    """The names of a roster, looked up and not searched for."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self.units = {unit.id: unit for unit in units}
        self._whole: defaultdict[str, set[str]] = defaultdict(set)
        self._places: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        self._ends: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for unit in self.units.values():
            for name in (unit.id, unit.code or "", *unit.names):
                self._whole[folded(name)].add(unit.id)
            for name in unit.names:
                self._take(unit, name)

    def _take(self, unit: Unit, name: str) -> None:
        place, body = _parted(name)
        self._places[place].add((unit.id, body))
        for end in _without_higher(place):
            self._ends[end].add((unit.id, body))

    def find(self, name: str | None, context: str = "") -> Found:
        """Return the units that a name fits; ``context`` (a path) may tell two of one name apart."""
        if not name or not folded(name):
            return Found(())
        ids = self._whole.get(folded(name)) or self._by_place(name)
        return self._told_apart(ids or set(), name + context)

    def in_path(self, path: str) -> Found:
        """Return the units that a file's name, else the folder nearest to it, is named after."""
        steps = re.split(r"[/\\]", re.sub(r"\.[A-Za-z0-9]{1,6}$", "", path))
        for step in reversed(steps):
            found = self._in_step(comparison_key(step[: 4 * _LONGEST]).text)
            if found:
                return self._told_apart(found, path)
        return Found(())

    def _by_place(self, name: str) -> set[str]:
        place, body = _parted(name)
        if not unit_stem(name) or not place:
            return set()
        tables = (self._places.get(place), self._ends.get(place))
        above = (self._places.get(end) for end in _without_higher(place))
        for fitting in (*tables, *above):
            ids = {id for id, other in fitting or () if not (body and other and body != other)}
            if ids:
                return ids
        return set()

    def _told_apart(self, ids: set[str], words: str) -> Found:
        """Of several, those whose parent is named beside."""
        if len(ids) > 1:
            beside = folded(words)
            named = {id for id in ids if (stem := unit_stem(self._parent(id))) and stem in beside}
            ids = named or ids
        return Found(tuple(sorted(ids)))

    def _parent(self, id: str) -> str | None:
        parent = self.units[id].parent
        return self.units[parent].name if parent in self.units else parent

    def _in_step(self, step: str) -> set[str]:
        """The longest name that begins where no other name runs on, with a body that does not contradict."""
        best: tuple[int, set[str]] = (1, set())
        for start in range(len(step)):
            if start and not _is_border(step[:start]):
                continue
            for end in range(min(len(step), start + _LONGEST), start + best[0], -1):
                ids = self._whole.get(step[start:end]) or self._place_at(step, start, end)
                if ids:
                    best = max(best, (end - start, ids), key=lambda pair: pair[0])
                    break
        return best[1]

    def _place_at(self, step: str, start: int, end: int) -> set[str]:
        body = _body_at(step[end:])
        fitting = self._places.get(step[start:end], ())
        return {id for id, other in fitting if not (body and other and body != other)}


def _parted(name: str) -> tuple[str, str]:
    """Return place and body of a name as they are compared; the body is "" where none is named."""
    key = re.sub(load_table("desk")["names"]["before"], "", folded(name))
    for ending, body in _bodies():
        if key.endswith(ending) and len(key) > len(ending):
            return key[: -len(ending)], body
    return key, ""


def _body_at(text: str) -> str:
    return next((body for ending, body in _bodies() if text.startswith(ending)), "")


@cache
def _bodies() -> tuple[tuple[str, str], ...]:
    groups = load_table("desk")["names"]["bodies"]
    pairs = [(name, group[0]) for group in groups for name in group]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


def _without_higher(place: str) -> Iterator[str]:
    """Yield a place without the names of higher ones that stand before it."""
    for start in range(2, len(place) - 1):
        if re.search(load_table("desk")["names"]["higher"], place[:start]):
            yield place[start:]


def _is_border(before: str) -> bool:
    """Whether a name can begin behind these characters of a file's name: a higher place, or a common word."""
    return re.search(load_table("desk")["names"]["higher"], before) is not None or before.endswith(
        tuple(load_table("desk")["names"]["leads"])
    )
