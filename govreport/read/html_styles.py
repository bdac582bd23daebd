"""What the style sheets of a web page hide: classes and ids that are never shown.

>>> sheet = hidden_by("h1 { color: red } .x, #y { display: none } @media print { .z { display: none } }")
>>> sorted(sheet)
['#y', '.x']
>>> sorted(hidden_by(".tab { display: none } .tab.active { display: block }"))
[]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["hidden_by"]

_HIDES = re.compile(
    r"(?:^|[;\s{])(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:px|pt|em|%)?\s*(?:;|!|$))",
    re.I,
)
_SHOWS = re.compile(r"(?:^|[;\s{])(?:display\s*:\s*(?!none)|visibility\s*:\s*visible|opacity\s*:)", re.I)
_NAME = re.compile(r"[.#][\w-]{1,80}")
_ALONE = re.compile(r"[a-z0-9]{0,20}([.#][\w-]{1,80})", re.I)
_COMMENT = re.compile(r"/\*.{0,5000}?\*/", re.S)
_LONGEST = 500_000


def hidden_by(sheet: str) -> frozenset[str]:
    """Return the names (.class, #id) that a rule of their own hides, and no other rule shows."""
    hidden: set[str] = set()
    shown: set[str] = set()
    for selectors, told in _rules(_COMMENT.sub("", sheet[:_LONGEST])):
        if _HIDES.search(told):
            alone = (_ALONE.fullmatch(selector.strip()) for selector in selectors.split(","))
            hidden.update(found[1] for found in alone if found)
        elif _SHOWS.search(told):
            shown.update(_NAME.findall(selectors))
    return frozenset(hidden - shown)


def _rules(sheet: str) -> Iterator[tuple[str, str]]:
    """Yield selectors and declarations of the rules that hold everywhere: those of no @-block."""
    depth, start, head = 0, 0, ""
    for found in re.finditer("[{}]", sheet):
        if found.group() == "{":
            if depth == 0:
                head = sheet[start : found.start()].rpartition(";")[2]
            depth += 1
            start = found.end() if depth == 1 else start
        elif depth:
            depth -= 1
            if depth == 0:
                if not head.lstrip().startswith("@"):
                    yield head, sheet[start : found.start()]
                start = found.end()
