"""Findings as plain data that JSON can hold: spans as ``[start, end]``, null where a value is unknown.

The keys are the field names of the model, so that the schema (see ``schema.py``) can be derived from it.

>>> plain({"areas": (AreaScore("children-care", 0.123456),), "span": Span(2, 5)})
{'areas': [{'area_id': 'children-care', 'probability': 0.1235}], 'span': [2, 5]}
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

from govreport.model import AreaScore, Document, Findings, Outline, Quantity, Span

__all__ = ["AreaScore", "Span", "plain", "to_json", "to_record", "version"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def to_record(findings: Findings) -> dict[str, Any]:
    """Return all that was found as dictionaries, lists, strings, numbers, booleans and None."""
    return {
        "govreport": version(),
        "document": _document(findings.document),
        **_outline(findings.outline),
        "duplicates": plain(findings.duplicates),
        "statements": plain(findings.statements),
        "flags": plain(findings.flags),
    }


def _outline(outline: Outline) -> dict[str, Any]:
    """Return the outline without what its areas are called, which is the taxonomy's."""
    return {key: value for key, value in plain(outline).items() if key != "area_names"}


def to_json(findings: Findings, indent: int | None = None) -> str:
    """Return the record as JSON; half characters that UTF-8 cannot hold are written as escapes."""
    close = (",", ":") if indent is None else None
    record = to_record(findings)
    written = json.dumps(record, ensure_ascii=False, indent=indent, separators=close, allow_nan=False)
    return _SURROGATE.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


@cache
def version() -> str:
    """Return the version of govreport that is installed."""
    from importlib import metadata

    try:
        return metadata.version("govreport")
    except metadata.PackageNotFoundError:
        return "0"


def plain(value: Any) -> Any:
    """Return a value of the model as plain data."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Quantity):
        return {**value._asdict(), "minimum": _finite(value.minimum), "maximum": _finite(value.maximum)}
    named = _named(value)
    if named is not None:
        return {key: plain(item) for key, item in named.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(item) for item in value]
    return round(value, 4) if isinstance(value, float) else value


def _named(value: Any) -> Mapping[str, Any] | None:
    """Return the named fields of a record type or a mapping, None for anything else."""
    if isinstance(value, Mapping):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        named: dict[str, Any] = value._asdict()
        return named
    return None


def _finite(number: float) -> float | None:
    return number if math.isfinite(number) else None


def file_name(document: Document) -> str | None:
    """Return the name of the file that was read: what is passed on does not tell where it lies."""
    path = document.provenance.path
    return None if path is None else re.split(r"[/\\]", path)[-1]


def _document(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "characters": len(document.text),
        "pages": plain(document.pages),
        "provenance": {**plain(document.provenance), "path": file_name(document)},
    }
