"""What an area of work is called: from an area id and a language to the name that a reader knows.

The names come from the taxonomies that are shipped with govreport (``data/taxonomies/*.toml``); an id
that none of them holds, from a user's own taxonomy say, is its own name.

>>> area_name("not-in-any-taxonomy", "en")
'not-in-any-taxonomy'
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache

from govreport.text.lexicon import list_data, read_data

_KEYS = {"zh-Hant": "hant", "zh-Hans": "hans", "en": "en"}
# Some ids stand in several taxonomies (health, rights…): the federation's own names come first.
_FIRST = "womens_federation.toml"


def area_name(
    area_id: str,
    lang: str,
    area_names: Mapping[str, str] | None = None,
    read_by: Mapping[str, Mapping[str, str]] | None = None,
) -> str:
    """Return the name of an area in ``zh-Hant``, ``zh-Hans`` or ``en``; ``area_names`` goes first.

    ``read_by`` are the names of the areas that a report was read by: an id may stand in several taxonomies.

    >>> area_name("health", "hans", read_by={"health": {"hans": "体检"}})
    '体检'
    """
    if area_names and area_id in area_names:
        return area_names[area_id]
    shipped = {} if read_by and area_id in read_by else _shipped_names().get(area_id, {})
    names = (read_by or {}).get(area_id) or shipped
    return names.get(_KEYS.get(lang, lang)) or names.get("hans") or next(iter(names.values()), area_id)


@cache
def _shipped_names() -> dict[str, Mapping[str, str]]:
    found: dict[str, Mapping[str, str]] = {}
    for file in sorted(_taxonomy_files(), key=lambda name: (name != _FIRST, name)):
        table = tomllib.loads(read_data(f"taxonomies/{file}"))
        for area in table.get("areas", ()):
            found.setdefault(area["id"], area.get("names", {}))
    return found


def _taxonomy_files() -> list[str]:
    try:
        return [name for name in list_data("taxonomies") if name.endswith(".toml")]
    except OSError:
        return []
