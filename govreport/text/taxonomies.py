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
from govreport.text.bounded import is_bounded
from govreport.text.lexicon import list_data, load_table, read_data
from govreport.text.script import to_simplified


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
    return _bounded(_of_text(_text_of(path), os.fspath(path)), path)


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(
            "wrong-taxonomy", "is no text in UTF-8", path=path, hint="save it in UTF-8"
        ) from None
    except OSError as error:
        reason = f"can't be read ({error.strerror or error})"
        raise UsageError("wrong-taxonomy", reason, path=path, hint="check the permissions") from error


def _bounded(taxonomy: Taxonomy, path: Path) -> Taxonomy:
    """Refuse patterns of a user that would take for ever on some text."""
    for rule in taxonomy.rules:
        for pattern in filter(None, (rule.when, rule.context, rule.unless)):
            if not is_bounded(pattern):
                reason = f"its pattern {pattern!r} may take for ever on a long text"
                hint = "write no repetition within a repetition, and give each a limit, as in .{0,20}"
                raise UsageError("wrong-taxonomy", reason, path=path, hint=hint)
    return taxonomy


def as_taxonomy(given: Taxonomy | str | os.PathLike[str] | None) -> Taxonomy | None:
    """Return a taxonomy that is at hand, or the one of this id or file; errors as of ``load_taxonomy``."""
    return given if given is None or isinstance(given, Taxonomy) else load_taxonomy(given)


def taxonomy_of(unit: str | None, title: str = "", text: str = "") -> Taxonomy:
    """Return the work areas of the federation that reports, else the Women's Federation's.

    It is told by the name of the unit, else by the title, else by whom the text names most; all Simplified.

    >>> taxonomy_of("清源县总工会").id, taxonomy_of(None).id, taxonomy_of(None, "残联工作总结").id
    ('trade_union', 'womens_federation', 'disabled_federation')
    >>> taxonomy_of(None, "工作总结", "在镇政府的支持下,我镇残联入户走访。镇残联帮扶5户。").id
    'disabled_federation'
    """
    rows = load_table("federations")["federation"]
    for told in filter(None, (unit, title)):
        for row in rows:
            if re.search(row["unit"], told):
                return _built_in(row["taxonomy"])
    named = [len(re.findall(row["unit"], text)) for row in rows]
    return _built_in(rows[named.index(max(named))]["taxonomy"])


@cache
def _built_in(name: str) -> Taxonomy:
    return _of_text(read_data(f"taxonomies/{name}.toml"), name)


class _WrongTableError(Exception):
    """What is wrong with a taxonomy, and in which table: ``areas`` or ``rules``, and the place in it."""

    def __init__(self, what: str, table: str = "", place: int = 0) -> None:
        super().__init__(what)
        self.table, self.place = table, place


def _of_text(source: str, name: str) -> Taxonomy:
    try:
        return _taxonomy(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        reason = f"is no TOML: {error}"
    except _WrongTableError as error:
        line = _line_of(source, error.table, error.place)
        reason = f"line {line}: {error}" if line else str(error)
    raise UsageError(
        "wrong-taxonomy",
        reason,
        path=name,
        hint="wanted: id, [[areas]] with id and lists of words (strong, weak, examples), "
        "and [[rules]] with area, when and weight",
    )


def _line_of(source: str, table: str, place: int) -> int | None:
    """Return the line on which the table of that name and place begins."""
    heads = re.finditer(rf"^[ \t]*\[\[[ \t]*{table}[ \t]*\]\]", source, re.MULTILINE) if table else ()
    starts = [head.start() for head in heads]
    return source.count("\n", 0, starts[place]) + 1 if place < len(starts) else None


def _taxonomy(table: Mapping[str, Any]) -> Taxonomy:
    if not isinstance(table.get("id"), str):
        raise _WrongTableError("there is no id, a text that names the taxonomy")
    rows = table.get("areas")
    if not isinstance(rows, list) or not rows:
        raise _WrongTableError("there are no [[areas]]")
    areas = tuple(_area(row, place) for place, row in enumerate(rows))
    ids = [area.id for area in areas]
    for place, area_id in enumerate(ids):
        if area_id in ids[:place]:
            raise _WrongTableError(f"the id {area_id!r} stands a second time", "areas", place)
    rules = tuple(_rule(row, place, set(ids)) for place, row in enumerate(table.get("rules", ())))
    neutral = _words(table, "neutral", "", 0)
    return Taxonomy(table["id"], table.get("names", {}), areas, rules, neutral)


def _area(row: Mapping[str, Any], place: int) -> Area:
    if not isinstance(row.get("id"), str):
        raise _WrongTableError("this area has no id", "areas", place)
    names = row.get("names", {})
    if not isinstance(names, dict):
        raise _WrongTableError(
            'names are given by language: { hans = "…", hant = "…", en = "…" }', "areas", place
        )
    for key in ("since", "until"):
        if not isinstance(row.get(key, 0), int):
            raise _WrongTableError(f"{key} is a year, not {row[key]!r}", "areas", place)
    strong, weak, examples = (_words(row, key, "areas", place) for key in ("strong", "weak", "examples"))
    if not (strong or weak or examples or names or row.get("scope")):
        raise _WrongTableError("this area has nothing to go by: neither words nor examples", "areas", place)
    return Area(
        row["id"],
        names,
        str(row.get("scope", "")),
        strong,
        weak,
        examples,
        row.get("since"),
        row.get("until"),
    )


def _words(row: Mapping[str, Any], key: str, table: str, place: int) -> tuple[str, ...]:
    """Return a list of words in the script that is searched."""
    words = row.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise _WrongTableError(f"{key} is a list of texts, not {words!r}", table, place)
    return tuple(to_simplified(word) for word in words if word.strip())


def _rule(row: Mapping[str, Any], place: int, known: set[str]) -> BorderRule:
    try:
        rule = BorderRule(**row)
        for pattern in (rule.when, rule.context, rule.unless):
            re.compile(pattern)
        float(rule.weight)
    except (TypeError, ValueError, re.error) as error:
        raise _WrongTableError(f"this rule can't be used ({error})", "rules", place) from error
    if rule.area not in known:
        raise _WrongTableError(f"this rule names an area that there is not: {rule.area!r}", "rules", place)
    return rule
