"""Reads a shipped model: numbers in JSON; what was cut off or changed by hand is refused with its name.

>>> shipped_model("follow.json", lambda stored: sorted(stored))
['answer', 'outcome']
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any, NoReturn, TypeVar

from govreport.errors import UsageError
from govreport.text.lexicon import read_data

__all__ = ["numbers_only", "of_one_length", "shipped_model"]

T = TypeVar("T")

_NUMBERS = {int, float}
_HINT = "install govreport anew, or rebuild its models with govreport train"


def shipped_model(name: str, build: Callable[[Any], T]) -> T:
    """Return what ``build`` makes of the model ``data/<name>``.

    Raises UsageError where the file is no JSON, or where what is in it is not of the shape that was wanted.
    """
    stored = read_data(name)
    try:
        return build(json.loads(stored, parse_constant=_no_number))
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        said = f"is no model of this version ({_told(error)})"
        raise UsageError("wrong-model", said, path=f"govreport/data/{name}", hint=_HINT) from error


def numbers_only(stored: T) -> T:
    """Return tables of numbers as they are; raise ValueError where something in them is no number."""
    if isinstance(stored, dict | list):
        inner = stored.values() if isinstance(stored, dict) else stored
        if not set(map(type, inner)) <= _NUMBERS:
            for one in inner:
                numbers_only(one)
    elif type(stored) not in _NUMBERS:
        raise ValueError(f"{stored!r} where a number was wanted")
    return stored


def of_one_length(rows: Iterable[list[Any]], length: int) -> None:
    """Raise ValueError where a row has more or fewer numbers than there are labels."""
    if not set(map(len, rows)) <= {length}:
        raise ValueError(f"a row that has not {length} numbers")


def _no_number(said: str) -> NoReturn:
    raise ValueError(f"{said} is no number")


def _told(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)
