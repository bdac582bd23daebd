"""What a sheet of the workbook is, before a library writes it: columns, rows, and lists to choose from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from govreport.text.lexicon import load_table

__all__ = ["Sheet", "choices", "heading", "outcome", "own_words", "sheet_title", "width"]


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


@cache
def _words() -> Mapping[str, Any]:
    return load_table("workbook")


def sheet_title(name: str, lang: str) -> str:
    """Return what a sheet is called."""
    return str(_words()["sheet"][name][lang])


def heading(column: str, lang: str) -> str:
    """Return what stands at the head of a column."""
    return str(_words()["column"][column][lang])


def width(column: str) -> int:
    """Return how wide a column is, in half-width characters."""
    return int(_words()["column"][column].get("width", 12))


def choices(name: str, lang: str) -> tuple[str, ...]:
    """Return what may be chosen in a column: decisions, or how far something has come."""
    return tuple(str(words[lang]) for words in _words()[name].values())


def outcome(key: str, lang: str) -> str:
    """Return what became of a commitment, in words."""
    return str(_words()["outcome"][key][lang])


def own_words(name: str, lang: str) -> str:
    """Return a word or sentence of the workbook itself."""
    return str(_words()["words"][name][lang])
