"""Statements of a report at rest: packed, and unpacked when they are looked at.

They are three quarters of what an audit holds of a report. A batch that is looked through report by report
needs those of one at a time.

>>> held = PackedStatements([])
>>> len(held), list(held), held == ()
(0, [], True)
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, overload

from govreport.engines.stored import restored
from govreport.model import Statement

__all__ = ["PackedStatements"]

# The fastest way to pack takes a fifth of the room, the best one a sixth in four times the time.
_LEVEL = 1
# Whoever looks at statements looks at those of few reports again and again.
_AWAKE = 32


class PackedStatements(Sequence[Statement]):
    """Statements as ``stored`` gives them, which behave like a tuple of them and are equal to one."""

    __slots__ = ("_number", "_packed")

    def __init__(self, values: list[Any]) -> None:
        self._number = len(values)
        written = json.dumps(values, separators=(",", ":")).encode("ascii")
        self._packed = zlib.compress(written, _LEVEL)

    def __len__(self) -> int:
        return self._number

    def __iter__(self) -> Iterator[Statement]:
        return iter(self._statements())

    @overload
    def __getitem__(self, place: int) -> Statement: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Statement, ...]: ...
    def __getitem__(self, place: int | slice) -> Statement | tuple[Statement, ...]:
        return self._statements()[place]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, PackedStatements):
            return self._packed == other._packed or self._statements() == other._statements()
        return self._statements() == other if isinstance(other, tuple) else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # A statement holds a mapping, which has none.

    def __repr__(self) -> str:
        return repr(self._statements())

    def _statements(self) -> tuple[Statement, ...]:
        return _unpacked(self._packed)


@lru_cache(_AWAKE)
def _unpacked(packed: bytes) -> tuple[Statement, ...]:
    found: tuple[Statement, ...] = restored(tuple[Statement, ...], json.loads(zlib.decompress(packed)))
    return found
