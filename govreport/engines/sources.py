"""Where documents may lie besides in files of this machine: below an address, or in a table.

>>> is_source("s3a://bucket/2024"), is_source("documents.parquet"), is_source("2024/a.docx")
(True, True, False)
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

__all__ = ["StoredDocument", "is_source", "is_table"]

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,30}://")
_TABLE = ".parquet"


class StoredDocument(NamedTuple):
    """A document that lies below an address or in a table: where it is, and what it is called."""

    path: str
    id: str


def is_source(path: str | os.PathLike[str]) -> bool:
    """Return whether documents are read from there by an engine, and not by this process."""
    return _ADDRESS.match(os.fspath(path)) is not None or is_table(path)


def is_table(path: str | os.PathLike[str]) -> bool:
    """Return whether it is named as a table of documents: Parquet, a file or a folder of parts."""
    return os.fspath(path).rstrip("/").endswith(_TABLE)
