"""Every pattern of the package is tried against long texts of its own literals: which are slow.

python -m tests.benchmarks.patterns
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import sys
import time
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

import govreport

DATA = Path(govreport.__file__).parent / "data"
LENGTH = 100_000
SECONDS = 1.0
# Letters that a pattern may take for themselves: its syntax left out.
_SYNTAX = re.compile(
    r"\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}|\\.|\(\?[a-zA-Z:=!<P>]*|[\[\](){}|*+?^$.\\-]"
)


def compiled() -> Iterator[tuple[str, Any]]:
    """Yield all patterns that stand in a module once everything is imported."""
    for module in pkgutil.walk_packages(govreport.__path__, "govreport."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            held = (
                value.values()
                if isinstance(value, dict)
                else value
                if isinstance(value, tuple | list)
                else [value]
            )
            for one in held:
                if isinstance(one, re.Pattern | regex.Pattern):
                    yield f"{module.name}.{name}", one


def written() -> Iterator[tuple[str, Any]]:
    """Yield the patterns of the data files: every string that is one and uses the syntax of patterns."""
    for file in sorted(DATA.rglob("*.toml")):
        for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            if re.search(r"[*+?]|\{\d", text) and re.search(r"[\\\[(|]", text):
                try:
                    yield f"{file.name}: {text[:40]}", regex.compile(text)
                except regex.error:
                    continue


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def attacks(pattern: Any, length: int) -> Iterator[Any]:
    """Yield texts of the pattern's own literals, one by one and in turn, and an end that fits nothing."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    literals = [piece for piece in _SYNTAX.split(source) if piece]
    kinds = [*list(dict.fromkeys(piece[:12] for piece in literals))[:6], " ", "1", "一"]
    for text in (*kinds, "".join(literals)[:2000] or "a"):
        whole = (text * (length // len(text) + 1))[:length] + "\x00"
        yield whole if isinstance(pattern.pattern, str) else whole.encode("utf-8")


def is_anchored(name: str) -> bool:
    """Return whether a pattern of a module is only ever tried at one place: by match or fullmatch."""
    module, _, variable = name.rpartition(".")
    if module not in sys.modules:
        return False
    used = re.findall(rf"\b{re.escape(variable)}\.(\w+)", inspect.getsource(sys.modules[module]))
    return bool(used) and set(used) <= {"match", "fullmatch", "pattern"}


def slowest(name: str, length: int) -> float:
    """Return the processor time of the slowest attack."""
    pattern, anchored = PATTERNS[name], is_anchored(name)
    most = 0.0
    for text in attacks(pattern, length):
        begun = time.process_time()
        for _ in [pattern.match(text), pattern.fullmatch(text)] if anchored else pattern.finditer(text):
            pass
        most = max(most, time.process_time() - begun)
    return most


PATTERNS = {**dict(compiled()), **dict(written())}


def main() -> None:
    """Print each pattern that is slow on 2,000 or 100,000 characters of its literals, with its seconds."""
    for name in PATTERNS:
        short = slowest(name, LENGTH // 50)
        seconds = short if short > SECONDS / 10 else slowest(name, LENGTH)
        if seconds > SECONDS / 10 and (short > SECONDS / 10 or seconds > SECONDS):
            print(f"{seconds:8.2f} s  {name}", flush=True)


if __name__ == "__main__":
    main()
