"""What is wrong in a file of settings: one message that names the line, the word, and what was meant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

from govreport.errors import UsageError
from govreport.model import SEVERITIES

__all__ = ["refuse", "refuse_syntax"]

_MOST_TOLD = 9

_Known = Mapping[str, Mapping[str, tuple[float, float, float]]]


def refuse(name: str, text: str, table: Mapping[str, Any], known: _Known) -> None:
    """Raise UsageError for the rules, settings and values that can't be used: all of them in one line."""
    found = list(islice(_wrong_ones(text, table, known), _MOST_TOLD))
    if found:
        (line, reason, hint), *others = found
        more = (f"; line {number}: {what}; {meant}" for number, what, meant in others)
        raise _wrong(name, line, reason, hint + "".join(more))


def _wrong_ones(text: str, table: Mapping[str, Any], known: _Known) -> Iterator[tuple[int, str, str]]:
    """Yield line, reason and hint of each that can't be used."""
    for code, row in table.items():
        if code not in known:
            yield _line_of(text, code), f"there is no rule {code!r}", _meant(code, known)
        elif not isinstance(row, Mapping):
            reason = f"{code!r} is set to {row!r}"
            yield _line_of(text, code), reason, f"write [{code}] and below it on = false"
        else:
            for key, value in row.items():
                trouble = _trouble(code, key, value, known[code])
                if trouble:
                    yield _line_of(text, code, key), *trouble


def refuse_syntax(name: str, text: str, error: tomllib.TOMLDecodeError) -> UsageError:
    """Return the error of a text that is no TOML, with the line as it stands there."""
    found = re.search(r"line (\d+)", str(error))
    number = int(found[1]) if found else len(text.splitlines()) or 1
    line = (text.splitlines() or [""])[min(number, len(text.splitlines()) or 1) - 1].strip()
    reason = f"{line[:60]!r} is no TOML ({str(error).partition(' (at')[0]})"
    return _wrong(name, number, reason, "write [rule] and below it on = false")


def _trouble(
    code: str, key: str, value: Any, limits: Mapping[str, tuple[float, float, float]]
) -> tuple[str, str] | None:
    if key == "on":
        wrong = None if isinstance(value, bool) else "true or false"
    elif key == "severity":
        wrong = None if value in SEVERITIES else " or ".join(SEVERITIES)
    elif key in limits:
        wrong = _out_of(value, limits[key])
    else:
        return f"{code} has no setting {key!r}", _meant(key, ["on", "severity", *limits])
    return (f"{key} of {code} is {value!r}", f"wanted {wrong}") if wrong else None


def _out_of(value: Any, limit: tuple[float, float, float]) -> str | None:
    _, least, most = limit
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return None if is_number and least <= value <= most else f"a number from {least:,} to {most:,}"


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), 1, 0.5)
    return f"did you mean {near[0]!r}?" if near else f"known are {', '.join(known)}"


def _line_of(text: str, code: str, key: str | None = None) -> int:
    """Return the line where a rule, or a setting of it, is written."""
    table, of_rule = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"""\s*\[\s*["']?([^\]"']+?)["']?\s*\]""", line)
        name = re.match(r"""\s*([^=#\[]+?)\s*=""", line)
        table = header[1] if header else table
        written = re.sub("[\"' ]", "", name[1]) if name else ""
        if (key and table == code and written == key) or (key and written == f"{code}.{key}"):
            return number
        if (header and header[1] == code) or written.partition(".")[0] == code:
            of_rule = number
            if key is None:
                return number
    return of_rule


def _wrong(name: str, line: int, reason: str, hint: str) -> UsageError:
    return UsageError("wrong-rules", reason, path=f"{name}: line {line}", hint=hint)
