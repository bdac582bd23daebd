"""Every pattern that the package compiles, and texts made to be slow for it.

A process of its own imports all modules, reads all data files and analyzes reports while each call that
compiles a pattern for a module of the package is written down: patterns that a function builds count too.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import chain, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import regex

import govreport

__all__ = ["Compiled", "attacks", "compiled", "seconds", "slowest"]

_DATA = Path(govreport.__file__).parent / "data"
_RECORD = """
import importlib, json, pkgutil, re, sys
import regex, regex._main as regex_module

found = {}
def recording(engine, compile):
    def recorded(pattern, flags, *rest):
        frame = sys._getframe(1)
        while frame.f_globals.get("__name__", "").split(".")[0] in ("re", "regex"):
            frame = frame.f_back
        name = frame.f_globals.get("__name__", "")
        if name.split(".")[0] == "govreport" and isinstance(pattern, (str, bytes)):
            text = pattern if isinstance(pattern, str) else pattern.decode("latin-1")
            found[name, engine, text, int(flags), isinstance(pattern, bytes)] = None
        return compile(pattern, flags, *rest)
    return recorded
re._compile = recording("re", re._compile)
regex_module._compile = recording("regex", regex_module._compile)

# Those that look ahead are tried as they are written: they take no longer.
import govreport.text.guarded
guarded = govreport.text.guarded.guarded
def recorded(pattern):
    found[sys._getframe(1).f_globals["__name__"], "re", pattern, 0, False] = None
    return guarded(pattern)
govreport.text.guarded.guarded = recorded

import govreport
for module in pkgutil.walk_packages(govreport.__path__, "govreport."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
audit = govreport.audit(sys.argv[1:], jobs=1, progress=False)
from govreport.pipeline import analyze
for report in audit.reports:
    analyze(govreport.from_text(report.document.text)).to_json()
print(json.dumps(sorted(found)))
"""
# A pattern's syntax, left out where its literals are wanted.
_SYNTAX = re.compile(
    r"\\[pP]\{[^}]*\}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\x[0-9a-fA-F]{2}|\\.|\(\?[a-zA-Z:=!<P>]*"
    r"|\{[0-9,]*\}|[\[\](){}|*+?^$.\\-]"
)
_MOST = 8
_LONGEST_LITERAL = 12
_LONGEST_IN_TURN = 2000


class Compiled(NamedTuple):
    """Where a pattern comes from, and the pattern."""

    name: str
    pattern: Any


@cache
def compiled(*reports: str) -> tuple[Compiled, ...]:
    """Return all patterns, once each: those compiled while reports are audited, and those of data files."""
    ran = subprocess.run(
        [sys.executable, "-c", _RECORD, *reports], check=True, capture_output=True, text=True
    )
    found: dict[tuple[str, bool], Compiled] = {}
    for module, engine, text, flags, is_bytes in json.loads(ran.stdout):
        source = text.encode("latin-1") if is_bytes else text
        made = (regex if engine == "regex" else re).compile(source, flags)
        found.setdefault((text, is_bytes), Compiled(f"{module}: {text[:60]}", made))
    for name, text in _written():
        if (text, False) not in found:
            found[text, False] = Compiled(f"{name}: {text[:60]}", re.compile(text))
    return tuple(found.values())


def _written() -> Iterator[tuple[str, str]]:
    """Yield what looks like a pattern in a data file, whether a report made the package compile it or not."""
    for file in sorted(_DATA.rglob("*.toml")):
        for text in _strings(tomllib.loads(file.read_text(encoding="utf-8"))):
            if re.search(r"[*+?]|\{\d", text) and re.search(r"[\\[(|]", text):
                try:
                    re.compile(text)
                except re.error:
                    continue
                yield file.name, text


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _strings(item)


def attacks(pattern: Any) -> list[str]:
    """Return what long texts are made of: the pattern's own literals, one by one, in pairs and in turn."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    literals = [piece[:_LONGEST_LITERAL] for piece in _SYNTAX.split(source) if piece]
    distinct = [*dict.fromkeys(literals)]
    # A class of characters is no word: its characters one by one.
    alone = [*dict.fromkeys(character for piece in distinct for character in piece)]
    pairs = [first + second for first, second in pairwise(distinct)]
    kinds = (distinct[:_MOST], alone[:_MOST], pairs[:_MOST], [" ", "1", "1,", "一", "\n"])
    return [*dict.fromkeys(chain(*kinds, ["".join(literals)[:_LONGEST_IN_TURN] or "a"]))]


def seconds(pattern: Any, repeated: str, length: int, most: float = float("inf")) -> float:
    """Return the processor time for a text of so many characters, as soon as it is more than most."""
    whole = (repeated * (length // len(repeated) + 1))[:length] + "\x00"
    text: Any = whole if isinstance(pattern.pattern, str) else whole.encode("utf-8")
    begun = time.process_time()
    for _ in pattern.finditer(text):
        if time.process_time() - begun > most:
            break
    return time.process_time() - begun


def slowest(pattern: Any, short: int) -> tuple[float, str]:
    """Return the attack that takes longest on a short text, with its time."""
    return max((seconds(pattern, repeated, short), repeated) for repeated in attacks(pattern))
