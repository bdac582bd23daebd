"""The unit that reports: in the title, the opening or the signature, and what it calls itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from govreport.segment.asides import DraftAside
from govreport.text.lexicon import load_table

__all__ = ["find_unit", "unit_names"]

# So much of it may name the unit.
_OPENING_OF_UNIT = 600


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    table = load_table("segment")["unit"]
    names = ("pattern", "own_name", "before", "before_in_title", "no_name", "above", "without_place", "acts")
    return {name: re.compile(table[name]) for name in (*names, "place")}


def find_unit(
    text: str,
    title: tuple[int, int] | None,
    first: int | None = None,
    asides: Sequence[DraftAside] = (),
) -> tuple[int, int] | None:
    """Return the range of the name of the reporting unit: in the title, the opening or the signature.

    ``first`` is where numbering begins: who is named behind it did something with the unit, or for it. Where
    nothing stands before it, the text is looked through as far as an opening may go. The signature is among
    the ``asides``.

    >>> text = "工作总结\\n在云溪县妇联的指导下,石桥镇妇联尽职尽责。"
    >>> text[slice(*find_unit(text, (0, 4)))]
    '石桥镇妇联'
    """
    if title:
        found = _unit_in(text, *title, "before_in_title") or _unit_without_place(text, *title)
        if found:
            return found
        place = _patterns()["place"].search(text[slice(*title)])
        if place:
            return title[0], title[0] + place.end()
    start, end = title[1] if title else 0, min(len(text), _OPENING_OF_UNIT)
    if first is not None and text[start:first].strip():
        end = min(end, first)
    found = _unit_of_report(text, start, end, asides)
    if found:
        return _in_full(text, found, start, end) or found
    match = _patterns()["acts"].search(text, start, end)
    if match:
        return match.span("unit")
    signed = (_unit_in(text, one.start, one.end) for one in asides if one.kind == "signature")
    return next(filter(None, signed), None)


def _unit_of_report(text: str, start: int, end: int, asides: Sequence[DraftAside]) -> tuple[int, int] | None:
    """Return the first name of a unit that stands in none of a site's lines."""
    found = _unit_in(text, start, end)
    while found:
        place = found[0]
        line = next((one for one in asides if one.kind == "advert" and one.start <= place < one.end), None)
        if line is None:
            return found
        found = _unit_in(text, line.end, end)
    return None


def _in_full(text: str, found: tuple[int, int], start: int, end: int) -> tuple[int, int] | None:
    """Where only 区政府 is named, return where it stands with the name of its place."""
    kind, body = text[found[0]], text[found[0] + 1 : found[1]]
    if kind not in "省市州区县旗乡镇村":
        return None
    full = re.compile(rf"[一-鿿]{{1,6}}{kind}(?:人民)?{re.escape(body)}")
    return next(
        (
            found
            for found in (_unit_in(text, *one.span()) for one in full.finditer(text, start, end))
            if found
        ),
        None,
    )


def _unit_in(text: str, start: int, end: int, before: str = "before") -> tuple[int, int] | None:
    """The first name of a unit: 全县妇联 and 我镇妇联 are no names, and who leads or helps it is another."""
    for match in _patterns()["pattern"].finditer(text, start, end):
        skipped = _patterns()[before].match(match.group())
        first = match.start() + (skipped.end() if skipped else 0)
        if _patterns()["no_name"].match(text, first, match.end()):
            continue
        if not _patterns()["above"].match(text, match.end()):
            return first, match.end()
    return None


def _unit_without_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """A title may begin with the unit and not say where: 县妇联2022年工作总结."""
    match = _patterns()["without_place"].match(text, start, end)
    return match.span("unit") if match else None


def unit_names(unit: str) -> tuple[str, ...]:
    """Return how a report calls its own unit: the last of its place words with the body's name.

    >>> unit_names("云溪县白石镇妇联")
    ('镇妇联', '我镇')
    """
    match = _patterns()["own_name"].search(unit)
    return (match.group(), "我" + match.group(1)) if match else ()
