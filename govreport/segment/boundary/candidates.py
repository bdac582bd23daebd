"""Where in a run a heading may end at all.

A run is the text from a marker on, in which a heading may end.

>>> candidates("夯实组织基础为促进妇女工作,镇里办班")[:3]
[3, 4, 5]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from govreport.text.lexicon import load_table

__all__ = ["Found", "Run", "candidates", "patterns"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the normalized view: ``start`` is where its marker ends, ``style`` that of the marker."""

    start: int
    text: str
    style: str = ""


class Found(NamedTuple):
    """A run and the offsets in it at which its heading may end; ``style`` is that of its marker.

    ``labelled`` where a label that opens the bodies of its list leaves one place.
    """

    run: str
    offsets: Sequence[int]
    style: str
    labelled: bool = False


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """Return the compiled patterns of data/boundary.toml."""
    table = load_table("boundary")
    return {key: re.compile(value) for key, value in table.items() if isinstance(value, str)}


def candidates(run: str, unit_names: tuple[str, ...] = ()) -> list[int]:
    """Return the offsets at which a heading may end.

    Never inside quotes, never before a particle, and never inside or right after the reporting unit's own
    name: a report's own unit is the subject of a sentence, so it opens a body.
    """
    barred = _inside_names(run, unit_names)
    never_before, never_after = patterns()["never_before"], patterns()["never_after"]
    longest, label = load_table("boundary")["longest_heading"], load_table("boundary")["longest_label"]
    depth, found = 0, []
    for offset, character in enumerate(run[: longest + 1]):
        if (character in "。!?\n" or _is_stop(run, offset)) and offset >= 2:
            if depth == 0:
                found.append(offset)
            return found
        free = depth == 0 and offset >= 3 and offset not in barred and (character != ":" or offset <= label)
        if free and not never_before.match(character) and not never_after.match(run[offset - 1]):
            found.append(offset)
        depth = max(0, depth + (character in "(“‘《") - (character in ")”’》"))
    return found


def _is_stop(run: str, offset: int) -> bool:
    """A point between two Chinese characters is a full stop that lost its shape."""
    return run[offset] == "." and bool(
        re.fullmatch("[\u4e00-\u9fff].[\u4e00-\u9fff]", run[offset - 1 : offset + 2])
    )


def _inside_names(run: str, names: tuple[str, ...]) -> set[int]:
    found = [match for name in names for match in re.finditer(re.escape(name), run)]
    return {offset for match in found for offset in range(match.start() + 1, match.end() + 1)}
