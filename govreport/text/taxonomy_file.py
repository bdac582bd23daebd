"""Reads a taxonomy from TOML: out comes a Taxonomy, or a UsageError that names the line and what to do.

>>> read_taxonomy('id = "ours"\\n[[areas]]\\nid = "water"\\nstrong = ["河道"]', "ours.toml").areas[0].id
'water'
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from govreport.errors import UsageError
from govreport.model import Area, BorderRule, Taxonomy
from govreport.text.script import to_simplified

__all__ = ["read_taxonomy"]

_WANTED = (
    "wanted: id, [[areas]] with id and lists of words (strong, weak, examples) or a scope, "
    "and [[rules]] with area, when and weight"
)
_LANGUAGES = ("hans", "hant", "en")
# No area may be called what the answer "no area" is called.
_RESERVED = "none"
# Marks of Chinese keyboards that TOML knows only within quotes, and what it wants.
_MARKS = {"“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "、": ",", "＝": "=", "［": "[", "］": "]"}
_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*')


class _WrongTableError(Exception):
    """What is wrong, in which table (``areas`` or ``rules``, and the place in it) and at which key."""

    def __init__(self, what: str, table: str = "", place: int = 0, key: str = "") -> None:
        super().__init__(what)
        self.table, self.place, self.key = table, place, key


def read_taxonomy(source: str, name: str) -> Taxonomy:
    """Return the taxonomy that a text in TOML holds; ``name`` is what messages call it."""
    try:
        return _taxonomy(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        reason = _unreadable(source, str(error))
    except _WrongTableError as error:
        line = _line_of(source, error.table, error.place, error.key)
        reason = f"line {line}: {error}" if line else str(error)
    raise UsageError("wrong-taxonomy", reason, path=name, hint=_WANTED)


def _unreadable(source: str, error: str) -> str:
    """Return why a text is no TOML: a mark of a Chinese keyboard, else what the reader says."""
    for number, line in enumerate(_QUOTED.sub("", source).split("\n"), 1):
        for mark, wanted in _MARKS.items():
            if mark in line:
                return f"line {number}: is no TOML: {mark} stands outside of quotes, write {wanted}"
    said = re.fullmatch(r"(.*) \(at line (\d+), column (\d+)\)", error)
    return f"line {said[2]}: is no TOML: {said[1]} (column {said[3]})" if said else f"is no TOML: {error}"


def _line_of(source: str, table: str, place: int, key: str) -> int | None:
    """Return the line of that key of the table of that name and place, else the table's first."""
    begin, end = 0, len(source)
    if table:
        heads = list(re.finditer(rf"^[ \t]*\[\[?[ \t]*{table}[ \t]*\]\]?", source, re.MULTILINE))
        if place >= len(heads):
            return None
        begin = heads[place].start()
        following = re.search(r"^[ \t]*\[\[", source[heads[place].end() :], re.MULTILINE)
        end = heads[place].end() + following.start() if following else end
    found = (
        re.search(rf"^[ \t]*\[*[ \t]*[\"']?{re.escape(key)}\b", source[begin:end], re.MULTILINE)
        if key
        else None
    )
    if found is None and not table:
        return None
    return source.count("\n", 0, begin + (found.start() if found else 0)) + 1


def _taxonomy(table: Mapping[str, Any]) -> Taxonomy:
    _check(table, _OF_TAXONOMY, "the taxonomy", "", 0)
    if not table.get("id"):
        raise _WrongTableError('there is no id that names the taxonomy: begin with id = "ours"')
    rows = table.get("areas")
    if not rows:
        raise _WrongTableError("there are no [[areas]]: write one for each area")
    areas = tuple(_area(row, place) for place, row in enumerate(rows))
    ids = [area.id for area in areas]
    for place, area_id in enumerate(ids):
        if area_id in ids[:place]:
            said = f"the id {area_id!r} stands a second time: give each area an id of its own"
            raise _WrongTableError(said, "areas", place, "id")
    rules = tuple(_rule(row, place, ids) for place, row in enumerate(table.get("rules", ())))
    return Taxonomy(
        table["id"],
        table.get("names", {}),
        areas,
        rules,
        _words(table, "neutral"),
        bool(table.get("by_itself")),
    )


