"""Findings as JSON and back, exactly: how a child process hands them over and how they are kept for later.

The way in and out follows the types of the model, so that a new field needs nothing here. Nothing is run when
they are read back: what does not fit the types is a ValueError.

>>> from govreport.model import Span
>>> restored(tuple[Span, ...], json.loads(json.dumps(stored(tuple[Span, ...], (Span(2, 4),)))))
(Span(start=2, end=4),)
"""

from __future__ import annotations

import json
import sys
import types
from array import array
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from govreport.model import Document, Findings, NormalizedText

__all__ = ["findings_from", "restored", "stored", "to_bytes"]

# Kinds, areas, acts, figures with units: what is as short recurs.
_WORD = 16
# Chances have four decimals.
_CHANCES: dict[float, float] = {}
_MOST_CHANCES = 20_000
_PLAIN = (str, int, float, bool, type(None))


class _Way(NamedTuple):
    """How values of one type go out and come in."""

    out: Callable[[Any], Any]
    back: Callable[[Any], Any]


def to_bytes(findings: Findings) -> bytes:
    """Return findings as one line of ASCII JSON."""
    rest = [stored(hint, getattr(findings, name)) for name, hint in _fields(Findings)[2:]]
    text = [stored(hint, getattr(findings.text, name)) for name, hint in _fields(NormalizedText)[1:]]
    return json.dumps([stored(Document, findings.document), text, *rest]).encode("ascii")


def findings_from(data: bytes, pack: Callable[[list[Any]], Any] | None = None) -> Findings:
    """Return the findings that ``to_bytes`` was given; ValueError where the bytes are damaged.

    ``pack`` makes the statements of what they are stored as; damage in them shows when they are looked at.
    """
    try:
        first, text, *rest = json.loads(data)
        document = restored(Document, first)
        if pack is None:
            return Findings(document, _text(document, text), *_values(_fields(Findings)[2:], rest))
        outline, duplicates, _, flags = _fields(Findings)[2:]
        others = _values([outline, duplicates, flags], [*rest[:2], *rest[3:]])
        return Findings(document, _text(document, text), others[0], others[1], pack(rest[2]), others[2])
    except (TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise ValueError(f"no findings: {error}") from None


def stored(hint: Any, value: Any) -> Any:
    """Return a value of a type as what JSON can hold."""
    return _way(hint).out(value)


def restored(hint: Any, value: Any) -> Any:
    """Return the value of a type that ``stored`` was given; ValueError where it does not fit."""
    return _way(hint).back(value)


def _text(document: Document, values: list[Any]) -> NormalizedText:
    text = NormalizedText(document, *_values(_fields(NormalizedText)[1:], values))
    # A view in which nothing is changed is the text itself, which need not be held twice.
    return replace(text, text=document.text) if text.text == document.text else text


def _values(named: list[tuple[str, Any]], values: list[Any]) -> list[Any]:
    return [restored(hint, value) for (_, hint), value in zip(named, values, strict=True)]


@cache
def _fields(kind: type) -> list[tuple[str, Any]]:
    """Return the fields of a record type with their types."""
    # Before Python 3.12 the type of an array's items can be written and not asked for.
    hints = get_type_hints(kind, localns={"array": list})
    names = [field.name for field in fields(kind)] if is_dataclass(kind) else kind._fields  # type: ignore[attr-defined]
    return [(name, hints[name]) for name in names]


@cache
def _way(hint: Any) -> _Way:
    origin, arguments = get_origin(hint), get_args(hint)
    if hint in _PLAIN:
        return _plain((hint, int) if hint is float else (hint,))
    if origin in (Union, types.UnionType):
        return _of_union(arguments)
    if origin is tuple:
        return _of_row(arguments[0]) if arguments[-1] is Ellipsis else _of_tuple(arguments)
    if origin is Mapping:
        return _of_mapping(arguments[1])
    if origin is list:
        return _Way(array.tolist, lambda value: array("l", value))
    if hint is range:
        return _Way(lambda value: [value.start, value.stop], lambda value: range(*value))
    return _of_record(hint)


def _plain(kinds: tuple[type, ...]) -> _Way:
    def back(value: Any) -> Any:
        if not isinstance(value, kinds):
            raise ValueError(f"{type(value).__name__} where {kinds} was wanted")
        return _shared(value)

    return _Way(lambda value: value, back)


def _shared(value: Any) -> Any:
    """Return a short word or a chance as the one object that stands for it in all reports of a batch."""
    if type(value) is str:
        return sys.intern(value) if len(value) <= _WORD else value
    if type(value) is float and 0 <= value <= 1 and len(_CHANCES) < _MOST_CHANCES:
        return _CHANCES.setdefault(value, value)
    return value


def _of_union(members: tuple[Any, ...]) -> _Way:
    """Plain members are themselves; a record is put in a list behind its place among the members."""
    plain = tuple(kind for kind in members if kind in _PLAIN)
    records = [kind for kind in members if kind not in _PLAIN]
    ways = [_way(kind) for kind in records]

    def out(value: Any) -> Any:
        if type(value) in plain or isinstance(value, plain):
            return value
        place = next((n for n, kind in enumerate(records) if isinstance(value, get_origin(kind) or kind)), 0)
        return [place, ways[place].out(value)]

    def back(value: Any) -> Any:
        return ways[value[0]].back(value[1]) if isinstance(value, list) else _plain(plain).back(value)

    return _Way(out, back)


def _of_row(kind: Any) -> _Way:
    way = _way(kind)
    return _Way(lambda items: [way.out(item) for item in items], lambda items: tuple(map(way.back, items)))


def _of_tuple(kinds: tuple[Any, ...]) -> _Way:
    ways = [_way(kind) for kind in kinds]
    return _Way(
        lambda items: [way.out(item) for way, item in zip(ways, items, strict=True)],
        lambda items: tuple(way.back(item) for way, item in zip(ways, items, strict=True)),
    )


def _of_mapping(kind: Any) -> _Way:
    way = _way(kind)
    return _Way(
        lambda held: {key: way.out(value) for key, value in held.items()},
        lambda held: {key: way.back(value) for key, value in held.items()},
    )


def _of_record(kind: Any) -> _Way:
    names = [(name, _way(hint)) for name, hint in _fields(kind)]

    def back(values: Any) -> Any:
        return kind(*(way.back(value) for (_, way), value in zip(names, values, strict=True)))

    return _Way(lambda record: [way.out(getattr(record, name)) for name, way in names], back)
