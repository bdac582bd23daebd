"""The JSON Schema (draft 2020-12) of a record, derived from the types of the model.

>>> schema()["$defs"]["Statement"]["properties"]["kind"]["enum"][0]
'commitment'
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from govreport.export.labels import keys
from govreport.export.table_schema import ALL_TABLES, row_schema, schema_version
from govreport.model import (
    CHANGES,
    COMPARATORS,
    KINDS,
    PARTS,
    SEVERITIES,
    SLOTS,
    STATUSES,
    Findings,
    Outline,
    Provenance,
    Span,
)

_SIMPLE: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    types.NoneType: {"type": "null"},
    Span: {"$ref": "#/$defs/Span"},
}
_SPAN = {
    "description": "[start, end): half-open, in code points of the text as it was read",
    "type": "array",
    "items": {"type": "integer", "minimum": 0},
    "minItems": 2,
    "maxItems": 2,
}
_SHARE: dict[str, Any] = {"type": "number", "minimum": 0, "maximum": 1}


def schema(lang: str = "en") -> dict[str, Any]:
    """Return the JSON Schema of what ``to_record`` gives and ``govreport show --format json`` prints.

    ``lang`` is the language in which the columns of tables are described.
    """
    definitions: dict[str, Any] = {"Span": _SPAN}
    root = _object(_root(), definitions, "Outline")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "govreport record",
        "description": "What govreport found in one report: a line of reports.jsonl. "
        '"tables" has the schema of a row of each table, which is the same as CSV, JSON Lines and Parquet.',
        "version": schema_version(),
        **root,
        "$defs": dict(sorted(definitions.items())),
        "tables": {name: row_schema(name, lang) for name in ALL_TABLES},
    }


def _root() -> dict[str, Any]:
    """The top level: who wrote it, the document, the outline's fields, then the lists of findings."""
    hints = get_type_hints(Findings)
    found = {name: hints[name] for name in ("duplicates", "statements", "flags")}
    outline = {name: hint for name, hint in get_type_hints(Outline).items() if name != "area_names"}
    return {"govreport": str, "document": _DocumentRecord, **outline, **found}


class _DocumentRecord:
    """How a document stands in a record: without its text."""

    id: str
    characters: int
    pages: tuple[Span, ...]
    provenance: Provenance


def _object(hints: Mapping[str, Any], definitions: dict[str, Any], owner: str) -> dict[str, Any]:
    properties = {name: _property(owner, name, hint, definitions) for name, hint in hints.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _property(owner: str, name: str, hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    if (owner, name) == ("Statement", "slots"):
        return {**_typed(hint, definitions), "propertyNames": {"enum": list(SLOTS)}}
    derived = _typed(hint, definitions)
    return _narrowed(derived, _limits().get((owner, name)))


def _narrowed(derived: dict[str, Any], limit: dict[str, Any] | None) -> dict[str, Any]:
    if limit is None:
        return derived
    choices = derived.get("anyOf", [derived])
    may_be_null = _SIMPLE[types.NoneType] in choices and _SIMPLE[types.NoneType] not in limit.get("anyOf", ())
    return {"anyOf": [limit, _SIMPLE[types.NoneType]]} if may_be_null else limit


@cache
def _limits() -> dict[tuple[str, str], dict[str, Any]]:
    """What the types alone do not tell: closed lists of words, and shares between 0 and 1."""
    parts, codes = {"enum": list(PARTS)}, {"enum": list(keys("code"))}
    # A figure too large for a float has no JSON number: it is null.
    figure = {"anyOf": [{"type": "number"}, {"type": "null"}]}
    words = {
        **dict.fromkeys(
            [("Part", "name"), *((o, "part") for o in ("LeadIn", "Section", "Statement"))], parts
        ),
        **dict.fromkeys([("Flag", "code"), ("Diagnostic", "code")], codes),
        ("Flag", "severity"): {"enum": list(SEVERITIES)},
        ("Statement", "kind"): {"enum": list(KINDS)},
        ("Statement", "status"): {"enum": list(STATUSES)},
        ("DuplicateBlock", "kind"): {"enum": list(keys("duplicate"))},
        ("Outline", "script"): {"enum": list(keys("script"))},
        ("Quantity", "comparator"): {"enum": list(COMPARATORS)},
        ("Quantity", "change"): {"enum": ["", *CHANGES]},
    }
    shares = (
        ("AreaScore", "probability"),
        ("Alternative", "probability"),
        ("Section", "heading_probability"),
    )
    more = (("DuplicateBlock", "similarity"), ("Checkable", "score"), ("Statement", "confidence"))
    figures = dict.fromkeys([("Quantity", "minimum"), ("Quantity", "maximum")], figure)
    return {**words, **dict.fromkeys(shares + more, _SHARE), **figures}


def _typed(hint: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    """Return the schema of a type hint; record types become entries of ``definitions``."""
    if hint in _SIMPLE:
        return _SIMPLE[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [_typed(one, definitions) for one in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _typed(arguments[0], definitions)}
    if origin is not None and issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": _typed(arguments[1], definitions)}
    return _defined(hint, definitions)


def _defined(kind: Any, definitions: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__.removeprefix("_")
    if name not in definitions:
        definitions[name] = {}
        hints = get_type_hints(kind)
        if is_dataclass(kind) or hasattr(kind, "_fields") or kind is _DocumentRecord:
            definitions[name] = _object(hints, definitions, kind.__name__)
    return {"$ref": f"#/$defs/{name}"}
