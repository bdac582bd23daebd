"""Taxonomies: those of the package, and the user's own TOML of the same shape.

>>> load_taxonomy("womens_federation").area("children-care").names["en"]
'Care and protection of children'
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from govreport.errors import UsageError
from govreport.model import Area, BorderRule, Taxonomy
from govreport.text.lexicon import list_data, load_table, read_data


def taxonomies() -> tuple[str, ...]:
    """Return the ids of the taxonomies that are built in."""
    return tuple(name.removesuffix(".toml") for name in list_data("taxonomies") if name.endswith(".toml"))


def load_taxonomy(id_or_path: str | os.PathLike[str]) -> Taxonomy:
    """Return a built-in taxonomy by its id, or the one that a TOML file holds.

    Raises UsageError where there is neither, or where the file is no taxonomy (it says what is missing).
    """
    if isinstance(id_or_path, str) and id_or_path in taxonomies():
        return _built_in(id_or_path)
    path = Path(id_or_path)
    if not path.is_file():
        known = ", ".join(taxonomies())
        raise UsageError(
            "unknown-taxonomy",
            f"no taxonomy {os.fspath(id_or_path)!r}",
            hint=f"give a path or one of: {known}",
        )
    return _of_text(path.read_text(encoding="utf-8"), os.fspath(path))


def taxonomy_of(unit: str | None) -> Taxonomy:
    """Return the work areas of the federation whose unit this is (Simplified), else the Women's Federation's.

    >>> taxonomy_of("清源县总工会").id, taxonomy_of(None).id
    ('trade_union', 'womens_federation')
    """
    rows = load_table("federations")["federation"]
    fitting = (row["taxonomy"] for row in rows if unit and re.search(row["unit"], unit))
    return _built_in(next(fitting, rows[0]["taxonomy"]))


@cache
def _built_in(name: str) -> Taxonomy:
    return _of_text(read_data(f"taxonomies/{name}.toml"), name)


def _of_text(source: str, name: str) -> Taxonomy:
    try:
        return _taxonomy(tomllib.loads(source))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError, re.error) as error:
        reason = f"is no taxonomy ({type(error).__name__}: {error})"
        hint = (
            "wanted: id, [[areas]] with id, names, strong and weak, and [[rules]] with area, when and weight"
        )
        raise UsageError("wrong-taxonomy", reason, path=name, hint=hint) from error


def _taxonomy(table: Mapping[str, Any]) -> Taxonomy:
    areas = tuple(
        Area(
            row["id"],
            row.get("names", {}),
            row.get("scope", ""),
            tuple(row.get("strong", ())),
            tuple(row.get("weak", ())),
        )
        for row in table["areas"]
    )
    rules = tuple(BorderRule(**row) for row in table.get("rules", ()))
    known = {area.id for area in areas}
    for rule in rules:
        if rule.area not in known:
            raise KeyError(f"a rule names the area {rule.area!r}")
        for pattern in (rule.when, rule.context, rule.unless):
            re.compile(pattern)
    return Taxonomy(table["id"], table.get("names", {}), areas, rules)
