"""The data files of the package: word lists, cues, taxonomies and messages, read once.

>>> "cjk_capital" in load_table("numerals")
True
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_table(name: str) -> dict[str, Any]:
    """Return ``data/<name>.toml`` as a dictionary; callers must not change it."""
    return tomllib.loads(read_data(f"{name}.toml"))


def read_data(path: str) -> str:
    """Return the text of ``data/<path>``."""
    return files("govreport.data").joinpath(path).read_text(encoding="utf-8")


def list_data(folder: str) -> list[str]:
    """Return the names of the files in ``data/<folder>``, sorted."""
    return sorted(item.name for item in files("govreport.data").joinpath(folder).iterdir())
