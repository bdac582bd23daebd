"""A record in which other units have letters for names: the unit that answers need not learn who they are.

What the unit itself wrote stays as it is: its own quotes are shown whole.

>>> record = {"unit": "石桥镇妇联", "shares": None, "flags": [{"others": [{"text": "柳湾村", "document": {
...     "id": "柳湾.txt", "unit": "柳湾镇妇联", "title": None, "file": None}}], "own": [{"text": "柳湾村"}],
...     "message": {"en": "see 柳湾镇妇联"}, "changes": []}]}
>>> flag = masked_units(record, "en")["flags"][0]
>>> flag["others"][0]["text"], flag["own"][0]["text"], flag["message"]["en"]
('unit A村', '柳湾村', 'see unit A')
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from govreport.export.dossier.words import word
from govreport.text.units import unit_key, unit_stem

__all__ = ["masked_units"]


def masked_units(record: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the record with every other unit's name, file and place replaced."""
    names = dict(_names(record, lang))
    longest = sorted(names, key=len, reverse=True)
    flags = [_masked_flag(flag, names, longest) for flag in record["flags"]]
    shares = record["shares"] and {k: _swapped(v, names, longest) for k, v in record["shares"].items()}
    return {**record, "shares": shares, "flags": flags, **_masked_revision(record, names, longest)}


def _masked_revision(
    record: Mapping[str, Any], names: Mapping[str, str], longest: list[str]
) -> dict[str, Any]:
    """What is told of flags names other units; the quotes are the unit's own."""
    revision = record.get("revision")
    if not revision:
        return {}
    flags = [{**one, "message": _swapped(one["message"], names, longest)} for one in revision["flags"]]
    return {"revision": {**revision, "flags": flags}}


def _masked_flag(flag: Mapping[str, Any], names: Mapping[str, str], longest: list[str]) -> dict[str, Any]:
    told = {key: _swapped(flag[key], names, longest) for key in ("message", "others", "changes")}
    return {**flag, **told}


def _names(record: Mapping[str, Any], lang: str) -> Iterator[tuple[str, str]]:
    """Yield what is to be replaced: each other unit in the order in which it is met."""
    letters: dict[str, str] = {}
    own = unit_key(record["unit"])
    for flag in record["flags"]:
        for other in (place["document"] for place in flag["others"]):
            unit = unit_key(other["unit"]) or other["id"]
            if unit == own or other.get("role") == "reference":
                continue
            letter = letters.setdefault(unit, _letter(len(letters)))
            masked = word("other_unit", lang, letter=letter)
            yield from ((name, masked) for name in (other["unit"], unit_stem(other["unit"])) if name)
            for name in (other["id"], other["title"], other["file"]):
                if name:
                    yield name, word("other_file", lang, letter=letter)


def _letter(number: int) -> str:
    """Return A … Z, then A2 … for more units than there are letters."""
    again, place = divmod(number, 26)
    return chr(ord("A") + place) + (str(again + 1) if again else "")


def _swapped(value: Any, names: Mapping[str, str], longest: list[str]) -> Any:
    if isinstance(value, str):
        for name in longest:
            value = value.replace(name, names[name])
        return value
    if isinstance(value, Mapping):
        return {key: _swapped(item, names, longest) for key, item in value.items()}
    return [_swapped(item, names, longest) for item in value] if isinstance(value, list) else value
