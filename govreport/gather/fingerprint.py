"""What an analysis depends on besides the file: the program, its data, the libraries, the options.

>>> fingerprint({"taxonomy": None}) == fingerprint({"taxonomy": None}) != fingerprint({"taxonomy": "x"})
True
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import sys
from collections.abc import Iterator
from functools import cache
from importlib import metadata, util
from pathlib import Path
from typing import Any

__all__ = ["fingerprint"]

# What is read with them where they are installed.
_PROGRAMS = ("soffice", "libreoffice", "antiword", "tesseract")
_MODULES = ("rapidocr", "rapidocr_onnxruntime", "onnxruntime")


def fingerprint(options: dict[str, Any]) -> str:
    """Return a hash that changes when any of it does."""
    told = json.dumps([_program(), options], sort_keys=True)
    return hashlib.sha256(told.encode("ascii")).hexdigest()


@cache
def _program() -> list[str]:
    return [sys.version, _files(), *_libraries(), *map(str, _readers())]


def _files() -> str:
    """Return the hash of all code and data of the package, models included."""
    root = Path(__file__).parents[1]
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*")):
        if file.is_file() and file.suffix not in (".pyc", ".part"):
            held = hashlib.sha256(file.read_bytes()).hexdigest()
            digest.update(f"{file.relative_to(root).as_posix()} {held}\n".encode())
    return digest.hexdigest()


def _libraries() -> Iterator[str]:
    """Yield name and version of what govreport asks for and has."""
    try:
        wanted = metadata.requires("govreport") or []
    except metadata.PackageNotFoundError:
        return
    for requirement in wanted:
        name = re.split(r"[^\w.-]", requirement)[0]
        try:
            yield f"{name} {metadata.version(name)}"
        except metadata.PackageNotFoundError:
            continue


def _readers() -> Iterator[bool]:
    yield from (shutil.which(program) is not None for program in _PROGRAMS)
    yield from (util.find_spec(module) is not None for module in _MODULES)