def _area(row: Mapping[str, Any], place: int) -> Area:
    _check(row, _OF_AREA, "an area", "areas", place)
    if not row.get("id"):
        raise _WrongTableError('this area has no id: write id = "…"', "areas", place)
    if row["id"] == _RESERVED:
        raise _WrongTableError(
            f"{_RESERVED!r} says that there is no area: choose another id", "areas", place, "id"
        )
    since, until = row.get("since"), row.get("until")
    if since is not None and until is not None and until < since:
        raise _WrongTableError(f"until ({until}) is before since ({since})", "areas", place, "until")
    strong = _words(row, "strong")
    area = Area(
        row["id"],
        row.get("names", {}),
        row.get("scope", ""),
        strong,
        tuple(word for word in _words(row, "weak") if word not in strong),
        _words(row, "examples"),
        since,
        until,
    )
    if not (area.strong or area.weak or area.examples or area.names or area.scope):
        said = "this area has nothing to go by: neither words nor examples, names or scope"
        raise _WrongTableError(said, "areas", place)
    return area


def _words(row: Mapping[str, Any], key: str) -> tuple[str, ...]:
    """Return a list of words in the script that is searched, each once: 培訓 is 培训."""
    found = (to_simplified(word.strip()) for word in row.get(key, ()))
    return tuple(dict.fromkeys(word for word in found if word))


def _rule(row: Mapping[str, Any], place: int, known: Sequence[str]) -> BorderRule:
    _check(row, _OF_RULE, "a rule", "rules", place)
    for key in ("area", "when", "weight"):
        if key not in row:
            raise _WrongTableError(f"this rule has no {key}", "rules", place)
    if row["area"] not in known:
        said = f"this rule names an area that there is not: {row['area']!r}{_meant(row['area'], known)}"
        raise _WrongTableError(said, "rules", place, "area")
    for key in ("when", "context", "unless"):
        try:
            re.compile(row.get(key, ""))
        except re.error as error:
            raise _WrongTableError(
                f"{key} is no regular expression ({error})", "rules", place, key
            ) from error
    return BorderRule(**row)


def _check(row: object, keys: Mapping[str, _Kind], what: str, table: str, place: int) -> None:
    """Refuse what is no table, keys that there are not, and values of a wrong kind."""
    if not isinstance(row, Mapping):
        raise _WrongTableError(f"{table} are written as tables: begin each with [[{table}]]", "", 0, table)
    for key, value in row.items():
        if key not in keys:
            said = f"{what} has no {key!r}{_meant(key, keys)} (there are {', '.join(keys)})"
            raise _WrongTableError(said, table, place, key)
        is_right, wanted = keys[key]
        if not is_right(value):
            raise _WrongTableError(f"{key} is {wanted}, not {value!r}", table, place, key)


def _meant(key: str, keys: Sequence[str] | Mapping[str, Any]) -> str:
    near = get_close_matches(key, list(keys), 1)
    return f": is {near[0]!r} meant?" if near else ""


_Kind = tuple[Callable[[Any], bool], str]


def _is_names(value: Any) -> bool:
    return isinstance(value, dict) and all(
        key in _LANGUAGES and isinstance(name, str) for key, name in value.items()
    )


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_TEXT: _Kind = (lambda value: isinstance(value, str), "a text in quotes")
_NAMES: _Kind = (_is_names, 'given by language: { hans = "…", hant = "…", en = "…" }')
_WORDS: _Kind = (_is_words, 'a list of texts: ["…", "…"]')
_YEAR: _Kind = (
    lambda value: _is_number(value) and isinstance(value, int) and 1000 <= value <= 9999,
    "a year of four digits without quotes",
)
_NUMBER: _Kind = (_is_number, "a number without quotes")
_YES: _Kind = (lambda value: isinstance(value, bool), "true or false without quotes")
_OF_TAXONOMY: Mapping[str, _Kind] = {
    "id": _TEXT,
    "names": _NAMES,
    "neutral": _WORDS,
    "by_itself": _YES,
    "areas": (
        lambda value: isinstance(value, list),
        "written as [[areas]] with two brackets, once for each area",
    ),
    "rules": (
        lambda value: isinstance(value, list),
        "written as [[rules]] with two brackets, once for each rule",
    ),
}
_OF_AREA: Mapping[str, _Kind] = {
    "id": _TEXT,
    "names": _NAMES,
    "scope": _TEXT,
    "strong": _WORDS,
    "weak": _WORDS,
    "examples": _WORDS,
    "since": _YEAR,
    "until": _YEAR,
}
_OF_RULE: Mapping[str, _Kind] = {
    "area": _TEXT,
    "when": _TEXT,
    "weight": _NUMBER,
    "only_heading": _YES,
    "context": _TEXT,
    "unless": _TEXT,
    "why": _TEXT,
}
