"""What a sheet of the workbook is, before a library writes it: columns, rows, and lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from govreport.text.lexicon import load_table

__all__ = ["Sheet", "choices", "heading", "own_words", "sheet_title", "width", "word"]


@dataclass(frozen=True)
class Sheet:
    """A table: ``columns`` are keys of ``data/workbook.toml``, ``rows`` hold a cell for each.

    ``to_fill`` are the columns that somebody fills in, ``lists`` what may be chosen there; ``frozen`` is how
    many columns stay in view.
    """

    name: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Any, ...]]
    to_fill: tuple[str, ...] = ()
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frozen: int = 1


_USUAL = 14


@cache
def _words() -> Mapping[str, Any]:
    return load_table("workbook")


def sheet_title(name: str, lang: str) -> str:
    """Return what a sheet is called."""
    return str(_words()["sheet"][name][lang])


def heading(column: str, lang: str) -> str:
    """Return what stands at the head of a column; a column of the user's own has its own name."""
    return str(_words()["column"].get(column, {}).get(lang, column))


def width(column: str) -> int:
    """Return how wide a column is, in half-width characters."""
    return int(_words()["column"].get(column, {}).get("width", _USUAL))


def choices(name: str, lang: str) -> tuple[str, ...]:
    """Return what may be chosen in a column, such as how far something has come."""
    return tuple(str(words[lang]) for words in _words()[name].values())


def word(group: str, key: str, lang: str) -> str:
    """Return a value of the tables in words: an outcome of a commitment, how a unit stands."""
    return str(_words()[group][key][lang])


def own_words(name: str, lang: str) -> str:
    """Return a word or sentence of the workbook itself."""
    return str(_words()["words"][name][lang])
