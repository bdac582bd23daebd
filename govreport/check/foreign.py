"""Names inside a shared passage that belong to the other text: its unit, its villages, its people.

>>> from govreport.model import Place
>>> one = Submission("a", "柳湾镇妇联在双桥村办班，由沈玉珍牵头。", unit="柳湾镇妇联")
>>> other = Submission("b", "石桥镇妇联总结。柳湾镇妇联在双桥村办班，由沈玉珍牵头。", unit="石桥镇妇联")
>>> places = Place("a", Span(0, 19)), Place("b", Span(8, 27))
>>> match = Match(*places, 1.0, "exact", (), (), "same-batch", "copied")
>>> [name for _, name in ForeignNames({"a": one, "b": other}).of(match)]
['柳湾镇', '双桥村', '沈玉珍']
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from govreport.model import Match, Span, Submission
from govreport.text.lexicon import load_table
from govreport.text.persons import find_persons
from govreport.text.script import to_simplified
from govreport.text.units import unit_stem

__all__ = ["ForeignNames"]

# Characters around a passage that tell whether a name in it is one.
_BESIDE = 12


@cache
def _pattern(key: str) -> re.Pattern[str]:
    return re.compile(load_table("check")["foreign"][key])


class ForeignNames:
    """Looks for them in the matches of a batch; each text is turned into Simplified script once."""

    def __init__(self, submissions: Mapping[str, Submission]) -> None:
        self._submissions = submissions
        self._simplified = cache(lambda id: to_simplified(submissions[id].text))

    def of(self, match: Match) -> Iterator[tuple[Span, str]]:
        """Yield the raw spans of names in the later text of a match that are at home in the earlier one.

        That is what the earlier unit is called after, and places and persons that the later text names
        nowhere else. Names behind 赴, 來自 and the like are meant to be another place's.
        """
        earlier, later = (self._submissions[id] for id in match.documents)
        here, there = self._simplified(later.id), match.left.span.of(self._simplified(earlier.id))
        span, own = match.right.span, to_simplified(later.unit or "")
        taken = span.start
        for start, end in sorted({*_of_unit(earlier, here, span), *_named(here, span)}):
            name = here[start:end]
            meant = _pattern("within").search(here[max(span.start, start - 6) : start])
            foreign = name in there and name not in own and not _is_outside(name, here, span)
            if start >= taken and not meant and foreign:
                taken = end
                yield Span(start, end), later.text[start:end]


def _is_outside(name: str, text: str, span: Span) -> bool:
    return text.find(name, 0, span.start) >= 0 or text.find(name, span.end) >= 0


def _of_unit(earlier: Submission, text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where the name of the earlier unit stands, with what kind of place or body follows."""
    stem = unit_stem(earlier.unit)
    if len(stem) > 1:
        named = re.compile(re.escape(stem) + _pattern("kind").pattern)
        yield from (found.span() for found in named.finditer(text, span.start, span.end))


def _named(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where a place, a body or a person is named."""
    # The word before a name may stand outside the passage.
    start = max(0, span.start - 1)
    for key in ("place", "quoted"):
        for found in _pattern(key).finditer(text, start, span.end):
            if found.start("name") >= span.start and not _pattern("common").search(found["name"]):
                yield found.span("name")
    before = max(0, span.start - _BESIDE)
    for one, end in find_persons(text[before : span.end + _BESIDE]):
        is_name = end - one > 2 and not text[before + one].isascii()
        if is_name and span.start <= before + one and before + end <= span.end:
            yield before + one, before + end
